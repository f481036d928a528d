import type { Rich } from '../rich/types.ts';

/** How points are given where an answer can be half right. */
export interface ScoreSettings {
  /** `all`: one point or none, as we assume of the exam. `share`: the share that is right, less what is wrong. */
  readonly partial: 'all' | 'share';
}

export const EXAM_SETTINGS: ScoreSettings = { partial: 'all' };
export const PRACTICE_SETTINGS: ScoreSettings = { partial: 'share' };

/** `spared`: a wrong answer rightly left alone. `missed`: a right one not given. */
export type Outcome = 'right' | 'wrong' | 'missed' | 'spared';

/** What became of one part of a response. */
export interface ScoredPart {
  /** The id of an option, gap, step, pair or line of the body. */
  readonly id: string;
  readonly outcome: Outcome;
  readonly feedback: Rich;
  readonly misconception: string | null;
}

export interface Score {
  /** From 0 to 1. */
  readonly value: number;
  /** Everything asked for, and nothing else. */
  readonly right: boolean;
  readonly parts: readonly ScoredPart[];
  /** How the value came about, for the learner. */
  readonly because: string;
}

/** The misconceptions a response shows, each once. */
export const misconceptionsIn = (score: Score): readonly string[] => [
  ...new Set(score.parts.flatMap((p) => (p.outcome === 'wrong' && p.misconception !== null ? [p.misconception] : []))),
];

const percent = (value: number): string => `${Math.round(value * 100)} %`;

/**
 * A score from the share that is right.
 * @param share from 0 to 1, before the setting is applied
 * @param what how the share came about, a clause without full stop: "2 of 3 pairs are right"
 */
export const graded = (share: number, parts: readonly ScoredPart[], what: string, settings: ScoreSettings): Score => {
  const bounded = Math.min(1, Math.max(0, share));
  const right = bounded === 1;
  const value = settings.partial === 'share' ? bounded : right ? 1 : 0;
  const rule = right
    ? 'full score'
    : settings.partial === 'share'
      ? value === 0
        ? 'no points'
        : `${percent(value)} of the points`
      : 'no points, because only a complete answer counts here';
  return { value, right, parts, because: `${what}: ${rule}.` };
};
