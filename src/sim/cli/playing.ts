import type { Stamp } from '../kernel/index.ts';
import type { Given, Need, Run } from './program.ts';

export interface Output {
  out: string;
  err: string;
}

/** A command that has begun: what it prints goes to `output` as it runs. */
export interface Begun {
  readonly run: Run<number>;
  readonly output: Output;
}

type Write = Need & { readonly need: 'write' };

/** An actor to start. */
type Start = { readonly id: string; readonly kind: string; readonly input: object };

/** How far a command has come. */
export interface Playing<T extends Begun> {
  readonly begun: T;
  /** Files to write now. */
  readonly writes: readonly Write[];
  readonly starts: readonly Start[];
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
 * Commands that wait for the answer after those of the key. They spare a second run through the answers; a command
 * that is not here (a world restored, wound back or branched) is run again from its start, to the same place.
 */
const waiting = new WeakMap<readonly Given[], Begun>();

/** A command begun anew, up to where it waits for the answer after `had`. */
const caughtUp = <T extends Begun>(begin: () => T, had: readonly Given[]): T => {
  const begun = begin();
  for (const answer of [undefined, ...had]) begun.run.next(answer as Given);
  return begun;
};

/**
 * Runs a command up to the first thing that it has to wait for.
 * @param begin begins it anew
 * @param had answers it has had; `null`: it has not begun
 * @param answer the one to what it waits for
 * @param prefix what the ids of actors begin with that it starts
 */
export const playOn = <T extends Begun>(
  begin: () => T,
  had: readonly Given[] | null,
  answer: Given | null,
  stamp: Stamp,
  prefix = '',
): Playing<T> => {
  const begun = had === null ? begin() : ((waiting.get(had) as T | undefined) ?? caughtUp(begin, had));
  if (had !== null) waiting.delete(had);
  const given = [...(had ?? []), ...(answer ? [answer] : [])];
  const writes: Write[] = [];
  const starts: Start[] = [];
  let step = begun.run.next(answer as Given);
  while (!step.done) {
    const needs = step.value;
    const id = `${prefix}${given.length}`;
    const instant = instantly(needs, stamp, id);
    if (!instant) {
      waiting.set(given, begun);
      return { begun, writes, starts, given, needs, exit: null };
    }
    if (needs.need === 'write') writes.push(needs);
    if (needs.need === 'start') starts.push({ id, kind: needs.kind, input: needs.input });
    given.push(instant);
    step = begun.run.next(instant);
  }
  return { begun, writes, starts, given, needs: null, exit: step.value };
};
