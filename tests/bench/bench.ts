/** A small bench: what is measured is compared with a reference in the same run, so that the machine drops out. */
export interface Measurement {
  /** What was measured, e.g. `kernel: events a second against the bare transition loop`. */
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The aim, in words, and whether it was reached. */
  readonly aim?: string;
  readonly reached?: boolean;
  /** Further figures worth printing. */
  readonly detail?: string;
}

export interface Bench {
  readonly name: string;
  run(): Measurement[] | Promise<Measurement[]>;
}

/** Milliseconds that an action takes: the median of `times` runs after one to warm up. */
export const median = (action: () => unknown, times = 5): number => {
  action();
  const taken = Array.from({ length: times }, () => {
    const from = performance.now();
    action();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return taken[Math.floor(times / 2)] ?? Number.NaN;
};

/** A value to three significant digits. */
export const short = (value: number): string =>
  value >= 1000 ? Math.round(value).toLocaleString('en-US') : value.toPrecision(3);
