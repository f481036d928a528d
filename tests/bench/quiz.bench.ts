/** Questions: a large bank is read and checked, many answers are scored. */
import { readFileSync } from 'node:fs';
import { parseBank } from '../../src/quiz/bank/parse.ts';
import { lint } from '../../src/quiz/lint/lint.ts';
import { PRACTICE_SETTINGS } from '../../src/quiz/score/score.ts';
import { questionTypes } from '../../src/quiz/types/index.ts';
import type { Bench } from './bench.ts';

const TEXT = readFileSync(new URL('../fixtures/examples.q.md', import.meta.url), 'utf8');
const END_OF_HEAD = TEXT.indexOf('\n---\n') + 5;
/** Questions of the fixture. */
const EACH = 10;
const BANKS = 20;

/** Banks of ten copies of the examples each, every id and every stem of its own. */
const banks = (questions: number): readonly string[] =>
  Array.from({ length: BANKS }, (_, b) => {
    const copies = Array.from({ length: questions / BANKS / EACH }, (_, i) =>
      TEXT.slice(END_OF_HEAD)
        .replace(/\{#([a-z0-9-]+)/g, `{#$1-${b}-${i}`)
        .replace(/\n\n(?=[A-Z][a-z])/g, `\n\nIn case ${b * 7919 + i * 104_729}: `),
    );
    return `${TEXT.slice(0, END_OF_HEAD).replace('k8s-auth-core', `bank-${b}`)}\n${copies.join('\n')}`;
  });

const readAll = (texts: readonly string[]) => texts.map((text, i) => parseBank(text, `bank-${i}.q.md`).read);

const checked = (texts: readonly string[]): { readonly time: number; readonly questions: number } => {
  const start = performance.now();
  const read = readAll(texts);
  lint({
    banks: read,
    types: questionTypes,
    objectives: null,
    known: null,
    today: null,
    played: [],
    results: {},
  });
  const questions = read.reduce((sum, { bank }) => sum + bank.questions.length, 0);
  return { time: performance.now() - start, questions };
};

/** Answers scored. */
const ANSWERS = 100_000;

export const bench: Bench = {
  name: 'quiz: questions read, checked and answered',
  run: () => {
    checked(banks(400));
    const small = checked(banks(1000));
    const large = checked(banks(2000));
    const ratio = large.time / small.time;
    const questions = parseBank(TEXT, 'examples.q.md').read.bank.questions;
    const start = performance.now();
    let sum = 0;
    for (let i = 0; i < ANSWERS; i++) {
      const { type: name, body } = questions[i % questions.length]!;
      const type = questionTypes.find(name)!;
      sum += type.score(body, type.key(body), PRACTICE_SETTINGS).value;
    }
    const scoring = performance.now() - start;
    return [
      {
        name: `read and check ${large.questions} questions`,
        value: large.time,
        unit: 'ms',
        aim: '≤ 2,000 ms',
        reached: large.time <= 2000,
      },
      {
        name: 'the same for half as many, as a ratio',
        value: ratio,
        unit: '×',
        aim: '≤ 2.6 (linear)',
        reached: ratio <= 2.6,
        detail: `${Math.round(small.time)} ms`,
      },
      {
        name: `score ${ANSWERS} answers of ten kinds`,
        value: scoring,
        unit: 'ms',
        detail: `${Math.round((scoring * 1000) / ANSWERS)} µs each, all right: ${sum === ANSWERS}`,
      },
    ];
  },
};
