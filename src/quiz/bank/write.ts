import { inlineMarkdown, quoteMarkdown, richMarkdown } from '../rich/markdown.ts';
import { questionTypes } from '../types/index.ts';
import type { Registry } from '../types/registry.ts';
import type { Bank, Question, Scenario } from './bank.ts';

const attribute = (key: string, value: string | number | boolean | null): string[] => {
  if (value === null || value === '') return [];
  const text = String(value);
  return [/[\s{}]/.test(text) ? `${key}="${text.replaceAll('"', "'")}"` : `${key}=${text}`];
};

const attributesOf = (question: Question): string =>
  [
    `#${question.id}`,
    ...attribute('type', question.type),
    ...attribute('lesson', question.lesson),
    ...attribute('obj', question.objectives.join(',')),
    ...attribute('covers', question.covers.join(',')),
    ...attribute('refs', question.citations.map((c) => (c.anchor === null ? c.key : `${c.key}#${c.anchor}`)).join(',')),
    ...attribute('aliases', question.aliases.join(',')),
    ...attribute('difficulty', question.difficulty),
    ...attribute('bloom', question.bloom),
    ...attribute('status', question.status),
    ...attribute('author', question.author),
    ...(question.points === 1 ? [] : attribute('points', question.points)),
    ...attribute('time', question.seconds),
    ...(question.shuffle ? [] : ['shuffle=false']),
    ...attribute('lint-ok', question.waivers.map(({ rule, reason }) => `${rule}:${reason}`).join('; ')),
    ...ownAttributes(question.body),
  ].join(' ');

/** Attributes that belong to a kind of question: those plain values of its body that its reader takes from the heading. */
const ownAttributes = (body: unknown): readonly string[] => {
  const own = body as Readonly<Record<string, unknown>> | null;
  if (own === null) return [];
  return [
    ...(typeof own.select === 'number' && !('code' in own) ? [`select=${own.select}`] : []),
    ...(typeof own.file === 'string' ? attribute('file', own.file) : []),
    ...(typeof own.lab === 'string' ? attribute('lab', own.lab) : []),
    ...(typeof own.caseSensitive === 'boolean' ? [`case=${own.caseSensitive ? 'sensitive' : 'insensitive'}`] : []),
  ];
};

const proofFence = (scenario: unknown): string =>
  ['```yaml prove', JSON.stringify(scenario, null, 2), '```'].join('\n');

/** One question in the bank format, with explicit ids: reading it again gives an equal question. */
export const writeQuestion = (question: Question, types: Registry = questionTypes): string => {
  const type = types.find(question.type);
  const proofs = (of: string): string =>
    question.proofs
      .filter((proof) => proof.of === of)
      .map((proof) => proofFence(proof.scenario))
      .join('\n\n');
  const notes = [
    ...question.hints.map((hint) => ['HINT', hint] as const),
    ...(question.why === null ? [] : [['WHY', question.why] as const]),
  ].map(([kind, text]) => quoteMarkdown(text).replace(/^> /, `> [!${kind}] `));
  const title = inlineMarkdown([{ type: 'text', value: question.title }]);
  return [
    `${question.scenario === null ? '##' : '###'} ${title} {${attributesOf(question)}}`,
    richMarkdown(question.stem, type?.gapSource?.(question.body)),
    type?.write(question.body, proofs) ?? '',
    ...notes,
    proofs('key'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
};

const writeScenario = (scenario: Scenario, questions: readonly string[]): string =>
  [
    `:::scenario {${[
      `#${scenario.id}`,
      ...attribute('title', `${scenario.title} `).map((text) => text.replace(/ "$/, '"')),
      ...attribute('snapshot', scenario.snapshot),
      ...attribute('covers', scenario.covers.join(',')),
      ...attribute('lesson', scenario.lesson),
    ].join(' ')}}`,
    richMarkdown(scenario.text),
    ...questions,
    ':::',
  ].join('\n\n');

/** A whole bank as a `*.q.md` file. */
export const writeBank = (bank: Bank, types: Registry = questionTypes): string => {
  const head = [
    '---',
    `bank: ${bank.id}`,
    `title: ${JSON.stringify(bank.title)}`,
    `exam: ${bank.exam}`,
    `license: ${bank.license}`,
    'refs:',
    ...Object.entries(bank.references).map(
      ([key, { title, url, verified, vault }]) =>
        `  ${key}: ${JSON.stringify({ title, url, ...(verified === null ? {} : { verified }), ...(vault === null ? {} : { vault }) })}`,
    ),
    '---',
  ].join('\n');
  const written = new Set<string>();
  const parts = bank.questions.flatMap((question): string[] => {
    if (question.scenario === null) return [writeQuestion(question, types)];
    if (written.has(question.scenario)) return [];
    written.add(question.scenario);
    const scenario = bank.scenarios.find(({ id }) => id === question.scenario);
    const siblings = bank.questions.filter((other) => other.scenario === question.scenario);
    const questions = siblings.map((sibling) => writeQuestion(sibling, types));
    return scenario === undefined ? questions : [writeScenario(scenario, questions)];
  });
  return `${[head, ...parts].join('\n\n')}\n`;
};
