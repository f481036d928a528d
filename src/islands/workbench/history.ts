/** Steps back and forth through what was done on the workbench. */

/** A state to return to, and what was done from it on. */
export interface Remembered<T> {
  readonly what: string;
  readonly state: T;
}

/** So many steps are remembered; each keeps a run alive. */
const MOST = 30;

export class Undo<T> {
  #past: Remembered<T>[] = [];
  #future: Remembered<T>[] = [];

  get undo(): string | null {
    return this.#past.at(-1)?.what ?? null;
  }

  get redo(): string | null {
    return this.#future.at(-1)?.what ?? null;
  }

  /** Something is about to be done to this state. */
  remember(what: string, state: T): void {
    this.#past = [...this.#past.slice(1 - MOST), { what, state }];
    this.#future = [];
  }

  /** It was not done after all. */
  drop(): T | null {
    return this.#past.pop()?.state ?? null;
  }

  /** Take the last thing back. @param now what redo returns to */
  back(now: T): T | null {
    const last = this.#past.pop();
    if (!last) return null;
    this.#future.push({ what: last.what, state: now });
    return last.state;
  }

  forth(now: T): T | null {
    const next = this.#future.pop();
    if (!next) return null;
    this.#past.push({ what: next.what, state: now });
    return next.state;
  }
}
