import type { Attempt } from '../progress/index.ts';
import { AGAIN, GOOD, type Grade, HARD } from './scheduler.ts';

/**
 * What an answer says about memory. Only a right answer is a recall; one that the learner called unsure was hard, and
 * a right guess recalled nothing.
 */
export const gradeOf = ({ score, confidence }: Pick<Attempt, 'score' | 'confidence'>): Grade => {
  if (score < 1 || confidence === 'guess') return AGAIN;
  return confidence === 'unsure' ? HARD : GOOD;
};
