import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Document, type Entry, mergeDocuments, type SetAside, toDocument } from '../../../src/progress/index.ts';
import { insert, merge } from '../../../src/progress/merge.ts';

// Few ids, times and names, so that they clash; entries with one id may differ, as in files that someone edited.
const common = { id: fc.constantFrom('a', 'b', 'c', 'd'), at: fc.nat(4) };
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ ...common, kind: fc.constant('undo' as const), of: fc.constantFrom('a', 'b') }),
  fc.record({
    ...common,
    kind: fc.constant('attempt' as const),
    question: fc.constantFrom('q1', 'q2'),
    answer: fc.nat(2),
    score: fc.constantFrom(0, 1),
    confidence: fc.constant(null),
    misconceptions: fc.constant<string[]>([]),
    via: fc.constant('quiz' as const),
  }),
  fc.record({
    ...common,
    kind: fc.constant('setting' as const),
    name: fc.constantFrom('x', 'y'),
    value: fc.nat(2),
  }),
  fc.record({
    ...common,
    kind: fc.constant('card' as const),
    card: fc.constantFrom('q1', 'q2'),
    state: fc.constant('active' as const),
    until: fc.constant(null),
  }),
);
const aside: fc.Arbitrary<SetAside> = fc.record({ raw: fc.nat(3), problem: fc.constantFrom('p', 'q'), at: fc.nat(2) });
const document: fc.Arbitrary<Document> = fc
  .tuple(fc.array(entry, { maxLength: 8 }), fc.array(aside, { maxLength: 3 }), fc.nat(5))
  .map(([entries, setAside, at]) => toDocument(entries, setAside, at));

describe('merging the documents of devices', () => {
  it('makes no difference in which order', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        expect(mergeDocuments(a, b)).toEqual(mergeDocuments(b, a));
      }),
    );
  });

  it('makes no difference in which grouping', () => {
    fc.assert(
      fc.property(document, document, document, (a, b, c) => {
        expect(mergeDocuments(mergeDocuments(a, b), c)).toEqual(mergeDocuments(a, mergeDocuments(b, c)));
      }),
    );
  });

  it('makes no difference when done again', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        const once = mergeDocuments(a, b);
        expect(mergeDocuments(once, b)).toEqual(once);
        expect(mergeDocuments(once, once)).toEqual(once);
      }),
    );
  });

  it('loses no answer and counts none twice', () => {
    fc.assert(
      fc.property(document, document, (a, b) => {
        const ids = (entries: readonly Entry[]): string[] =>
          entries.flatMap(({ kind, id }) => (kind === 'attempt' || kind === 'undo' ? [id] : []));
        const merged = ids(mergeDocuments(a, b).entries);
        expect(new Set(merged)).toEqual(new Set([...ids(a.entries), ...ids(b.entries)]));
        expect(merged).toHaveLength(new Set(merged).size);
      }),
    );
  });

  it('is the same one entry at a time', () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (entries) => {
        expect(entries.reduce<readonly Entry[]>((merged, next) => insert(merged, next), [])).toEqual(merge(entries));
      }),
    );
  });
});
