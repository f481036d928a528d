/** Quiescence: after a change a template waits until its data rest. Source: consul-template: manager/runner.go. */
export interface Quiescence {
  /** When the first change of the present burst came (virtual ms); `null`: at rest. */
  readonly since: number | null;
  /** Only the newest timer counts. */
  readonly generation: number;
}

export interface QuiescenceOver {
  readonly type: 'quiescence.over';
  readonly template: number;
  /** The template's hash. */
  readonly id: string;
  readonly generation: number;
}

/** A change: the wait starts anew, but ends at most `max` after the burst's first change. Milliseconds. */
const wait = (q: Quiescence, at: number, min: number, max: number): { next: Quiescence; delay: number } => {
  const since = q.since ?? at;
  return { next: { since, generation: q.generation + 1 }, delay: Math.min(min, Math.max(0, since + max - at)) };
};

const without = (all: Readonly<Record<string, Quiescence>>, template: number): Record<string, Quiescence> => {
  const { [template]: _, ...rest } = all;
  return rest;
};

export const tick = { wait, without };
