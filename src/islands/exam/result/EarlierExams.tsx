import { earlierThan } from '../../../exam/result/compare.ts';
import type { Entry, ExamEntry } from '../../../progress/index.ts';
import { attributesOf } from '../scroll.ts';
import { momentText, percent, pointsText } from '../words.ts';

const WORDS = {
  more: 'more now, by more than chance explains',
  less: 'less now, by more than chance explains',
  alike: 'no difference that chance does not explain',
} as const;

interface Props {
  exam: ExamEntry;
  entries: readonly Entry[];
}

/** The same exam taken before, and whether the difference says anything. */
export const EarlierExams = ({ exam, entries }: Props) => {
  const earlier = earlierThan(exam, entries);
  if (earlier.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">Compared with earlier</h2>
      <div className="scroll" {...attributesOf('Earlier exams')}>
        <table>
          <thead>
            <tr>
              <th scope="col">Taken</th>
              <th scope="col">Points</th>
              <th scope="col">Compared with this exam</th>
            </tr>
          </thead>
          <tbody>
            {earlier.map(({ exam: before, points, of, now }) => (
              <tr key={before.id}>
                <th scope="row">
                  <a href={`#result=${encodeURIComponent(before.id)}`}>{momentText(before.ended)}</a>
                </th>
                <td className="figure">
                  {pointsText(points)} of {of} ({percent(of === 0 ? 0 : points / of)})
                </td>
                <td>{WORDS[now]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
};
