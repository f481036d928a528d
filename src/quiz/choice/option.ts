import type { Answer, Draft } from '../bank/draft.ts';
import { contentId } from '../hash.ts';
import { richMarkdown } from '../rich/markdown.ts';
import { richText } from '../rich/text.ts';
import type { Rich } from '../rich/types.ts';
import type { Below } from '../types/type.ts';
import { listItem } from './item.ts';

/** Something to choose. Its id is the author's or follows its text; it does not change with the order. */
export interface Option {
  readonly id: string;
  readonly text: Rich;
  readonly key: boolean;
  readonly feedback: Rich;
  readonly misconception: string | null;
}

/** The body of a question that is answered by choosing. */
export interface ChoiceBody {
  readonly options: readonly Option[];
}

/** Nothing stands under any answer. */
export const NOTHING: Below = () => '';

export const isTask = (answer: Answer): boolean => answer.checked !== null;

/** Reads `- [x]` and `- [ ]` items; reports items without a box and ids that stand twice. */
export const readOptions = (
  draft: Draft,
  idOf: (answer: Answer) => string = (a) => a.id ?? contentId(a.raw),
): readonly Option[] => {
  const options: Option[] = [];
  for (const answer of draft.answers) {
    const id = idOf(answer);
    if (answer.checked === null) {
      draft.report.error(
        'read/option',
        answer.place,
        'This item has no box.',
        'Begin it with `[x]` if it is right, with `[ ]` if it is wrong.',
      );
    } else if (answer.text.length === 0) {
      draft.report.error('read/option', answer.place, 'This option is empty.', 'Write what the learner can choose.');
    } else if (options.some((o) => o.id === id)) {
      draft.report.error(
        'read/option',
        answer.place,
        'Two options have the same text or id.',
        'Change one, or give each an id: `{#in-cluster}`.',
      );
    } else {
      options.push({
        id,
        text: answer.text,
        key: answer.checked,
        feedback: answer.feedback,
        misconception: answer.misconception,
      });
      draft.locate(id, answer.place);
    }
  }
  return options;
};

/** The attributes of an answer, ` {#id m=M01}`, with a space before. */
export const optionBraces = ({ id, misconception }: Pick<Option, 'id' | 'misconception'>): string =>
  ` {#${id}${misconception === null ? '' : ` m=${misconception}`}}`;

/** Options as list items of the bank format, with explicit ids so that reading them again changes none. */
export const writeOptions = (options: readonly Option[], below: Below = NOTHING): string =>
  options
    .map((option) => {
      const [first = '', ...more] = richMarkdown(option.text).split('\n\n');
      const head = `[${option.key ? 'x' : ' '}] ${first}${optionBraces(option)}`;
      return listItem('- ', [head, ...more], option.feedback, below(option.id));
    })
    .join('\n');

export const optionText = (option: Option): string => richText(option.text);

/** Options that tell nothing about which are right. */
export const concealOptions = (options: readonly Option[]): readonly Option[] =>
  options.map(({ id, text }) => ({ id, text, key: false, feedback: [], misconception: null }));
