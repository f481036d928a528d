import { describe, expect, it } from 'vitest';
import type { Question } from '../../../../src/quiz/bank/bank.ts';
import { shuffleBy } from '../../../../src/quiz/order.ts';
import { EXAM_SETTINGS, PRACTICE_SETTINGS, type Score } from '../../../../src/quiz/score/score.ts';
import { questionTypes } from '../../../../src/quiz/types/index.ts';
import { readOne } from '../helpers.ts';

/** The score of what a learner put in, or what they are told to change. */
const answer = (question: Question, value: unknown, settings = PRACTICE_SETTINGS): Score | string => {
  const type = questionTypes.find(question.type)!;
  const response = type.check(question.body, value);
  return response.ok ? type.score(question.body, response.value, settings) : response.problem;
};

const TEXT = readOne(`## T {#t}

Which field?

- = audience
- = /aud(ience)?s/
- != bound_audiences {m=M23}
  > The JWT method.
`);

describe('text', () => {
  it('is compared without capitals, outer spaces and quotation marks, and says so', () => {
    expect(answer(TEXT, ' `Audience` ')).toMatchObject({ value: 1, because: expect.stringContaining('“audience”') });
  });
  it('has to match a pattern as a whole', () => {
    expect(answer(TEXT, 'audiences')).toMatchObject({ value: 1 });
    expect(answer(TEXT, 'audiences!')).toMatchObject({ value: 0 });
  });
  it('shows the misconception behind a foreseen mistake', () => {
    expect(answer(TEXT, 'bound_audiences')).toMatchObject({ value: 0, parts: [{ misconception: 'M23' }] });
  });
  it('asks for an answer when there is none', () => {
    expect(answer(TEXT, '  ')).toBe('Type an answer.');
  });
  it('keeps capitals apart where the author wants that', () => {
    const strict = readOne('## T {#t type=text case=sensitive}\n\nWhich?\n\n- = VAULT_ADDR\n');
    expect(answer(strict, 'vault_addr')).toMatchObject({ value: 0 });
  });
});

const NUMBER = readOne('## T {#t}\n\nHow long?\n\n- = 40..42 minutes\n- != 60\n  > The whole TTL.\n');

describe('a number', () => {
  it.each(['40', '41 min', '2400s', '40m30s', '0.7 hours', '42 minutes'])('is understood as %s', (typed) => {
    expect(answer(NUMBER, typed)).toMatchObject({ value: 1 });
  });
  it.each(['39.9', '43 minutes', '40 seconds'])('outside of the range, %s, is wrong', (typed) => {
    expect(answer(NUMBER, typed)).toMatchObject({ value: 0 });
  });
  it('in a unit that does not fit is asked for again', () => {
    expect(answer(NUMBER, '40 Mi')).toMatch(/seconds, minutes or hours/);
    expect(answer(NUMBER, 'forty')).toMatch(/Type a number/);
  });
  it('that was foreseen gets its remark, in any unit', () => {
    expect(answer(NUMBER, '1h')).toMatchObject({ parts: [{ feedback: [{ type: 'paragraph' }] }] });
  });
  it('may be off by a percentage', () => {
    const loose = readOne('## T {#t}\n\nHow much?\n\n- = 200 +- 5% Mi\n');
    expect(answer(loose, '209 MiB')).toMatchObject({ value: 1 });
    expect(answer(loose, '211')).toMatchObject({ value: 0 });
  });
  it('has its text normalised to the unit in the explanation', () => {
    expect(answer(NUMBER, '1h30m')).toMatchObject({ because: expect.stringContaining('90 minutes') });
  });
});

const ORDER = readOne('## T {#t}\n\nOrder.\n\n1. a {#a}\n2. b {#b}\n3. c {#c}\n4. d {#d}\n5. e {#e}\n');

describe('an order', () => {
  it('is worth its longest run', () => {
    expect(answer(ORDER, ['b', 'c', 'd', 'a', 'e'])).toMatchObject({
      value: 0.5,
      because: 'The longest right run has 3 of 5 steps: 50 % of the points.',
    });
    expect(answer(ORDER, ['e', 'd', 'c', 'b', 'a'])).toMatchObject({ value: 0 });
    expect(answer(ORDER, ['b', 'c', 'd', 'a', 'e'], EXAM_SETTINGS)).toMatchObject({ value: 0 });
  });
  it('is never shown as the right one', () => {
    const type = questionTypes.find('order')!;
    const seen = new Set<string>();
    for (let seed = 0; seed < 400; seed++) {
      const body = type.arrange(ORDER.body, shuffleBy(String(seed))) as { steps: { id: string }[] };
      seen.add(body.steps.map((step) => step.id).join(''));
    }
    expect(seen.size).toBeGreaterThan(20);
    expect(seen).not.toContain('abcde');
  });
});

const MATCH = readOne(
  '## T {#t}\n\nMatch.\n\n- **Read** => `data` {#read}\n- List => `metadata` with `list` {#list m=M31}\n  > On metadata.\n- => `spare`\n',
);

describe('matching', () => {
  it('is scored by pair, with the misconception of the wrong one', () => {
    const key = questionTypes.find('match')!.key(MATCH.body) as Record<string, string>;
    expect(answer(MATCH, { ...key, list: key.read })).toMatchObject({
      value: 0.5,
      parts: [{ outcome: 'right' }, { outcome: 'wrong', misconception: 'M31' }],
    });
    expect(answer(MATCH, { read: key.read })).toBe('One field is still open.');
  });
  it('keeps the formatting of both sides', () => {
    const body = MATCH.body as { lefts: { text: unknown }[]; rights: { text: unknown }[] };
    expect(body.lefts[0]!.text).toEqual([
      { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: 'Read' }] }] },
    ]);
    expect(body.rights).toHaveLength(3);
  });
});

const CLOZE = readOne(
  '## T {#t type=cloze}\n\nA [=path|route=] and\n\n```hcl\ncapabilities = ["[?*read|list?]"]\nvalue = "[=a \\| b=]"\n```\n',
);

describe('a cloze', () => {
  it('is scored gap by gap, in prose and in code, and shows what was compared', () => {
    const type = questionTypes.find('cloze')!;
    const key = type.key(CLOZE.body) as Record<string, string>;
    const [first, second, third] = Object.keys(key);
    expect(key[third!]).toBe('a | b');
    expect(answer(CLOZE, { ...key, [first!]: 'route' })).toMatchObject({ value: 1 });
    expect(answer(CLOZE, { ...key, [first!]: 'way' })).toMatchObject({
      value: 2 / 3,
      because: expect.stringContaining('compared as “way”'),
    });
    expect(answer(CLOZE, { ...key, [second!]: '' })).toBe('One gap is still open.');
  });
});

const LINES = readOne(
  '## T {#t}\n\n```hcl file=a.hcl\none\ntwo\nthree\n```\n\nWhich?\n\n- [x] L2 {m=M30}\n  > Here.\n- [ ] L1\n  > Fine.\n',
);

describe('picking a line', () => {
  it('takes one line of the file, listed or not', () => {
    expect(answer(LINES, ['L2'])).toMatchObject({ value: 1 });
    expect(answer(LINES, ['L3'])).toMatchObject({ value: 0 });
    expect(answer(LINES, ['L4'])).toBe('Pick a line.');
    expect(answer(LINES, ['L1', 'L2'])).toBe('Pick one; you picked two.');
  });
});

const PREDICT = readOne(
  '## T {#t type=predict}\n\nWhat?\n\n- =\n  ```text\n  Key   Value\n  ---   -----\n  ttl   1h\n  ```\n- != Error {m=M61}\n  > No.\n',
);

describe('predicted output', () => {
  it('is compared line by line, whatever the spaces between columns', () => {
    expect(answer(PREDICT, 'key value\n--- -----\n\nttl 1h\n')).toMatchObject({ value: 1 });
    expect(answer(PREDICT, 'Key Value\n--- -----\nttl 2h')).toMatchObject({
      value: 2 / 3,
      because: '2 of 3 lines are right: 67 % of the points.',
    });
    expect(answer(PREDICT, 'error')).toMatchObject({ parts: [{ misconception: 'M61' }] });
  });
});

const LAB = readOne('## T {#t lab=policy-path}\n\nRepair it.\n');

describe('a lab', () => {
  it('is answered by the result of its checks', () => {
    expect(answer(LAB, { lab: 'policy-path', passed: ['a', 'b', 'c'], failed: ['d'] })).toMatchObject({ value: 0.75 });
    expect(answer(LAB, { lab: 'policy-path', passed: ['a'], failed: [] })).toMatchObject({ right: true });
    expect(answer(LAB, { lab: 'another', passed: ['a'], failed: [] })).toMatch(/Open the lab/);
    expect(answer(LAB, { lab: 'policy-path', passed: [], failed: [] })).toMatch(/Open the lab/);
  });
});

describe('a mistake in the answers', () => {
  it.each([
    ['a pattern that does not compile', '- = a\n- = /(/\n', 'read/answer'],
    ['only patterns', '- = /a/\n', 'read/text'],
    ['a number among words', '- = 1 +- 0 s\n- = ten\n', 'read/number'],
    ['a pair without right side', '- a => b\n- c => d\n- e =>\n', 'read/match'],
    ['two steps', '1. a\n2. b\n', 'read/order'],
    ['a line that the file does not have', '- [x] L9\n', 'read/lines'],
  ])('is named: %s', async (_name, list, code) => {
    const { read } = await import('../helpers.ts');
    expect(read(`## T {#t}\n\n\`\`\`text file=a\nx\n\`\`\`\n\n${list}`).messages.map((m) => m.code)).toContain(code);
  });
});
