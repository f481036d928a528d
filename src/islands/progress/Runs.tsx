import { type Entry, type ExamEntry, type LabEntry, standing } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import { Icon } from '../shared/Icon.tsx';
import { moment } from './moment.ts';

/** Exams shown; all of them are in the export. */
const SHOWN = 5;

const shareOf = ({ items }: ExamEntry): number =>
  items.reduce((sum, { score }) => sum + (score ?? 0), 0) / Math.max(1, items.length);

/** Labs by their last grading. */
const lastGradings = (entries: readonly Entry[]): readonly LabEntry[] => {
  const last = new Map<string, LabEntry>();
  for (const entry of entries) if (entry.kind === 'lab') last.set(entry.lab, entry);
  return [...last.values()].sort((a, b) => (a.lab < b.lab ? -1 : 1));
};

/** Exams taken and labs graded. */
export const Runs = ({ entries }: { entries: readonly Entry[] }) => {
  const counting = standing(entries);
  const exams = counting.filter((entry): entry is ExamEntry => entry.kind === 'exam');
  const labs = lastGradings(counting);
  return (
    <>
      {exams.length > 0 && (
        <section aria-labelledby="exams">
          <h2 id="exams">Exams</h2>
          <ul className="recent">
            {exams
              .slice(-SHOWN)
              .reverse()
              .map((exam) => (
                <li key={exam.id}>
                  <span>{Math.round(100 * shareOf(exam))} %</span>
                  <a href={href('/exam/')}>{exam.title}</a>
                  <span className="small soft">
                    {moment(exam.ended)}, our line {exam.pass} %
                  </span>
                </li>
              ))}
          </ul>
        </section>
      )}
      {labs.length > 0 && (
        <section aria-labelledby="labs">
          <h2 id="labs">Labs</h2>
          <ul className="recent">
            {labs.map(({ id, lab, passed, failed, at }) => (
              <li key={id}>
                <span className={failed.length === 0 ? 'done' : 'not-done'}>
                  <Icon name={failed.length === 0 ? 'check' : 'x'} />{' '}
                  {failed.length === 0 ? 'done' : `${passed.length} of ${passed.length + failed.length} checks`}
                </span>
                <a href={href(`/labs/${lab}/`)}>{lab}</a>
                <span className="small soft">{moment(at)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
