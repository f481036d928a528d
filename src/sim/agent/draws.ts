import { Random } from '../kernel/random.ts';

/**
 * Random numbers as an input. What a real Agent draws (jitter of a backoff, of a renewal, of a poll) decides when things
 * happen, so a life can be repeated only if its draws are given. Each list holds numbers in [0, 1) in the order in which
 * the named stream draws them; what is not listed comes from the world's seeded generator. Every wait is computed from
 * such a number by the documented formula, so no list can push a wait out of its bounds.
 *
 * Names: `login` (failed logins), `token <n>/{grace,backoff,notice}` (the watcher of the n-th token), `sink`,
 * `restart` (template server), `finish` (whether the n-th stopped runner is seen to end), and for a dependency of the
 * n-th runner `runner <n>/<dependency>/{interval,client}` and `runner <n>/<dependency>/lease <m>/{grace,notice}`.
 */
export type Draws = Readonly<Record<string, readonly number[]>>;

/** How many numbers each stream has given already. */
export type Drawn = Readonly<Record<string, number>>;

/** The streams of one part: those whose names begin with `<part>/`, without that beginning. */
export const drawsOf = (draws: Draws, part: string): Draws => {
  const prefix = `${part}/`;
  return Object.fromEntries(
    Object.entries(draws)
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, list]) => [name.slice(prefix.length), list]),
  );
};

/**
 * The next number of a stream.
 * @param entropy the event's, for what the list does not give
 * @returns a number in [0, 1) and the new count
 */
export const draw = (draws: Draws, drawn: Drawn, stream: string, entropy: number): { u: number; drawn: Drawn } => {
  const count = drawn[stream] ?? 0;
  const u = draws[stream]?.[count] ?? new Random(entropy + count).float();
  return { u, drawn: { ...drawn, [stream]: count + 1 } };
};
