import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin } from '../../../src/exam/attempt/attempt.ts';
import { type KnownItem, nextActions } from '../../../src/exam/result/actions.ts';
import { earlierThan, restingIn } from '../../../src/exam/result/compare.ts';
import { completeness, gradeAll, toEntries } from '../../../src/exam/result/grade.ts';
import { differs, wilson } from '../../../src/exam/result/interval.ts';
import { reportOn } from '../../../src/exam/result/report.ts';
import { type ExamEntry, merge } from '../../../src/progress/index.ts';
import { serve } from '../../../src/quiz/served.ts';
import { questionTypes } from '../../../src/quiz/types/index.ts';
import { read } from '../quiz/helpers.ts';

const BANK = read(`
## First {#first obj=1a}

Which?

- [x] Right {#right}
  > Yes.
- [ ] Wrong {#wrong m=M01}
  > No.

## Second {#second select=2 obj=1a,2b}

Which two?

- [x] One {#one}
  > Yes.
- [x] Two {#two}
  > Yes.
- [ ] Three {#three}
  > No.
`).read.bank;

const questions = new Map(
  BANK.questions.map((question) => [
    question.id,
    {
      question: serve(question, { bank: BANK, misconceptions: {}, lesson: null, labs: {} }),
      type: questionTypes.find(question.type)!,
    },
  ]),
);

const attempt = (responses: readonly unknown[], partial: 'all' | 'share' = 'all') => {
  const fresh = begin({
    id: 'e1',
    recipe: { blueprint: 'b', seed: 's', bank: 'v', resting: [] },
    title: 'Test',
    pass: 70,
    partial,
    questions: ['first', 'second', 'gone'],
    limit: 60_000,
    now: { wall: 1000, steady: 0, page: 'p' },
  });
  return {
    ...fresh,
    ended: 5000,
    items: fresh.items.map((item, i) => ({ ...item, response: responses[i] ?? null, confidence: 'sure' as const })),
  };
};

const exam = (id: string, scores: readonly (number | null)[], ended = 0): ExamEntry => ({
  ...(toEntries(attempt([]), [])[0] as ExamEntry),
  id,
  ended,
  items: scores.map((score, i) => ({
    question: `q${i}`,
    objectives: i % 2 === 0 ? ['1a'] : ['1b', '2a'],
    answer: null,
    score,
    confidence: i % 2 === 0 ? 'sure' : null,
    misconceptions: score === 0 ? ['M01'] : [],
    flagged: false,
    spent: 0,
  })),
});

const DOMAINS = [
  {
    id: '1',
    title: 'One',
    objectives: [
      { id: '1a', title: 'A' },
      { id: '1b', title: 'B' },
    ],
  },
  { id: '2', title: 'Two', objectives: [{ id: '2a', title: 'C' }] },
  { id: '3', title: 'Three', objectives: [{ id: '3a', title: 'D' }] },
];

describe('grading', () => {
  it('scores by the kind, counts no answer and an incomplete one as none, and judges nobody by a question that is gone', () => {
    expect(gradeAll(attempt(['wrong', ['one']]), questions)).toMatchObject([
      { question: 'first', score: 0, misconceptions: ['M01'], answer: 'wrong' },
      { question: 'second', score: null, answer: null, objectives: ['1a', '2b'] },
    ]);
    expect(gradeAll(attempt(['right', ['one', 'three']]), questions).map(({ score }) => score)).toEqual([1, 0]);
  });

  it('gives parts of a point where the learner chose so', () => {
    const [, second] = gradeAll(attempt([null, ['one', 'two']], 'share'), questions);
    expect(second!.score).toBe(1);
  });

  it('writes the exam and its answers once, however often it is written', () => {
    const taken = attempt(['right', null]);
    const entries = toEntries(taken, gradeAll(taken, questions));
    expect(entries.map(({ id, kind }) => `${kind} ${id}`)).toEqual(['exam e1', 'attempt e1/first']);
    expect(merge(entries, entries)).toHaveLength(2);
  });

  it('tells an incomplete answer from none', () => {
    expect(completeness(questions.get('second')!, null)).toEqual({ state: 'open' });
    expect(completeness(questions.get('second')!, ['one'])).toEqual({
      state: 'incomplete',
      problem: 'Select two; you selected one.',
    });
    expect(completeness(questions.get('second')!, ['one', 'three'])).toEqual({ state: 'answered' });
  });
});

describe('the interval', () => {
  it('is that of the textbooks', () => {
    // Newcombe 1998, table I: 81 of 263 and 15 of 148, 95 %.
    const first = wilson(81, 263, 1.959964);
    expect([first.low, first.high].map((n) => n.toFixed(4))).toEqual(['0.2553', '0.3662']);
    const second = wilson(15, 148, 1.959964);
    expect([second.low, second.high].map((n) => n.toFixed(4))).toEqual(['0.0624', '0.1605']);
    const none = wilson(0, 20, 1.959964);
    expect([none.low, none.high].map((n) => n.toFixed(4))).toEqual(['0.0000', '0.1611']);
  });

  it('contains the share, stays within 0 and 1, and is narrower with more items', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0, max: 1, noNaN: true }), (of, share) => {
        const { low, high } = wilson(share * of, of);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(share + 1e-9);
        expect(high).toBeGreaterThanOrEqual(share - 1e-9);
        const more = wilson(share * of * 4, of * 4);
        expect(more.high - more.low).toBeLessThan(high - low);
      }),
    );
  });

  it('tells a difference from chance', () => {
    expect(differs({ points: 12, of: 20 }, { points: 14, of: 20 })).toBe(false);
    expect(differs({ points: 8, of: 20 }, { points: 17, of: 20 })).toBe(true);
    expect(differs({ points: 20, of: 20 }, { points: 20, of: 20 })).toBe(false);
  });
});

describe('the report', () => {
  it('counts an item in each of its domains and leaves out domains without items', () => {
    const report = reportOn(exam('e', [1, 0, 1, null]), DOMAINS);
    expect(report).toMatchObject({ points: 2, of: 4, answered: 3, passed: false });
    expect(report.domains.map(({ id, points, of }) => [id, points, of])).toEqual([
      ['1', 2, 4],
      ['2', 0, 2],
    ]);
    expect(report.domains[0]!.objectives.map(({ id, points, of }) => [id, points, of])).toEqual([
      ['1a', 2, 2],
      ['1b', 0, 2],
    ]);
    expect(report.confidence[0]).toEqual({ confidence: 'sure', answered: 2, right: 2 });
    expect(report.misconceptions).toEqual([{ id: 'M01', questions: ['q1'] }]);
  });

  it('passes exactly at the line', () => {
    const scores = (right: number) => Array.from({ length: 10 }, (_, i) => (i < right ? 1 : 0));
    expect(reportOn(exam('e', scores(7)), DOMAINS)).toMatchObject({ passed: true, close: true });
    expect(reportOn(exam('e', scores(6)), DOMAINS)).toMatchObject({ passed: false, close: true });
    expect(reportOn(exam('e', scores(1)), DOMAINS)).toMatchObject({ passed: false, close: false });
  });
});

describe('what to do next', () => {
  const known = (id: string, score: number | null, more: Partial<KnownItem> = {}): KnownItem => ({
    ...exam('e', [score]).items[0]!,
    question: id,
    title: id,
    confidence: null,
    lesson: { id: 'L04', title: 'Reviewer', slug: 'reviewer' },
    ...more,
  });

  it('begins with what was wrong though sure, then lesson, lab and practice', () => {
    const actions = nextActions(
      [
        known('a', 1),
        known('b', 0, { confidence: 'sure' }),
        known('c', 0, { lesson: { id: 'L07', title: 'Policies', slug: 'policies' }, objectives: ['2b'] }),
        known('d', 0, { lesson: { id: 'L07', title: 'Policies', slug: 'policies' } }),
        known('e', null),
      ],
      [
        { id: 'other', title: 'Other', objectives: ['9b'] },
        { id: 'fix-path', title: 'Fix the path', objectives: ['2b'] },
      ],
    );
    expect(actions.map(({ path }) => path)).toEqual([
      '/quiz/b/answer/',
      '/lessons/reviewer/',
      '/labs/fix-path/',
      '/quiz/?lesson=all&which=wrong',
      '/quiz/?lesson=all&which=open',
    ]);
  });

  it('has something to say after a full score, too', () => {
    expect(nextActions([known('a', 1)], []).map(({ path }) => path)).toEqual(['/progress/', '/exam/']);
  });
});

describe('earlier exams', () => {
  it('of the same blueprint are compared, latest first', () => {
    const right = (n: number) => Array.from({ length: 20 }, (_, i) => (i < n ? 1 : 0));
    const entries = [
      exam('old', right(6), 1),
      exam('new', right(13), 2),
      { ...exam('b', right(1), 2), blueprint: 'x' },
    ];
    const now = exam('now', right(14), 3);
    expect(earlierThan(now, [...entries, now]).map(({ exam: { id }, now: is }) => [id, is])).toEqual([
      ['new', 'alike'],
      ['old', 'more'],
    ]);
  });

  it('let their questions rest', () => {
    const taken = attempt(['right', null]);
    const entries = toEntries({ ...taken, ended: 10 * 86_400_000 }, gradeAll(taken, questions));
    expect([...restingIn(entries, 7, 16 * 86_400_000)]).toEqual(['first']);
    expect([...restingIn(entries, 7, 18 * 86_400_000)]).toEqual([]);
  });
});
