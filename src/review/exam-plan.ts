/** What it takes to meet every question before an exam. */
import { LAST_DAYS } from './cards.ts';
import type { Day } from './day.ts';

export interface ExamPlan {
  /** Days from today to the exam, the exam's own not counted. */
  readonly daysLeft: number;
  /** Questions that were never answered. */
  readonly unanswered: number;
  /** New questions a day that meet all of them before the last days, which are for review; null when no day is left. */
  readonly needed: number | null;
}

/** @param unanswered how many questions were never answered */
export const examPlan = (exam: Day, today: Day, unanswered: number): ExamPlan => {
  const daysLeft = Math.max(0, exam - today);
  const learning = Math.max(daysLeft > 0 ? 1 : 0, daysLeft - LAST_DAYS);
  return { daysLeft, unanswered, needed: learning === 0 ? null : Math.ceil(unanswered / learning) };
};
