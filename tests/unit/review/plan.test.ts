import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../src/progress/index.ts';
import {
  cardsOf,
  DEFAULTS,
  examPlan,
  forecast,
  misconceptionHeat,
  objectiveHeat,
  planFor,
  questionCard,
} from '../../../src/review/index.ts';
import { interleave } from '../../../src/review/plan.ts';
import { answered, at, deck, MONDAY, question, setting } from './history.ts';

const wrong = (...ids: string[]): Entry[] => ids.map((id) => answered(0, id, false));
const names = (cards: readonly string[]): string[] => cards.map((id) => id.replace('question ', ''));

describe('the plan of a day', () => {
  it('keeps to the limit and says what is beyond it', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `q${i}`);
    const entries = [setting('limit', 5), ...wrong(...ids)];
    expect(planFor(deck(...ids), entries, at(1))).toMatchObject({ beyond: 7, resting: 0, done: 0 });
    const after = [...entries, answered(1, 'q0'), answered(1, 'q1')];
    expect(planFor(deck(...ids), after, at(1, 6))).toMatchObject({ done: 2, beyond: 7, due: expect.any(Array) });
    expect(planFor(deck(...ids), after, at(1, 6)).due).toHaveLength(3);
  });

  it('begins with errors that the learner was sure about', () => {
    const entries = [...wrong('q1', 'q2'), answered(0, 'q3', false, { confidence: 'sure' })];
    expect(names(planFor(deck('q1', 'q2', 'q3'), entries, at(1)).due)[0]).toBe('q3');
  });

  it('asks one question of a situation a day; its siblings rest until tomorrow', () => {
    const set = deck(
      question('q1', { situation: 's' }),
      question('q2', { situation: 's' }),
      question('q3', { situation: null }),
    );
    const entries = wrong('q1', 'q2', 'q3');
    const plan = planFor(set, entries, at(1));
    expect(plan.due).toHaveLength(2);
    expect(plan.resting).toBe(1);
    // Also when the sibling was met elsewhere today.
    expect(names(planFor(set, [...entries, answered(1, 'q1')], at(1, 6)).due)).toEqual(['q3']);
    expect(names(planFor(set, [...entries, answered(1, 'q1')], at(2)).due)).toContain('q2');
  });

  it('mixes topics', () => {
    expect(interleave(['a1', 'a2', 'a3', 'b1', 'b2'], (s) => s[0]!)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3']);
  });

  it('offers new questions of lessons that were begun, within their own limit', () => {
    const set = deck('q1', 'q2', 'q3', question('later', { lesson: 'L09' }));
    expect(planFor(set, [], at(0)).fresh).toEqual([]);
    expect(names(planFor(set, [answered(0, 'q1')], at(0, 6)).fresh)).toEqual(['q2', 'q3']);
    expect(names(planFor(set, [setting('fresh', 2), answered(0, 'q1')], at(0, 6)).fresh)).toEqual(['q2']);
    expect(names(planFor(set, [setting('fresh', 1), answered(0, 'q1')], at(1)).fresh)).toEqual(['q2']);
    const done: Entry = { kind: 'lesson', id: 'x', at: at(0), lesson: 'L09', step: 'done' };
    expect(names(planFor(set, [done], at(0, 6)).fresh)).toEqual(['later']);
  });

  it('does not ask what is no longer in the course', () => {
    expect(planFor(deck('q1'), wrong('q1', 'gone'), at(1)).due).toEqual([questionCard('q1')]);
  });
});

describe('the forecast', () => {
  const today = MONDAY + 1;

  it('accounts for every due card, spread by the limit', () => {
    const cards = cardsOf(wrong(...Array.from({ length: 25 }, (_, i) => `q${i}`)));
    const { days } = forecast(cards, [], today, 7, { ...DEFAULTS, limit: 10, fresh: 0 });
    expect(days.slice(0, 3).map(({ reviews }) => reviews)).toEqual([10, 10, expect.any(Number)]);
    expect(days.every(({ reviews }) => reviews <= 10)).toBe(true);
    expect(days.slice(0, 4).reduce((sum, { reviews }) => sum + reviews, 0)).toBeGreaterThanOrEqual(25);
  });

  it('takes in new questions as wished, and expects more recall from a higher wish', () => {
    const unanswered = Array.from({ length: 12 }, (_, i) => questionCard(`n${i}`));
    const by = (retention: number) => forecast([], unanswered, today, 30, { ...DEFAULTS, retention, fresh: 5 });
    expect(
      by(0.9)
        .days.slice(0, 4)
        .map(({ fresh }) => fresh),
    ).toEqual([5, 5, 2, 0]);
    expect(by(0.9).met).toBe(12);
    expect(by(0.95).recall!).toBeGreaterThan(by(0.8).recall!);
  });

  it('raises recall on the day of the exam by meeting every card in the last days', () => {
    const entries = [0, 2, 13].flatMap((day) => Array.from({ length: 20 }, (_, i) => answered(day, `q${i}`)));
    const exam = MONDAY + 40;
    const to = (with_: number | null) =>
      forecast(cardsOf(entries, { ...DEFAULTS, exam: with_ }), [], MONDAY + 14, 26, { ...DEFAULTS, exam: with_ });
    expect(to(exam).recall!).toBeGreaterThan(to(null).recall!);
    const last = to(exam).days.slice(-3);
    expect(last.reduce((sum, { reviews }) => sum + reviews, 0)).toBeGreaterThanOrEqual(20);
  });

  it('says how many new questions a day meet all before the last days', () => {
    expect(examPlan(MONDAY + 13, MONDAY, 45)).toEqual({ daysLeft: 13, unanswered: 45, needed: 5 });
    expect(examPlan(MONDAY + 1, MONDAY, 9).needed).toBe(9);
    expect(examPlan(MONDAY, MONDAY, 9)).toEqual({ daysLeft: 0, unanswered: 9, needed: null });
  });
});

describe('the heat map', () => {
  it('counts what was never answered as not known', () => {
    const set = deck('q1', 'q2', question('other', { objectives: ['2b'] }));
    const [row, ...rest] = objectiveHeat(['1a', '9z'], set, cardsOf([answered(0, 'q1')]), MONDAY);
    expect(rest).toEqual([]);
    expect(row).toMatchObject({ id: '1a', questions: 2, answered: 1, known: 0.5, recall: 1 });
  });

  it('follows a misconception from showing to right answers', () => {
    const set = deck(question('q1', { misconceptions: ['M1'] }), question('q2', { misconceptions: ['M1'] }));
    const shown = answered(0, 'q1', false, { misconceptions: ['M1'] });
    expect(misconceptionHeat([shown, answered(1, 'q2')], set)).toMatchObject([
      { id: 'M1', shown: 1, rightSince: 1, open: ['q1'] },
    ]);
    expect(misconceptionHeat([shown, answered(1, 'q1')], set)).toMatchObject([{ rightSince: 1, open: [] }]);
  });
});
