import type { Option } from '../../choice/option.ts';

/** A line that something is said about: `L3`. Lines that are not listed are wrong without remark. */
export interface LineOption extends Option {
  /** Counted from 1. */
  readonly line: number;
}

export interface LinesBody {
  /** The file as its exhibit names it. */
  readonly file: string;
  readonly code: readonly string[];
  readonly options: readonly LineOption[];
  /** How many lines to pick. */
  readonly select: number;
}

/** Ids of lines: `['L3']`. */
export type LinesResponse = readonly string[];
