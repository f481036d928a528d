import type { Report } from '../../../exam/result/report.ts';
import type { ExamEntry } from '../../../progress/index.ts';
import { counted, durationText, momentText, percent, pointsText } from '../words.ts';
import { Bar } from './Bar.tsx';

interface Props {
  exam: ExamEntry;
  report: Report;
}

const against = ({ passed, close }: Report, line: number): string => {
  const where = passed ? `That reaches our line of ${line} %` : `That is below our line of ${line} %`;
  return close ? `${where}, but so closely that another set of items could have gone the other way.` : `${where}.`;
};

/** The result in one honest sentence, and how it came about. */
export const Verdict = ({ exam, report }: Props) => {
  const { points, of, interval, answered } = report;
  return (
    <section className="verdict-box" aria-labelledby="verdict">
      <h2 id="verdict" tabIndex={-1}>
        {pointsText(points)} of {counted(of, 'point')}, {percent(of === 0 ? 0 : points / of)}
      </h2>
      <Bar value={report} line={exam.pass} label="Whole exam" />
      <p>
        {against(report, exam.pass)} {counted(of, 'item')} cannot tell more exactly than {percent(interval.low)} to{' '}
        {percent(interval.high)}.
      </p>
      <p className="small soft">
        The line is ours; HashiCorp does not publish one. {exam.title}, {momentText(exam.ended)}.{' '}
        {answered < of && `${of - answered} without a complete answer. `}
        {exam.endedBy === 'time' ? 'The time was up' : 'You ended it'} after {durationText(exam.used)}
        {exam.minutes === null ? ' without a limit' : ` of ${exam.minutes} min`}
        {exam.pauses > 0 && `, with ${counted(exam.pauses, 'pause')}`}.
        {exam.partial === 'share' && ' Partly right answers gave parts of a point.'}
        {exam.setBack > 0 &&
          ` The clock of the device was set back by ${durationText(exam.setBack)} meanwhile, so the time is uncertain.`}
      </p>
    </section>
  );
};
