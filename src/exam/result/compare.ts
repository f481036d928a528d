import type { Entry, ExamEntry } from '../../progress/index.ts';
import { differs } from './interval.ts';
import { type Points, pointsOf } from './report.ts';

/** The exams that were finished, latest first. */
export const examsIn = (entries: readonly Entry[]): readonly ExamEntry[] =>
  entries.filter((entry) => entry.kind === 'exam').sort((a, b) => b.ended - a.ended);

export interface Earlier extends Points {
  readonly exam: ExamEntry;
  /** How the exam looked at compares: `more` and `less` only where chance does not explain it. */
  readonly now: 'more' | 'less' | 'alike';
}

/** Earlier exams of the same blueprint beside one exam, latest first. */
export const earlierThan = (exam: ExamEntry, entries: readonly Entry[]): readonly Earlier[] => {
  const own = pointsOf(exam.items);
  return examsIn(entries)
    .filter(({ id, blueprint, ended }) => blueprint === exam.blueprint && id !== exam.id && ended <= exam.ended)
    .map((before) => {
      const its = pointsOf(before.items);
      const more = own.points * its.of > its.points * own.of;
      return { exam: before, ...its, now: differs(own, its) ? (more ? 'more' : 'less') : 'alike' };
    });
};

const DAY = 86_400_000;

/** Questions answered less than so many days ago. */
export const restingIn = (entries: readonly Entry[], days: number, now: number): ReadonlySet<string> =>
  new Set(
    entries.flatMap((entry) => (entry.kind === 'attempt' && entry.at > now - days * DAY ? [entry.question] : [])),
  );
