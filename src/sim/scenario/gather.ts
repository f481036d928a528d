import type { Entry, FailureEntry, RequestEntry, ResponseEntry } from '../kernel/index.ts';

/** What belongs to one exchange. */
export interface Gathered {
  readonly request: RequestEntry;
  /** Index of the request in the history. */
  readonly id: number;
  end: ResponseEntry | FailureEntry | null;
  /** Index of `end`. */
  endId: number;
  /** States that machines entered while they worked on this exchange, each with its index. */
  states: { readonly id: number; readonly to: string }[];
  /** The exchange within which it happened. */
  readonly within: number | null;
}

/**
 * Gathers, for each exchange of a history, its answer, the exchange within which it happened, and the states that were
 * passed on its account. Everything hangs together by the causes that the kernel keeps. A history that has grown since
 * the last look is read from where that look ended; one that went another way, from where the two part.
 */
export class Gathering {
  readonly found = new Map<number, Gathered>();
  readonly #entries: Entry[] = [];
  /** For each entry, the innermost exchange that was being served when it happened. */
  readonly #serving: (number | null)[] = [];

  /**
   * Read a history to its end.
   * @returns ids of the exchanges that are not as they were at the last look
   */
  read(entries: readonly Entry[]): ReadonlySet<number> {
    const changed = new Set<number>();
    this.#forget(this.#common(entries), changed);
    for (let i = this.#entries.length; i < entries.length; i++) {
      const entry = entries[i];
      if (entry) this.#take(entry, i, changed);
    }
    return changed;
  }

  /** How many entries are still as they were read. Entries are never changed in place, so a look at each place tells. */
  #common(entries: readonly Entry[]): number {
    let low = 0;
    let high = Math.min(entries.length, this.#entries.length);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (entries[middle - 1] === this.#entries[middle - 1]) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #forget(from: number, changed: Set<number>): void {
    if (from === this.#entries.length) return;
    this.#entries.length = from;
    this.#serving.length = from;
    for (const [id, gathered] of this.found) {
      if (id >= from) this.found.delete(id);
      else {
        if (gathered.endId >= from) gathered.end = null;
        else if (!gathered.states.some((s) => s.id >= from)) continue;
        if (gathered.end === null) gathered.endId = -1;
        gathered.states = gathered.states.filter((s) => s.id < from);
      }
      changed.add(id);
    }
  }

  #take(entry: Entry, i: number, changed: Set<number>): void {
    this.#entries.push(entry);
    const above = entry.cause >= 0 ? (this.#serving[entry.cause] ?? null) : null;
    this.#serving.push(above);
    if (entry.kind === 'request') {
      this.found.set(i, { request: entry, id: i, end: null, endId: -1, states: [], within: above });
      this.#serving[i] = i;
      changed.add(i);
    } else if (entry.kind === 'response' || entry.kind === 'chunk' || entry.kind === 'failure') {
      const exchange = this.found.get(entry.exchange);
      if (exchange && entry.kind !== 'chunk' && exchange.end === null) {
        exchange.end = entry;
        exchange.endId = i;
        changed.add(entry.exchange);
      }
      // What follows an answer belongs to whatever its client was doing.
      this.#serving[i] = exchange?.within ?? null;
    } else if (entry.kind === 'state' && above !== null && entry.machine.includes('/')) {
      this.found.get(above)?.states.push({ id: i, to: entry.to });
      changed.add(above);
    }
  }
}
