import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Card, cardsOf, due, isLeech } from '../../../src/review/index.ts';
import { answered, at, graded, MONDAY, setting } from './history.ts';

const only = (cards: readonly Card[]): Card => {
  expect(cards).toHaveLength(1);
  return cards[0]!;
};

describe('cards', () => {
  it('come back the sooner the less was recalled', () => {
    const dueOf = (right: boolean, confidence: 'sure' | 'unsure' | 'guess' | null): number =>
      only(cardsOf([answered(0, 'q1', right, { confidence })])).due - MONDAY;
    expect(dueOf(true, 'sure')).toBeGreaterThan(dueOf(true, 'unsure'));
    expect(dueOf(true, 'guess')).toBe(dueOf(false, null));
    expect(dueOf(false, 'sure')).toBe(1);
  });

  it('count the first answer of a day: what follows the feedback is no recall', () => {
    const wrong = answered(0, 'q1', false);
    const alone = only(cardsOf([wrong]));
    expect(only(cardsOf([wrong, answered(0, 'q1', true)]))).toEqual(alone);
    expect(only(cardsOf([wrong, answered(1, 'q1', true)])).recalls).toBe(2);
  });

  it('change back when an answer is taken back', () => {
    const first = answered(0, 'q1');
    const second = answered(3, 'q1', false);
    const undo = { kind: 'undo', id: 'u', at: at(3, 6), of: second.id } as const;
    expect(cardsOf([first, second, undo])).toEqual(cardsOf([first]));
  });

  it('are made by a check of a lab that failed, not by one that passed at once', () => {
    const [card, ...rest] = cardsOf([graded(0, ['c2'], ['c1']), graded(2, ['c1', 'c2'], [])]);
    expect(rest).toEqual([]);
    expect(card).toMatchObject({ id: 'check lab-1 c1', recalls: 2, last: MONDAY + 2 });
  });

  it('hold ids alone', () => {
    const card = only(cardsOf([answered(0, 'q1', false, { answer: 'what was written' })]));
    expect(JSON.stringify(card)).not.toContain('what was written');
  });

  it('call a question a leech that was forgotten again and again', () => {
    const history = [0, 2, 4, 6, 8].map((day) => answered(day, 'q1', false));
    expect(isLeech(only(cardsOf(history.slice(0, 4))))).toBe(false);
    expect(isLeech(only(cardsOf(history)))).toBe(true);
  });

  it('are all met once more in the last three days before an exam', () => {
    const entries = [setting('exam', '2026-03-01'), ...Array.from({ length: 30 }, (_, i) => answered(0, `q${i}`))];
    const well = [...entries, ...Array.from({ length: 30 }, (_, i) => answered(2, `q${i}`))];
    const exam = Date.UTC(2026, 2, 1) / 86_400_000;
    const long = [...well, ...Array.from({ length: 30 }, (_, i) => answered(13, `q${i}`))];
    const days = cardsOf(long).map((card) => exam - card.due);
    expect(new Set(days)).toEqual(new Set([1, 2, 3]));
  });

  it('are due after their last recall and within FSRS’s bounds, whatever was answered', () => {
    const entry = fc
      .record({ day: fc.nat(20), q: fc.constantFrom('q1', 'q2'), right: fc.boolean() })
      .map(({ day, q, right }) => answered(day, q, right));
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 20 }), (entries) => {
        const sorted = entries.toSorted((a, b) => a.at - b.at);
        for (const card of cardsOf(sorted)) {
          expect(card.due).toBeGreaterThan(card.last);
          expect(card.memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(card.memory.difficulty).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});

describe('what is due', () => {
  it('is nothing on the day of the answer and the card on its day', () => {
    const entries = [answered(0, 'q1'), answered(0, 'q2', false), graded(0, [], ['c1'])];
    expect(due(entries, at(0, 10)).total).toBe(0);
    expect(due(entries, at(1))).toEqual({ questions: ['q2'], checks: [{ lab: 'lab-1', check: 'c1' }], total: 2 });
    expect(due(entries, at(2)).questions).toEqual(['q2', 'q1']);
  });

  it('begins at four in the morning, not at midnight', () => {
    const entries = [answered(0, 'q1', false)];
    expect(due(entries, at(1, -0.5)).total).toBe(0);
    expect(due(entries, at(1, 0)).total).toBe(1);
  });

  it('leaves out what the learner put away, until it comes back', () => {
    const entries = [answered(0, 'q1', false)];
    const put = (state: 'suspended' | 'buried' | 'active', until: number | null) => ({
      kind: 'card' as const,
      id: 'c',
      at: at(1),
      card: 'question q1',
      state,
      until,
    });
    expect(due([...entries, put('suspended', null)], at(9)).total).toBe(0);
    expect(due([...entries, put('buried', at(2, 0))], at(1)).total).toBe(0);
    expect(due([...entries, put('buried', at(2, 0))], at(2)).total).toBe(1);
    expect(due([...entries, put('active', null)], at(1)).total).toBe(1);
  });
});
