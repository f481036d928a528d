import { describe, expect, it } from 'vitest';
import { parseBank } from '../../../../src/quiz/bank/parse.ts';
import type { ChoiceBody } from '../../../../src/quiz/choice/option.ts';
import { richText } from '../../../../src/quiz/rich/text.ts';
import { HEAD, read, readOne, where } from '../helpers.ts';

const OWNER = `
## Who presents which token? {#owner lesson=L04 obj=1a,1f refs=doc#login bloom=understand}

A Pod logs in. Which credential does the
Agent send?

- [x] The ServiceAccount JWT of its own Pod
  > The Agent proves the Pod's identity.
- [ ] The JWT stored as \`token_reviewer_jwt\` {#reviewer m=M01}
  > Vault itself uses that token.

> [!HINT] Ask who needs to prove an identity.
> [!HINT] And to whom.
> [!WHY] Two tokens take part: the *subject* and the *caller*.
`;

describe('a bank', () => {
  it('gives each question its stem, options, feedback, hints and explanation', () => {
    const question = readOne<ChoiceBody>(OWNER);
    expect(question).toMatchObject({
      id: 'owner',
      type: 'single',
      objectives: ['1a', '1f'],
      lesson: 'L04',
      exam: 'vault-associate-003',
    });
    expect(question.citations).toEqual([{ key: 'doc', anchor: 'login' }]);
    expect(richText(question.stem)).toBe('A Pod logs in. Which credential does the Agent send?');
    expect(question.body.options.map((o) => [o.key, richText(o.text), o.misconception])).toEqual([
      [true, 'The ServiceAccount JWT of its own Pod', null],
      [false, 'The JWT stored as token_reviewer_jwt', 'M01'],
    ]);
    expect(richText(question.body.options[1]!.feedback)).toBe('Vault itself uses that token.');
    expect(question.hints.map((hint) => richText(hint))).toEqual([
      'Ask who needs to prove an identity.',
      'And to whom.',
    ]);
    expect(richText(question.why!)).toBe('Two tokens take part: the subject and the caller.');
  });

  it('keeps the id of an option that moves, and takes an id the author wrote', () => {
    const ids = readOne<ChoiceBody>(OWNER).body.options.map((o) => o.id);
    const [first, second] = OWNER.split('- [')
      .slice(1)
      .map((item) => `- [${item.split('\n\n')[0]!.trimEnd()}`);
    const swapped = readOne<ChoiceBody>(OWNER.replace(`${first}\n${second}`, `${second}\n${first}`)).body.options.map(
      (o) => o.id,
    );
    expect(ids[1]).toBe('reviewer');
    expect(swapped).toEqual([ids[1], ids[0]]);
  });

  it('is read the same with Windows line ends', () => {
    const unix = parseBank(HEAD + OWNER, 't.q.md');
    expect(parseBank((HEAD + OWNER).replaceAll('\n', '\r\n'), 't.q.md')).toEqual(unix);
  });

  it('takes defaults from the front matter unless the heading says otherwise', () => {
    const text = `${HEAD.replace('\n---\n', '\ndefaults: {lesson: L06, difficulty: 4, status: reviewed}\n---\n')}${OWNER}`;
    const [question] = parseBank(text, 't.q.md').read.bank.questions;
    expect(question).toMatchObject({ lesson: 'L04', difficulty: 4, status: 'reviewed' });
  });

  it('keeps `{{ }}` of Agent templates and `<mount>` placeholders as written', () => {
    const question = readOne(
      '## T {#t}\n\nWhat does {{ .Data.data }} under <mount> print?\n\n- [x] {{ a }}\n- [ ] b\n',
    );
    expect(richText(question.stem)).toBe('What does {{ .Data.data }} under <mount> print?');
    expect(richText((question.body as ChoiceBody).options[0]!.text)).toBe('{{ a }}');
  });

  it('reads a proof under an option and one for the whole key as data with what has to hold', () => {
    const question = readOne(`## T {#t}

What happens?

- [x] It works {#works}
  > Yes.
  \`\`\`yaml prove
  world: base
  expect: [{log: {of: vault-agent, contains: authentication successful}}]
  \`\`\`
- [ ] It fails {#fails}
  \`\`\`yaml prove
  expect: [{pod: gone}]
  \`\`\`

\`\`\`yaml prove
expect: [{key: true}]
\`\`\`
`);
    expect(question.proofs.map((p) => [p.of, p.holds, p.place.line])).toEqual([
      ['works', true, 14],
      ['fails', false, 19],
      ['key', true, 23],
    ]);
    expect(question.proofs[1]!.scenario).toEqual({ expect: [{ pod: 'gone' }] });
  });
});

describe('a message', () => {
  const cases: readonly (readonly [string, string, string, RegExp])[] = [
    ['a misspelt key', '## T {#t lessn=L01}\n\n- [x] a\n- [ ] b\n', '8:10 read/unknown-key', /`lesson`/],
    ['a heading without an id', '## Who is it?\n\n- [x] a\n- [ ] b\n', '8:1 read/id', /\{#who-is-it …\}/],
    ['an id with capital letters', '## T {#Role}\n\n- [x] a\n- [ ] b\n', '8:7 read/id', /lower-case/],
    ['a misspelt type', '## T {#t type=singel}\n\n- [x] a\n- [ ] b\n', '8:10 read/type', /`single`/],
    ['a misspelt level', '## T {#t bloom=analyse}\n\n- [x] a\n- [ ] b\n', '8:10 read/value', /`analyze`/],
    ['a difficulty off the scale', '## T {#t difficulty=7}\n\n- [x] a\n- [ ] b\n', '8:10 read/value', /difficulty=1/],
    ['an open quotation mark', '## T {#t author="A B}\n\n- [x] a\n- [ ] b\n', '8:10 read/attributes', /"/],
    ['an item without a box', '## T {#t}\n\n- [x] a\n- [ ] b\n- c\n', '12:1 read/option', /\[ \]/],
    ['two equal options', '## T {#t}\n\n- [x] a\n- [ ] b\n- [ ] b\n', '12:1 read/option', /\{#/],
    ['an option that is alone', '## T {#t}\n\n- [x] a\n', '10:1 read/single', /\[ \] wrong/],
    ['feedback that is not indented', '## T {#t}\n\n- [x] a\n\n> Well.\n', '12:1 read/after-answers', /two spaces/],
    ['an unknown note', '## T {#t}\n\n- [x] a\n- [ ] b\n\n> [!HNT] x\n', '13:1 read/note', /`HINT`/],
    ['an unknown key of an option', '## T {#t}\n\n- [x] a {n=M01}\n- [ ] b\n', '10:10 read/unknown-key', /`m`/],
    ['a question whose kind cannot be told', '## T {#t}\n\nOnly text.\n', '8:1 read/type', /type=/],
    ['text above the first question', 'Hello.\n', '8:1 read/stray', /##/],
    [
      'the same id twice',
      '## T {#t}\n\n- [x] a\n- [ ] b\n\n## U {#t}\n\n- [x] a\n- [ ] b\n',
      '13:1 read/id',
      /another id/,
    ],
    ['a waiver without a reason', '## T {#t lint-ok=Q12}\n\n- [x] a\n- [ ] b\n', '8:10 read/lint-ok', /lint-ok="Q12:/],
    [
      'a proof that is not YAML',
      '## T {#t}\n\n- [x] a\n  ```yaml prove\n  a: [\n  ```\n- [ ] b\n',
      '12:7 read/proof',
      /scenario/,
    ],
    [
      'a proof without expectations',
      '## T {#t}\n\n- [x] a\n  ```yaml prove\n  a: 1\n  ```\n- [ ] b\n',
      '11:3 read/proof',
      /expect/,
    ],
    [
      'a scenario never closed',
      ':::scenario {#s title=S}\n\n### T {#t}\n\n- [x] a\n- [ ] b\n',
      '8:1 read/scenario',
      /:::/,
    ],
    ['a stray :::', ':::\n', '8:1 read/scenario', /scenario/],
    ['a ### outside of a scenario', '### T {#t}\n\n- [x] a\n- [ ] b\n', '8:1 read/heading', /## Title/],
    ['HTML', '## T {#t}\n\n<div>x</div>\n\n- [x] a\n- [ ] b\n', '10:1 read/markdown', /paragraphs/],
  ];
  it.each(cases)('names place and remedy of %s', (_name, body, place, remedy) => {
    const { messages } = read(body);
    expect(where(messages)).toContain(place);
    expect(messages.find((m) => place.endsWith(m.code))!.remedy).toMatch(remedy);
  });

  const heads: readonly (readonly [string, string, string, RegExp])[] = [
    ['a missing head', '## T {#t}\n\n- [x] a\n- [ ] b\n', '1:1 read/front-matter', /---/],
    ['a misspelt key of the head', HEAD.replace('title:', 'titel:'), '3:1 read/front-matter', /`title`/],
    [
      'a head that is not YAML',
      HEAD.replace('title: Test', 'title: "Test'),
      '3:8 read/front-matter',
      /End the value with/,
    ],
    ['a reference without an address', HEAD.replace(', url: "https://example.org/doc"', ''), '6:8 read/refs', /url/],
  ];
  it.each(heads)('names place and remedy of %s', (_name, text, place, remedy) => {
    const { messages } = parseBank(text, 't.q.md');
    expect(where(messages)).toContain(place);
    expect(messages.map((m) => m.remedy).join(' ')).toMatch(remedy);
  });
});
