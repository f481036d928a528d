import type { Option } from '../../choice/option.ts';

/** An accepted range, or a foreseen wrong number. Both ends are in the unit of the question. */
export interface Range extends Option {
  readonly source: string;
  readonly from: number;
  readonly to: number;
}

export interface NumberBody {
  /** What is counted, as the author wrote it; null only where a rule of good items will complain. */
  readonly unit: string | null;
  readonly ranges: readonly Range[];
  /** Whether the author gave a tolerance, be it 0. */
  readonly tolerant: boolean;
}

/** The number as typed, with or without a unit. */
export type NumberResponse = string;
