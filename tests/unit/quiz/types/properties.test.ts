import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/quiz/bank/bank.ts';
import { parseBank } from '../../../../src/quiz/bank/parse.ts';
import { writeQuestion } from '../../../../src/quiz/bank/write.ts';
import { shuffleBy } from '../../../../src/quiz/order.ts';
import { EXAM_SETTINGS, PRACTICE_SETTINGS } from '../../../../src/quiz/score/score.ts';
import { questionTypes } from '../../../../src/quiz/types/index.ts';
import { HEAD } from '../helpers.ts';

const root = new URL('../../../../', import.meta.url);
const files = [
  'tests/fixtures/examples.q.md',
  'tests/fixtures/further-types.q.md',
  ...readdirSync(new URL('content/questions/', root))
    .filter((name) => name.endsWith('.q.md'))
    .map((name) => `content/questions/${name}`),
];
const questions = files.flatMap(
  (file) => parseBank(readFileSync(new URL(file, root), 'utf8'), file).read.bank.questions,
);
const kinds = questionTypes.all.map((type) => ({ type, asked: questions.filter((q) => q.type === type.name) }));

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => [key, ...strings(inner)])
      : [];

/** Responses of the shape of the key with parts of the question in wrong places, and anything else. */
const responses = (question: Question): fc.Arbitrary<unknown> => {
  const key = questionTypes.find(question.type)!.key(question.body);
  const pool = fc.constantFrom(...new Set(strings(question.body)), '', 'no such part');
  if (typeof key === 'string') return fc.oneof(pool, fc.string(), fc.constant(key));
  if (Array.isArray(key))
    return fc.oneof(fc.shuffledSubarray(key, { minLength: key.length }), fc.uniqueArray(pool, { maxLength: 9 }));
  return fc.oneof(
    fc.record(Object.fromEntries(Object.keys(key as object).map((name) => [name, pool]))),
    fc.constant(key),
    fc.anything(),
  );
};

describe.each(kinds.map(({ type, asked }) => [type.name, type, asked] as const))('%s', (_name, type, asked) => {
  it('gives the key the full score, whatever the setting', () => {
    expect(asked.length).toBeGreaterThan(0);
    for (const { id, body } of asked) {
      const key = type.check(body, JSON.parse(JSON.stringify(type.key(body))));
      if (!key.ok) throw new Error(`${id}: ${key.problem}`);
      for (const settings of [EXAM_SETTINGS, PRACTICE_SETTINGS])
        expect([id, type.score(body, key.value, settings)]).toMatchObject([id, { value: 1, right: true }]);
    }
  });

  it('scores from 0 to 1, and the same in whatever order it is shown', () => {
    for (const question of asked) {
      fc.assert(
        fc.property(responses(question), fc.string(), (value, seed) => {
          const response = type.check(question.body, value);
          if (!response.ok) return response.problem.endsWith('.');
          const arranged = type.arrange(question.body, shuffleBy(seed));
          return [EXAM_SETTINGS, PRACTICE_SETTINGS].every((settings) => {
            const score = type.score(question.body, response.value, settings);
            const again = type.score(arranged, response.value, settings);
            return (
              score.value >= 0 && score.value <= 1 && score.right === (score.value === 1) && again.value === score.value
            );
          });
        }),
        { numRuns: 40 },
      );
    }
  });

  it('shows the same before and after the key is there, and tells nothing of it before', () => {
    for (const { body, id } of asked) {
      const concealed = type.conceal(body);
      const order = shuffleBy(id);
      expect(type.speak(type.arrange(concealed, order))).toEqual(type.speak(type.arrange(body, order)));
      expect(JSON.stringify(concealed)).not.toMatch(/"key":true|"misconception":"M/);
    }
  });

  it('is read back as it was written', () => {
    for (const question of asked) {
      if (question.scenario !== null) continue;
      const { read, messages } = parseBank(`${HEAD}\n${writeQuestion(question)}\n`, 'again.q.md');
      expect(messages).toEqual([]);
      expect(read.bank.questions[0]!.body).toEqual(question.body);
    }
  });
});
