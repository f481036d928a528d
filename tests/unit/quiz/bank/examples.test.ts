import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/quiz/bank/bank.ts';
import { parseBank } from '../../../../src/quiz/bank/parse.ts';
import { writeBank } from '../../../../src/quiz/bank/write.ts';

const text = readFileSync(new URL('../../../fixtures/examples.q.md', import.meta.url), 'utf8');
const { read, messages } = parseBank(text, 'examples.q.md');

const withoutPlaces = (question: Question): Question => ({
  ...question,
  proofs: question.proofs.map((proof) => ({ ...proof, place: { line: 0, column: 0 } })),
});

describe("the format's own examples", () => {
  it('are read without a message', () => {
    expect(messages).toEqual([]);
    expect(read.bank.questions.map((q) => [q.id, q.type, q.scenario])).toEqual([
      ['reviewer-owner', 'single', null],
      ['role-restrict', 'multiple', null],
      ['aud-field', 'text', null],
      ['proj-min', 'number', null],
      ['write-login-tf', 'truefalse', null],
      ['login-order', 'order', null],
      ['sc-403-line', 'lines', 'sc-403'],
      ['sc-403-fix', 'cloze', 'sc-403'],
      ['sc-403-match', 'match', 'sc-403'],
      ['sc-403-lab', 'lab', 'sc-403'],
    ]);
    expect(read.bank.scenarios).toMatchObject([{ id: 'sc-403', title: 'Template fails with 403', lesson: 'L07' }]);
  });

  it('are the same questions after being written and read again', () => {
    const again = parseBank(writeBank(read.bank), 'again.q.md');
    expect(again.messages).toEqual([]);
    expect(again.read.bank.questions.map(withoutPlaces)).toEqual(read.bank.questions.map(withoutPlaces));
    expect(again.read.bank.scenarios).toEqual(read.bank.scenarios);
    expect(again.read.bank.references).toEqual(read.bank.references);
  });
});
