import { type Card, type Day, type ObjectiveHeat, objectiveHeat, warmth } from '../../review/index.ts';
import { href } from '../../site/href.ts';
import type { ReviewData } from './data.ts';
import { percent } from './words.ts';

interface Props {
  data: ReviewData;
  cards: readonly Card[];
  today: Day;
}

const figures = ({ known, answered, questions }: ObjectiveHeat): string =>
  answered === 0 ? 'not met' : `${percent(known)} of ${questions}`;

/** Every objective with how well it is known today: a map, and the same as a table. */
export const Heat = ({ data, cards, today }: Props) => {
  const titles = new Map(data.domains.flatMap(({ objectives }) => objectives.map(({ id, title }) => [id, title])));
  const rows = objectiveHeat([...titles.keys()], data.deck, cards, today);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return (
    <section aria-labelledby="heat">
      <h2 id="heat">Objectives, as far as you know them today</h2>
      <p className="small soft">
        The share of an objective’s questions that you are expected to recall now. What you never answered counts as not
        known. A few questions say little about an objective.
      </p>
      <dl className="heat">
        {data.domains
          .map((domain) => ({ ...domain, tiles: domain.objectives.flatMap(({ id }) => byId.get(id) ?? []) }))
          .filter(({ tiles }) => tiles.length > 0)
          .map(({ id, title, tiles }) => (
            <div key={id}>
              <dt>{title}</dt>
              <dd>
                <ul>
                  {tiles.map((row) => (
                    <li key={row.id}>
                      <a
                        href={href(`/objectives/#${row.id}`)}
                        data-warmth={row.answered === 0 ? 'none' : warmth(row.known)}
                        title={`${row.id} ${titles.get(row.id)}: ${figures(row)}`}
                      >
                        <b>{row.id}</b> {row.answered === 0 ? '–' : percent(row.known)}
                        <span className="visually-hidden">{row.answered === 0 ? ' not met' : ' known'}</span>
                      </a>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
      </dl>
      <details>
        <summary>All figures as a table</summary>
        <section className="scroll" tabIndex={0} aria-label="All figures as a table">
          <table>
            <thead>
              <tr>
                <th scope="col">Objective</th>
                <th scope="col">Known</th>
                <th scope="col">Met</th>
                <th scope="col">Recall of those</th>
                <th scope="col">Due</th>
                <th scope="col">Forgotten</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {row.id} {titles.get(row.id)}
                  </th>
                  <td className="figure">{percent(row.known)}</td>
                  <td className="figure">
                    {row.answered} of {row.questions}
                  </td>
                  <td className="figure">{row.recall === null ? '–' : percent(row.recall)}</td>
                  <td className="figure">{row.due}</td>
                  <td className="figure">{row.lapses === 1 ? '1 time' : `${row.lapses} times`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
};
