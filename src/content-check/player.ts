import { prove } from '../labs/prove.ts';
import { machines, play, storyOf } from '../sim/index.ts';
import type { Player } from './play.ts';
import type { Prover } from './work.ts';

/** Plays scenarios and proofs on the model, for the pages that draw them and for the check that compares them. */
export const player: Player = ({ world, files, timeline, expect }) => {
  const result = play(machines, { world: { ...world, files }, timeline, expect });
  if (!result.played) return result;
  const { session, outcomes, until } = result;
  return { played: true, observations: { ...storyOf(session), outcomes, until } };
};

/** Plays what labs promise. */
export const prover: Prover = (lab) => prove(machines, lab);
