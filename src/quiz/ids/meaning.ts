import type { Question } from '../bank/bank.ts';
import { digest } from '../hash.ts';
import { richText } from '../rich/text.ts';
import type { Registry } from '../types/registry.ts';

const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

/**
 * A digest of what a question asks and what is right: its kind, its stem, its answers with their ids, and its key.
 * What is said afterwards (feedback, hints, the explanation) and where it belongs (lesson, objectives) leave it as it is.
 */
export const meaningOf = (question: Question, types: Registry): string => {
  const type = types.find(question.type);
  const options = (type?.options(question.body) ?? [])
    .map(({ id, text, key }) => [id, plain(richText(text)), key])
    .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  return digest(
    JSON.stringify([
      question.type,
      plain(richText(question.stem)),
      options,
      plain(type?.speakKey(question.body) ?? ''),
    ]),
  );
};
