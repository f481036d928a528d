import type { Written } from '../../written/answer.ts';
import type { Comparing } from '../../written/normalise.ts';

export interface TextBody extends Comparing {
  readonly answers: readonly Written[];
}

/** The text as typed. */
export type TextResponse = string;
