/** Histories for tests, told in days. */
import type { Entry } from '../../../src/progress/index.ts';
import { beginningOf, type Deck } from '../../../src/review/index.ts';

/** An ordinary Monday. */
export const MONDAY = 20_458;

/** Unix milliseconds: so many hours after a day of the learner begins. */
export const at = (day: number, hours = 5): number => beginningOf(MONDAY + day) + hours * 3_600_000;

let count = 0;

type Told = Partial<Extract<Entry, { kind: 'attempt' }>>;

/** @param day counted from Monday */
export const answered = (day: number, question: string, right = true, more: Told = {}): Entry => ({
  kind: 'attempt',
  id: `a${++count}`,
  at: at(day) + count,
  question,
  answer: null,
  score: right ? 1 : 0,
  confidence: null,
  misconceptions: [],
  via: 'quiz',
  ...more,
});

export const graded = (day: number, passed: string[], failed: string[]): Entry => ({
  kind: 'lab',
  id: `l${++count}`,
  at: at(day) + count,
  lab: 'lab-1',
  passed,
  failed,
});

export const setting = (name: string, value: unknown): Entry => ({
  kind: 'setting',
  id: `s${++count}`,
  at: at(0) + count,
  name: `review/${name}`,
  value,
});

export const question = (id: string, more: Partial<Deck['questions'][number]> = {}): Deck['questions'][number] => ({
  id,
  title: id,
  lesson: 'L01',
  objectives: ['1a'],
  situation: null,
  misconceptions: [],
  ...more,
});

export const deck = (...questions: readonly (string | Deck['questions'][number])[]): Deck => ({
  questions: questions.map((q) => (typeof q === 'string' ? question(q) : q)),
  checks: [{ lab: 'lab-1', check: 'c1', title: 'c1', objectives: [] }],
});
