import { machines, play, storyOf } from '../sim/index.ts';
import type { Player } from './play.ts';

/** Plays scenarios and proofs on the model, for the pages that draw them and for the check that compares them. */
export const player: Player = ({ world, files, timeline, expect }) => {
  const result = play(machines, { world: { ...world, files }, timeline, expect });
  if (!result.played) return result;
  const { session, outcomes, until } = result;
  return { played: true, observations: { ...storyOf(session), outcomes, until } };
};
