import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readContent } from '../../../src/content-check/content.ts';
import { checkExams } from '../../../src/content-check/exams.ts';
import { formatMessage } from '../../../src/content-check/message.ts';

const root = new URL('../../../content/', import.meta.url);
const real: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(ya?ml|md)$/.test(path))
    // One bank, so that what it lacks does not change when others grow.
    .filter((path) => !path.endsWith('.q.md') || path.endsWith('/big-picture.q.md'))
    .map((path) => [`content/${path}`, readFileSync(new URL(path, root), 'utf8')]),
);
const FILE = 'content/exams/test.yaml';

const checked = (yaml: string) => {
  const { content, messages } = readContent({ ...real, [FILE]: yaml });
  const exams = checkExams(content);
  const own = [...messages, ...exams.messages].filter(({ file }) => file === FILE);
  return { messages: own.map(formatMessage), notReady: exams.notReady.filter(({ file }) => file === FILE) };
};

const HEAD = 'title: Test\nabout: A test.\n';

describe('a blueprint', () => {
  it('that asks for more than the bank has fails with the line that asks', () => {
    const { messages } = checked(`${HEAD}draw:\n  - {objective: 1a, items: 1}\n  - {objective: 8d, items: 3}\n`);
    expect(messages).toEqual([
      `${FILE}:5:5 error exam/lacks 3 items are asked for on objective 8d; the bank has 0 questions that can stand there. Write 3 questions more, or ask for fewer.`,
    ]);
  });

  it('that is declared not ready does not fail, but says what is missing', () => {
    const { messages, notReady } = checked(`${HEAD}ready: false\ndraw:\n  - {objective: 8d, items: 3}\n`);
    expect(messages).toEqual([]);
    expect(notReady).toMatchObject([{ missing: 3 }]);
    expect(notReady[0]!.lacks[0]).toMatch(/^content\/exams\/test\.yaml:5 3 items are asked for on objective 8d/);
  });

  it('that could be ready is pointed out', () => {
    expect(checked(`${HEAD}ready: false\ndraw:\n  - {objective: 1a, items: 1}\n`).messages).toEqual([
      `${FILE}:3:1 warning exam/ready The bank can fill this exam now. Remove \`ready: false\`.`,
    ]);
  });

  it('is checked for what it names', () => {
    const { messages } = checked(
      `${HEAD}draw:\n  - {objective: 1z, items: 1}\n  - {items: 1}\nkinds: {singel: 1, multiple: few}\n`,
    );
    expect(messages.join('\n')).toContain(
      ':5:5 error format/value Entry 2 of `draw` names nothing to draw from. Add `objective:` or `lesson:`.',
    );
    expect(messages.join('\n')).toContain(
      ':6:30 error format/value `multiple` is not a count. Write `3`, `2..4` or `2..`.',
    );
    const { messages: named } = checked(`${HEAD}draw:\n  - {objective: 1z, items: 1}\nkinds: {singel: 1..}\n`);
    expect(named.join('\n')).toContain(':4:17 error link/unknown There is no objective `1z`.');
    expect(named.join('\n')).toContain(
      ':5:9 error exam/kind There is no kind of question `singel`. Did you mean `single`?',
    );
  });
});
