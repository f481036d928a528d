import type { Rich } from '../../rich/types.ts';

export interface Left {
  readonly id: string;
  readonly text: Rich;
  readonly feedback: Rich;
  readonly misconception: string | null;
}

export interface Right {
  readonly id: string;
  readonly text: Rich;
}

export interface MatchBody {
  readonly lefts: readonly Left[];
  /** What belongs to the left sides, and spare ones that belong to none. */
  readonly rights: readonly Right[];
  /** The right side of each left side; empty where it is concealed. */
  readonly pairs: Readonly<Record<string, string>>;
}

/** The chosen right side of each left side. */
export type MatchResponse = Readonly<Record<string, string>>;
