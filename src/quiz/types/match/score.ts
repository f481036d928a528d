import { graded, type Score, type ScoredPart, type ScoreSettings } from '../../score/score.ts';
import type { MatchBody, MatchResponse } from './schema.ts';

/** Scores pair by pair. */
export const scoreMatch = (body: MatchBody, response: MatchResponse, settings: ScoreSettings): Score => {
  const parts = body.lefts.map((left): ScoredPart => {
    const chosen = response[left.id];
    const right = chosen === body.pairs[left.id];
    return {
      id: left.id,
      outcome: right ? 'right' : chosen === undefined ? 'missed' : 'wrong',
      feedback: left.feedback,
      misconception: left.misconception,
    };
  });
  const right = parts.filter((part) => part.outcome === 'right').length;
  return graded(right / parts.length, parts, `${right} of ${parts.length} pairs are right`, settings);
};
