/**
 * The rows of an Anki collection of schema 11, the one that every Anki since 2.0 imports. Table and column names, and
 * the keys of the JSON columns: anki: rslib/src/storage/schema11.sql and rslib/src/storage/upgrades.
 */
import { sha1 } from '@noble/hashes/legacy.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Card, Recall } from '../../review/index.ts';
import { beginningOf, type Day } from '../../review/index.ts';
import type { Note } from '../note.ts';
import { DECK, DECK_ID, MODEL_ID } from './deck.ts';

export const SCHEMA = `
CREATE TABLE col (id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL, scm integer NOT NULL,
  ver integer NOT NULL, dty integer NOT NULL, usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL, tags text NOT NULL);
CREATE TABLE notes (id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL, mod integer NOT NULL,
  usn integer NOT NULL, tags text NOT NULL, flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL, ord integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL, lapses integer NOT NULL, left integer NOT NULL,
  odue integer NOT NULL, odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL, ease integer NOT NULL,
  ivl integer NOT NULL, lastIvl integer NOT NULL, factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_cid ON revlog (cid);
CREATE INDEX ix_notes_csum ON notes (csum);
`;

export type Row = readonly (string | number)[];

export interface Collection {
  readonly col: Row;
  readonly notes: readonly Row[];
  readonly cards: readonly Row[];
  readonly revlog: readonly Row[];
}

const STYLE =
  '.card { font-family: system-ui, sans-serif; font-size: 18px; line-height: 1.5; text-align: left; max-width: 40em; margin: auto; } code, pre { font-family: ui-monospace, monospace; font-size: 0.9em; } pre { white-space: pre-wrap; }';

const fieldOf = (name: string, ord: number) => ({
  name,
  ord,
  sticky: false,
  rtl: false,
  font: 'Arial',
  size: 20,
  media: [],
});

const model = (mod: number) => ({
  id: MODEL_ID,
  name: DECK,
  type: 0,
  mod,
  usn: -1,
  sortf: 0,
  did: DECK_ID,
  tmpls: [
    {
      name: 'Card 1',
      ord: 0,
      qfmt: '{{Front}}',
      afmt: '{{FrontSide}}<hr id=answer>{{Back}}',
      bqfmt: '',
      bafmt: '',
      did: null,
    },
  ],
  flds: [fieldOf('Front', 0), fieldOf('Back', 1)],
  css: STYLE,
  latexPre: '',
  latexPost: '',
  tags: [],
  vers: [],
  req: [[0, 'any', [0]]],
});

const deck = (id: number, name: string, mod: number) => ({
  id,
  name,
  mod,
  usn: -1,
  lrnToday: [0, 0],
  revToday: [0, 0],
  newToday: [0, 0],
  timeToday: [0, 0],
  collapsed: false,
  browserCollapsed: false,
  desc: '',
  dyn: 0,
  conf: 1,
  extendNew: 0,
  extendRev: 0,
});

const options = {
  id: 1,
  name: 'Default',
  mod: 0,
  usn: 0,
  maxTaken: 60,
  autoplay: true,
  timer: 0,
  replayq: true,
  dyn: false,
  new: { bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, ivlFct: 1, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
};

const CONFIGURATION = { curDeck: DECK_ID, activeDecks: [DECK_ID], curModel: MODEL_ID, nextPos: 1, sortType: 'noteFld' };

/** The first eight hex digits of a field's SHA-1 as a number: what Anki finds duplicates by. */
const checksum = (text: string): number => {
  const [a = 0, b = 0, c = 0, d = 0] = sha1(utf8ToBytes(text));
  return a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
};

const plain = (html: string): string => html.replaceAll(/<[^>]+>/g, '');

/** A number for an id that stays the same: six bytes of its SHA-1, in the range of Anki's own (milliseconds). */
const numberFor = (id: string): number =>
  sha1(utf8ToBytes(id))
    .slice(0, 6)
    .reduce((sum, byte) => sum * 256 + byte, 0) + 1;

export interface Learned {
  readonly card: Card;
  readonly recalls: readonly Recall[];
}

/**
 * @param learned what the learner did with each question, by its id; others become new cards
 * @param now Unix milliseconds
 * @param today the learner's day
 */
export const toCollection = (
  notes: readonly Note[],
  learned: ReadonlyMap<string, Learned>,
  now: number,
  today: Day,
): Collection => {
  const seconds = Math.floor(now / 1000);
  // Anki counts days from here: early enough for every recall.
  const firsts = [...learned.values()].map(({ card }) => card.first);
  const origin = Math.min(today, ...firsts);
  const revlog: Row[] = [];
  const used = new Set<number>();
  const cards = notes.map(({ id }, i): Row => {
    const number = numberFor(id);
    const known = learned.get(id);
    if (known === undefined)
      return [number, number, DECK_ID, 0, seconds, -1, 0, 0, i + 1, 0, 0, 0, 0, 0, 0, 0, 0, '{}'];
    const { card, recalls } = known;
    recalls.forEach(({ day, grade }, k) => {
      // Identified by their time, which must not occur twice.
      let at = beginningOf(day) + 3_600_000 + i;
      while (used.has(at)) at++;
      used.add(at);
      const next = recalls[k + 1]?.day ?? card.due;
      const before = k === 0 ? 0 : day - recalls[k - 1]!.day;
      revlog.push([at, number, -1, grade, Math.max(1, next - day), before, 2500, 0, k === 0 ? 0 : 1]);
    });
    const interval = Math.max(1, card.due - card.last);
    const queue = card.away === null ? 2 : -1;
    const row = [2, queue, card.due - origin, interval, 2500, card.recalls, card.lapses, 0, 0, 0, 0, '{}'] as const;
    return [number, number, DECK_ID, 0, seconds, -1, ...row];
  });
  return {
    col: [
      1,
      Math.floor(beginningOf(origin) / 1000),
      now,
      now,
      11,
      0,
      0,
      0,
      JSON.stringify(CONFIGURATION),
      JSON.stringify({ [MODEL_ID]: model(seconds) }),
      JSON.stringify({ 1: deck(1, 'Default', 0), [DECK_ID]: deck(DECK_ID, DECK, seconds) }),
      JSON.stringify({ 1: options }),
      '{}',
    ],
    notes: notes.map(({ id, front, back, tags }) => [
      numberFor(id),
      id,
      MODEL_ID,
      seconds,
      -1,
      tags.length === 0 ? '' : ` ${tags.join(' ')} `,
      `${front}\u001f${back}`,
      plain(front),
      checksum(plain(front)),
      0,
      '',
    ]),
    cards,
    revlog: revlog.toSorted((a, b) => Number(a[0]) - Number(b[0])),
  };
};
