import type { Written } from '../../written/answer.ts';
import type { Comparing } from '../../written/normalise.ts';

export interface PredictBody extends Comparing {
  readonly answers: readonly Written[];
  /** Lines that the system prints. */
  readonly lines: number;
}

/** The predicted output as typed. */
export type PredictResponse = string;
