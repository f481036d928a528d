import { LimitError } from './errors.ts';

/** Counts work so that no template runs away: one unit is about one step or one byte made. */
export class Meter {
  #left: number;

  /** @param limit units allowed in one rendering */
  constructor(limit: number) {
    this.#left = limit;
  }

  /** Throws LimitError when the allowance is used up. */
  charge(units: number): void {
    this.#left -= units;
    if (this.#left < 0 || Number.isNaN(this.#left)) throw new LimitError('steps');
  }
}
