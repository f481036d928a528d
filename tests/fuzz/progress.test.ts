import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/exports/csv.ts';
import { toXapi } from '../../src/exports/xapi.ts';
import { calibration, type Entry, latestAttempts, readDocument } from '../../src/progress/index.ts';
import { cardsOf, due, planFor, settingsOf } from '../../src/review/index.ts';

const NOW = 1_772_440_200_000;

/** A record that is nearly an entry: any of its fields may be anything. */
const nearly = fc.record(
  {
    kind: fc.oneof(
      fc.constantFrom('attempt', 'lesson', 'exam', 'lab', 'card', 'undo', 'setting', 'draft', '__proto__', 'toString'),
      fc.jsonValue(),
    ),
    id: fc.oneof(fc.string(), fc.jsonValue()),
    at: fc.oneof(fc.integer({ min: 0, max: 2 * NOW }), fc.double(), fc.jsonValue()),
    question: fc.oneof(fc.string({ minLength: 1 }), fc.jsonValue()),
    score: fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.jsonValue()),
    confidence: fc.oneof(fc.constantFrom('sure', 'unsure', 'guess', null), fc.jsonValue()),
    misconceptions: fc.oneof(fc.array(fc.string({ minLength: 1 })), fc.jsonValue()),
    via: fc.oneof(fc.constantFrom('quiz', 'review'), fc.jsonValue()),
    lab: fc.string({ minLength: 1 }),
    passed: fc.array(fc.string({ minLength: 1 })),
    failed: fc.array(fc.string({ minLength: 1 })),
    of: fc.string({ minLength: 1 }),
    name: fc.constantFrom('review/limit', 'review/retention', 'review/exam', 'other'),
    value: fc.jsonValue(),
    card: fc.string({ minLength: 1 }),
    state: fc.constantFrom('active', 'suspended', 'buried'),
    until: fc.oneof(fc.constant(null), fc.double()),
  },
  { requiredKeys: ['kind', 'id', 'at'] },
);

const useEverywhere = (entries: readonly Entry[]): void => {
  const site = { title: 't', address: 'https://example.org/' };
  const deck = { questions: [], checks: [] };
  latestAttempts(entries);
  calibration(entries);
  settingsOf(entries);
  for (const card of cardsOf(entries)) expect(Number.isFinite(card.due)).toBe(true);
  due(entries, NOW);
  planFor(deck, entries, NOW);
  toCsv(entries, new Map());
  toXapi(entries, site, { questions: new Map(), lessons: new Map() });
};

describe('files that anyone may import', () => {
  it('never crash: every record becomes an entry that everything can use, or is set aside with a reason', () => {
    fc.assert(
      fc.property(fc.array(nearly, { maxLength: 12 }), fc.constantFrom(1, 2), (records, version) => {
        const text = JSON.stringify({ format: 'sidecar-lab progress', version, entries: records });
        const read = readDocument(text, NOW);
        if (!read.ok) throw new Error(read.problem);
        for (const { problem } of read.setAside) expect(problem).toMatch(/^[\w.]+: /);
        useEverywhere(read.entries);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never crash when they are no document at all', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readDocument(text, NOW)).toMatchObject({ ok: false, problem: expect.stringMatching(/\.$/) });
      }),
    );
  });
});
