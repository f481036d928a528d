import { describe, expect, it } from 'vitest';
import {
  ALL,
  addressOf,
  readAddress,
  type Selection,
  select,
  selectionWords,
} from '../../../../src/islands/quiz/selection.ts';
import type { Attempt } from '../../../../src/progress/index.ts';

const question = (id: string, lesson: string, objectives: string[], misconceptions: string[], difficulty: number) => ({
  id,
  title: id,
  type: 'single',
  kind: 'Single choice',
  lesson,
  objectives,
  misconceptions,
  difficulty,
});
const questions = [
  question('a', 'L01', ['1a'], ['M01'], 1),
  question('b', 'L01', ['1a', '1f'], [], 3),
  question('c', 'L02', ['1f'], ['M01'], 3),
];
const lessons = [{ id: 'L01', title: 'One', questions: ['b'] }];
const history = {
  latest: new Map([
    ['a', { score: 1 } as Attempt],
    ['b', { score: 0.5 } as Attempt],
  ]),
  due: ['c', 'a'],
};
const ids = (part: Partial<Selection>): string[] =>
  select({ ...ALL, ...part }, questions, lessons, history).map(({ id }) => id);

describe('a selection', () => {
  it('takes a lesson with its own questions first', () => {
    expect(ids({ lesson: 'L01' })).toEqual(['b', 'a']);
  });
  it.each<[Partial<Selection>, string[]]>([
    [{ objective: '1f' }, ['b', 'c']],
    [{ misconception: 'M01' }, ['a', 'c']],
    [{ difficulty: 3, objective: '1a' }, ['b']],
    [{ which: 'open' }, ['c']],
    [{ which: 'wrong' }, ['b']],
    [{ which: 'due', lesson: 'L02' }, ['c']],
  ])('takes %j', (part, found) => {
    expect(ids(part)).toEqual(found);
  });
  it('is read from its own address, and nothing else is one', () => {
    const selection: Selection = { lesson: null, objective: '1f', misconception: 'M01', difficulty: 3, which: 'wrong' };
    expect(readAddress(addressOf(selection, 'b'))).toEqual({ selection, question: 'b' });
    expect(readAddress('?difficulty=9&lesson=L01')?.selection).toEqual({ ...ALL, lesson: 'L01' });
    expect(readAddress('?utm=1')).toBeNull();
  });
  it('is said in words', () => {
    const topics = { lessons, objectives: [], misconceptions: [{ id: 'M01', believed: 'The `reviewer` logs in.' }] };
    const wish: Selection = { lesson: 'L01', objective: '1f', misconception: 'M01', difficulty: 3, which: 'wrong' };
    expect(selectionWords(wish, topics)).toBe(
      'L01 One, objective 1f, “The reviewer logs in.”, difficulty 3, not right last time',
    );
    expect(selectionWords(ALL, topics)).toBe('All lessons');
  });
});
