import { readContent } from '../content-check/content.ts';
import { formatMessage } from '../content-check/message.ts';

const raw = import.meta.glob<string>(['/content/**/*.yaml', '/content/**/*.md'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

const { content: read, messages } = readContent(
  Object.fromEntries(Object.entries(raw).map(([path, text]) => [path.replace(/^\//, ''), text])),
);
const errors = messages.filter((message) => message.level === 'error');
if (errors.length > 0) throw new Error(`content/ has errors:\n${errors.map(formatMessage).join('\n')}`);

/** Everything under content/, typed. A build with errors in it fails here with their places. */
export const content = read;

/** A question by its id. @throws when there is none: the content check finds that earlier, with its place */
export const question = (id: string) => {
  for (const { bank } of content.banks) {
    const found = bank.questions.find((candidate) => candidate.id === id);
    if (found !== undefined) return { question: found, references: bank.references };
  }
  throw new Error(`There is no question \`${id}\`. Run \`npm run content:check\` for the place that names it.`);
};

/** A lesson by its permanent id; null when it is not written yet. */
export const lessonById = (id: string) => content.lessons.find((lesson) => lesson.value.id === id)?.value ?? null;
