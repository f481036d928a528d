import type { Answer, Draft } from '../bank/draft.ts';
import { listItem } from '../choice/item.ts';
import { NOTHING, type Option, optionBraces } from '../choice/option.ts';
import { contentId } from '../hash.ts';
import { codeText } from '../rich/text.ts';
import type { Below } from '../types/type.ts';

/** An answer to be typed: an accepted one (`- = text`) or one that was foreseen and is wrong (`- != text`). */
export interface Written extends Option {
  /** What to type. For a pattern the expression between its slashes. */
  readonly source: string;
  /** Whether `source` is a regular expression. */
  readonly pattern: boolean;
}

const MARK = /^(!?=)\s*(.*)$/s;

/** Whether an item is written to be typed. */
export const isWritten = (answer: Answer): boolean => answer.checked === null && MARK.test(answer.raw);

const withoutTicks = (text: string): string => /^(`+) ?(.*?) ?\1$/s.exec(text)?.[2] ?? text;

/** What stands behind the mark, from a code span, a fence under the item, or as plain text. */
export const writtenSource = (answer: Answer): { readonly right: boolean; readonly source: string } | null => {
  const match = MARK.exec(answer.raw);
  if (match === null) return null;
  const fence = answer.text.find((block) => block.type === 'code');
  const source = fence === undefined ? withoutTicks(match[2]!.trim()) : codeText(fence);
  return { right: match[1] === '=', source };
};

const compiles = (source: string): boolean => {
  try {
    new RegExp(source, 'u');
    return true;
  } catch {
    return false;
  }
};

/** Reads `- = …` and `- != …`; reports what is neither, empty answers and broken patterns. */
export const readWritten = (draft: Draft): readonly Written[] =>
  draft.answers.flatMap((answer): readonly Written[] => {
    const read = writtenSource(answer);
    const fault = (text: string, remedy: string): readonly Written[] => {
      draft.report.error('read/answer', answer.place, text, remedy);
      return [];
    };
    if (read === null)
      return fault(
        'This item is no answer to be typed.',
        'Begin it with `=` if it is accepted, with `!=` if it is wrong.',
      );
    if (read.source === '') return fault('This answer is empty.', 'Write what the learner types behind the mark.');
    const inside = /^\/(.*)\/$/s.exec(read.source)?.[1] ?? null;
    if (inside !== null && !compiles(inside))
      return fault(
        `\`/${inside}/\` is not a regular expression.`,
        'Correct it; brackets and slashes are written `\\(`, `\\/`.',
      );
    const id = answer.id ?? contentId(answer.raw);
    draft.locate(id, answer.place);
    return [
      {
        id,
        text: [{ type: 'paragraph', children: [{ type: 'code', value: read.source }] }],
        key: read.right,
        feedback: answer.feedback,
        misconception: answer.misconception,
        source: inside ?? read.source,
        pattern: inside !== null,
      },
    ];
  });

const tick = (source: string): string => {
  const longest = Math.max(0, ...[...source.matchAll(/`+/g)].map((m) => m[0].length));
  const ticks = '`'.repeat(longest + 1);
  const pad = source.startsWith('`') || source.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${source}${pad}${ticks}`;
};

/** Answers to be typed as list items of the bank format, with their ids. */
export const writeWritten = (
  answers: readonly (Option & { readonly source: string; readonly pattern?: boolean })[],
  below: Below = NOTHING,
): string =>
  answers
    .map((answer) => {
      const mark = answer.key ? '=' : '!=';
      const shown = answer.pattern === true ? `/${answer.source}/` : answer.source;
      const blocks = answer.source.includes('\n')
        ? [`${mark}${optionBraces(answer)}`, `\`\`\`text\n${answer.source}\n\`\`\``]
        : [`${mark} ${tick(shown)}${optionBraces(answer)}`];
      return listItem('- ', blocks, answer.feedback, below(answer.id));
    })
    .join('\n');
