import type { Entry, StateEntry } from '../../../sim/index.ts';

/** One actor's way through its machine, up to a moment. */
export interface Life {
  readonly actor: string;
  readonly machine: string;
  /** States it has been in, in order. */
  readonly passed: readonly StateEntry[];
  readonly ended: boolean;
}

/** Bookkeeping that has no story to tell. */
const QUIET = /^kubernetes\/(?:control-loop|controller-manager|scheduler)$/;

/** The lives of all actors, the latest to move last. An actor that ended is still worth a look: a denied login is one. */
export const livesOf = (entries: readonly Entry[]): Life[] => {
  const lives = new Map<string, { actor: string; machine: string; passed: StateEntry[]; ended: boolean }>();
  for (const entry of entries) {
    if (entry.kind === 'spawned') lives.delete(entry.actor);
    else if (entry.kind === 'stopped') {
      const life = lives.get(entry.actor);
      if (life) life.ended = true;
    }
    if (entry.kind !== 'state' || QUIET.test(entry.machine)) continue;
    const life = lives.get(entry.actor) ?? { actor: entry.actor, machine: entry.machine, passed: [], ended: false };
    lives.delete(entry.actor);
    life.passed.push(entry);
    lives.set(entry.actor, life);
  }
  return [...lives.values()];
};

/** The actors that moved on account of an exchange, in the order in which they first did. */
export const movedBy = (entries: readonly Entry[], exchange: number): string[] => {
  const within = new Set([exchange]);
  const moved = new Set<string>();
  for (let i = exchange + 1; i < entries.length; i++) {
    const entry = entries[i];
    if (!entry || !within.has(entry.cause)) continue;
    // What follows the answer is the client's own story.
    if (entry.kind === 'response' && entry.exchange === exchange) break;
    within.add(i);
    if (entry.kind === 'state' && !QUIET.test(entry.machine)) moved.add(entry.actor);
  }
  return [...moved];
};
