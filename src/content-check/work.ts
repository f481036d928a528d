/** What the model is asked to play for the check of the content, as plain data: it may be done on another thread. */
import type { Lab } from '../labs/lab.ts';
import type { LabProblem } from '../labs/prove.ts';
import type { Outcome, PlayableScenario, Player, Unplayable } from './play.ts';

export type Job =
  | { readonly kind: 'play'; readonly scenario: PlayableScenario }
  | { readonly kind: 'lab'; readonly lab: Lab };

export type JobResult =
  | { readonly kind: 'played'; readonly outcomes: readonly Outcome[] }
  | { readonly kind: 'unplayable'; readonly problem: Unplayable }
  | { readonly kind: 'lab'; readonly problems: readonly LabProblem[]; readonly graded: number };

/** A job, and what its result means for the content. */
export interface Work {
  readonly job: Job;
  /** Reports what is wrong. @returns whether the model could play it */
  readonly judge: (result: JobResult) => boolean;
}

/** Plays a lab and says which of its promises are not kept. */
export type Prover = (lab: Lab) => { readonly problems: readonly LabProblem[]; readonly graded: number };

/** Do a job here and now. A job without its player is not played. */
export const doJob = (
  job: Job,
  { player, prover }: { readonly player: Player | null; readonly prover: Prover | null },
): JobResult => {
  if (job.kind === 'lab') return { kind: 'lab', ...(prover?.(job.lab) ?? { problems: [], graded: 0 }) };
  const result = player?.(job.scenario);
  if (!result?.played)
    return { kind: 'unplayable', problem: result?.problem ?? { path: [], text: 'Not played.', remedy: '' } };
  return { kind: 'played', outcomes: result.observations.outcomes };
};
