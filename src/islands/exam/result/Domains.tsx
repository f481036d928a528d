import type { Named, Report } from '../../../exam/result/report.ts';
import { href } from '../../../site/href.ts';
import { attributesOf } from '../scroll.ts';
import { percent, pointsText } from '../words.ts';
import { Bar } from './Bar.tsx';

interface Props {
  report: Report;
  /** Our line, in percent. */
  line: number;
}

const range = ({ interval }: Named): string => `${percent(interval.low)} to ${percent(interval.high)}`;

/** Points by domain as bars, and the same figures as a table with each objective. */
export const Domains = ({ report, line }: Props) => (
  <section aria-labelledby="domains">
    <h2 id="domains">By domain</h2>
    <p className="small soft">
      Each bar ends at the share of points. The bracket is the 90 % interval: what a few items can tell. The upright
      mark is our line, {line} %.
    </p>
    <ul className="domain-bars">
      {report.domains.map((domain) => (
        <li key={domain.id}>
          <span className="name">
            {domain.id} {domain.title}
          </span>
          <span className="figure">
            {pointsText(domain.points)} of {domain.of}
          </span>
          <Bar value={domain} line={line} label={domain.title} />
        </li>
      ))}
    </ul>
    <details>
      <summary>As a table, with objectives</summary>
      <p className="small soft">
        One exam has few items on an objective and cannot measure it: read these lines as hints. An item on several
        objectives counts in each.
      </p>
      <div className="scroll" {...attributesOf('Points by domain and objective')}>
        <table>
          <thead>
            <tr>
              <th scope="col">Domain, objective</th>
              <th scope="col">Points</th>
              <th scope="col">90 % interval</th>
            </tr>
          </thead>
          <tbody>
            {report.domains.flatMap((domain) => [
              <tr key={domain.id} className="domain-row">
                <th scope="row">
                  {domain.id} {domain.title}
                </th>
                <td className="figure">
                  {pointsText(domain.points)} of {domain.of}
                </td>
                <td className="figure">{range(domain)}</td>
              </tr>,
              ...domain.objectives.map((objective) => (
                <tr key={objective.id}>
                  <th scope="row">
                    <a href={href(`/objectives/#${objective.id}`)}>{objective.id}</a> {objective.title}
                  </th>
                  <td className="figure">
                    {pointsText(objective.points)} of {objective.of}
                  </td>
                  <td className="figure">{range(objective)}</td>
                </tr>
              )),
            ])}
          </tbody>
        </table>
      </div>
    </details>
  </section>
);
