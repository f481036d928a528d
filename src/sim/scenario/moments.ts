import { FAULT_BEGINS } from '../faults/index.ts';
import type { Entry, Time } from '../kernel/index.ts';
import { partyOf } from './parties.ts';
import type { Moment } from './story.ts';

const TROUBLE = new Set(['warn', 'error']);
/** Files under a Pod's volumes that a learner asked for; tokens and configuration of the Agent are left out. */
const SHOWN_FILE = /^pods\/[^/]+\/[^/]+\/vault-secrets[^/]*\//;

const momentOf = (entry: Entry, id: number, start: Time): Moment[] => {
  const at = entry.at - start;
  if (entry.kind === 'log' && entry.logger !== 'sidecar-lab') {
    const party = partyOf(entry.actor, entry.place).id;
    const text = entry.logger === '' ? entry.text : `${entry.logger}: ${entry.text}`;
    return [{ id, at, party, kind: 'log', text, trouble: TROUBLE.has(entry.level) }];
  }
  if (entry.kind === 'file' && entry.text !== null && partyOf(entry.actor, entry.place).kind === 'provider') {
    const party = partyOf(entry.actor, entry.place).id;
    return [
      { id, at, party, kind: 'file', text: `writes ${entry.path.split('/').slice(3).join('/')}`, trouble: false },
    ];
  }
  if (entry.kind === 'file' && SHOWN_FILE.test(entry.path) && entry.text !== null) {
    const party = partyOf(entry.actor, entry.place).id;
    return [
      {
        id,
        at,
        party,
        kind: 'file',
        text: `writes ${entry.path.replace(SHOWN_FILE, '/vault/secrets/')}`,
        trouble: false,
      },
    ];
  }
  if (entry.kind === 'command' && entry.command.type === 'note') {
    const { text } = entry.command as { readonly type: string; readonly text: string };
    return [{ id, at, party: 'operator', kind: 'fault', text, trouble: text.startsWith(FAULT_BEGINS) }];
  }
  return [];
};

/** Log lines, rendered files, faults: what is worth showing beside the exchanges. */
export const momentsOf = (entries: readonly Entry[], start: Time): Moment[] =>
  entries.flatMap((entry, id) => momentOf(entry, id, start));

/** The moments of a history that grows, is gone back in, and goes another way; each is told once. */
export class MomentLog {
  readonly #start: Time;
  readonly #entries: Entry[] = [];
  #moments: Moment[] = [];

  constructor(start: Time) {
    this.#start = start;
  }

  /** @param length so many entries have happened at the moment that is looked at */
  read(entries: readonly Entry[], length: number = entries.length): Moment[] {
    let same = Math.min(this.#entries.length, entries.length);
    // Histories part at their ends, so the search from behind is short.
    while (same > 0 && entries[same - 1] !== this.#entries[same - 1]) same--;
    if (same < this.#entries.length) {
      this.#entries.length = same;
      this.#moments = this.#moments.filter((m) => m.id < same);
    }
    for (let i = same; i < entries.length; i++) {
      const entry = entries[i];
      if (!entry) continue;
      this.#entries.push(entry);
      this.#moments.push(...momentOf(entry, i, this.#start));
    }
    if (length >= entries.length) return this.#moments.slice();
    return this.#moments.filter((m) => m.id < length);
  }
}
