import { type ChoiceBody, concealOptions, isTask, optionText, readOptions, writeOptions } from '../../choice/option.ts';
import { scoreChoice } from '../../choice/score.ts';
import { accept, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';

/** The id of the chosen option. */
export type SingleResponse = string;

/** One right answer among several: a list with one `[x]`. */
export const single: QuestionType<ChoiceBody, SingleResponse> = {
  name: 'single',
  label: 'Single choice',
  answersInText: false,
  keyboard,
  recognises: (draft) => draft.answers.some(isTask) && draft.answers.filter((a) => a.checked === true).length === 1,
  read: (draft) => {
    const options = readOptions(draft);
    if (options.length >= 2) return { options };
    draft.report.error(
      'read/single',
      draft.place,
      'A single choice needs at least two options.',
      'List them as `- [x] right` and `- [ ] wrong`.',
    );
    return null;
  },
  write: (body, below) => writeOptions(body.options, below),
  options: (body) => body.options,
  key: (body) => body.options.find((o) => o.key)?.id ?? '',
  check: (body, value) =>
    typeof value === 'string' && body.options.some((o) => o.id === value)
      ? accept(value)
      : refuse('Choose one answer.'),
  score: (body, response, settings) => scoreChoice(body.options, [response], settings),
  arrange: (body, shuffle) => ({ options: shuffle(body.options) }),
  conceal: (body) => ({ options: concealOptions(body.options) }),
  speak: (body) => body.options.map((o) => ({ id: o.id, text: optionText(o) })),
  speakKey: (body) =>
    body.options
      .filter((o) => o.key)
      .map(optionText)
      .join('; '),
  speakResponse: (body, response) =>
    body.options
      .filter((o) => o.id === response)
      .map(optionText)
      .join(''),
};
