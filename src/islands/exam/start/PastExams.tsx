import { examsIn } from '../../../exam/result/compare.ts';
import { pointsOf } from '../../../exam/result/report.ts';
import type { Entry } from '../../../progress/index.ts';
import { momentText, percent, pointsText } from '../words.ts';

/** The exams taken in this browser, each with a link to its result. */
export const PastExams = ({ entries }: { entries: readonly Entry[] }) => {
  const exams = examsIn(entries);
  if (exams.length === 0) return null;
  return (
    <section aria-labelledby="past">
      <h2 id="past">Exams taken</h2>
      <ul className="past">
        {exams.map((exam) => {
          const { points, of } = pointsOf(exam.items);
          return (
            <li key={exam.id}>
              <a href={`#result=${encodeURIComponent(exam.id)}`}>{exam.title}</a>
              <span className="figure">
                {pointsText(points)} of {of} ({percent(of === 0 ? 0 : points / of)})
              </span>
              <span className="small soft">{momentText(exam.ended)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
