import type { Grade } from '../../labs/grade.ts';
import { remember } from '../shared/progress.ts';

const idsOf = ({ checks }: Grade, passed: boolean): string[] =>
  checks.flatMap((check) => (check.passed === passed ? [check.id] : []));

/**
 * Remember a graded lab: a failed check becomes a card of the review, a lab without failed checks proves its objectives.
 * Never fails.
 * @returns why it may be gone tomorrow, as a sentence; null when all is well
 */
export const recordGrade = async (lab: string, grade: Grade): Promise<string | null> => {
  try {
    const store = await remember({ kind: 'lab', lab, passed: idsOf(grade, true), failed: idsOf(grade, false) });
    return store.durability.kind === 'memory' ? store.durability.why : (store.trouble()?.why ?? null);
  } catch (error) {
    return `This result could not be saved (${error instanceof Error ? error.message : String(error)}).`;
  }
};
