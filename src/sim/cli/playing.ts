import type { Stamp } from '../kernel/index.ts';
import type { Given, Need, Run } from './program.ts';
import { replay } from './replay.ts';

export interface Output {
  out: string;
  err: string;
}

type Write = Need & { readonly need: 'write' };

/** An actor to start. */
type Start = { readonly id: string; readonly kind: string; readonly input: object };

/** How far a command has come, with what it printed so far. */
export interface Playing {
  /** Files to write now. */
  readonly writes: readonly Write[];
  readonly starts: readonly Start[];
  readonly stdout: string;
  readonly stderr: string;
  /** Answers so far, those that needed no waiting included. */
  readonly given: readonly Given[];
  readonly needs: Need | null;
  /** `null`: it goes on. */
  readonly exit: number | null;
}

/** Needs that are answered at once. @param id of an actor, if one is to be started */
const instantly = (need: Need, stamp: Stamp, id: string): Given | null => {
  if (need.need === 'start') return { actor: id };
  if (need.need === 'clock') return { wall: stamp.wall, entropy: stamp.entropy };
  if (need.need === 'write') return { done: true };
  return null;
};

/**
 * Runs a command from its start up to the first thing that it has to wait for.
 * @param main begins the command anew; prints to `output`
 * @param before answers it has had
 * @param prefix what the ids of actors begin with that it starts
 */
export const playOn = (
  main: (output: Output) => Run<number>,
  before: readonly Given[],
  stamp: Stamp,
  prefix = '',
): Playing => {
  const writes: Write[] = [];
  const starts: Start[] = [];
  let given = before;
  for (;;) {
    const output = { out: '', err: '' };
    const progress = replay(() => main(output), given);
    const needs = 'needs' in progress ? progress.needs : null;
    const id = `${prefix}${given.length}`;
    const answer = needs && instantly(needs, stamp, id);
    if (needs && answer) {
      if (needs.need === 'write') writes.push(needs);
      if (needs.need === 'start') starts.push({ id, kind: needs.kind, input: needs.input });
      given = [...given, answer];
      continue;
    }
    const exit = 'done' in progress ? progress.done : null;
    return { writes, starts, stdout: output.out, stderr: output.err, given, needs, exit };
  }
};
