import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import type { NewEntry, Surroundings } from '../../../src/progress/index.ts';
import type { Shelf } from '../../../src/progress/journal.ts';

let count = 0;

/** A name of a database that no other test uses. */
export const freshName = (): string => `test-${++count}`;

export const attempt = (question: string, more: Partial<Extract<NewEntry, { kind: 'attempt' }>> = {}): NewEntry => ({
  kind: 'attempt',
  question,
  answer: ['a'],
  score: 1,
  confidence: 'sure',
  misconceptions: [],
  via: 'quiz',
  ...more,
});

/** `localStorage` for tests. */
export const shelf = (): Shelf & { readonly content: ReadonlyMap<string, string> } => {
  const content = new Map<string, string>();
  return {
    content,
    getItem: (key) => content.get(key) ?? null,
    setItem: (key, value) => void content.set(key, value),
    removeItem: (key) => void content.delete(key),
    key: (i) => [...content.keys()][i] ?? null,
    get length() {
      return content.size;
    },
  };
};

/** Ids and times that only go up. */
export const around = (kept: Shelf | null = null): Surroundings => ({
  now: () => 1_000 + count,
  unique: () => `device-${++count}`,
  shelf: kept,
});

export const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/progress/${name}`, import.meta.url), 'utf8');
