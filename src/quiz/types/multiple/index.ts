import { concealOptions, optionText, readOptions, writeOptions } from '../../choice/option.ts';
import { scoreChoice } from '../../choice/score.ts';
import { accept, asTexts, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { MultipleBody, MultipleResponse } from './schema.ts';
import { numberWord } from './words.ts';

/** Several right answers: a list with two or more `[x]`. */
export const multiple: QuestionType<MultipleBody, MultipleResponse> = {
  name: 'multiple',
  label: 'Multiple choice',
  answersInText: false,
  keyboard,
  recognises: (draft) => draft.answers.filter((a) => a.checked === true).length >= 2,
  read: (draft) => {
    const select = draft.fields.integer('select', 1, 9);
    const options = readOptions(draft);
    if (options.length >= 3) return { options, select };
    draft.report.error(
      'read/multiple',
      draft.place,
      'A multiple choice needs at least three options.',
      'List them as `- [x] right` and `- [ ] wrong`.',
    );
    return null;
  },
  write: (body, below) => writeOptions(body.options, below),
  options: (body) => body.options,
  key: (body) => body.options.filter((o) => o.key).map((o) => o.id),
  check: (body, value) => {
    const ids = asTexts(value);
    if (ids === null || ids.some((id) => !body.options.some((o) => o.id === id)))
      return refuse('Select at least one answer.');
    const chosen = [...new Set(ids)];
    if (chosen.length === 0) return refuse('Select at least one answer.');
    if (body.select !== null && chosen.length !== body.select) {
      return refuse(`Select ${numberWord(body.select)}; you selected ${numberWord(chosen.length)}.`);
    }
    return accept(chosen);
  },
  score: (body, response, settings) => scoreChoice(body.options, response, settings),
  arrange: (body, shuffle) => ({ ...body, options: shuffle(body.options) }),
  conceal: (body) => ({ ...body, options: concealOptions(body.options) }),
  speak: (body) => body.options.map((o) => ({ id: o.id, text: optionText(o) })),
  speakKey: (body) =>
    body.options
      .filter((o) => o.key)
      .map(optionText)
      .join('; '),
  speakResponse: (body, response) =>
    body.options
      .filter((o) => response.includes(o.id))
      .map(optionText)
      .join('; '),
};
