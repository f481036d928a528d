import { type ChoiceBody, concealOptions, optionText, readOptions, writeOptions } from '../../choice/option.ts';
import { scoreChoice } from '../../choice/score.ts';
import { contentId } from '../../hash.ts';
import { accept, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';

/** `true` or `false`: the ids of the two options. */
export type TrueFalseResponse = string;

const idOf = (raw: string): string | null => (/^(true|false)$/i.test(raw.trim()) ? raw.trim().toLowerCase() : null);

/** A statement that is so or is not: `- [ ] True`, `- [x] False`. True stands first, whatever the author's order. */
export const truefalse: QuestionType<ChoiceBody, TrueFalseResponse> = {
  name: 'truefalse',
  label: 'True or false',
  answersInText: false,
  keyboard,
  answerId: idOf,
  recognises: (draft) =>
    draft.answers.length === 2 && draft.answers.every((a) => a.checked !== null && idOf(a.raw) !== null),
  read: (draft) => {
    const options = readOptions(draft, (a) => idOf(a.raw) ?? a.id ?? contentId(a.raw));
    const sorted = ['true', 'false'].flatMap((id) => options.find((option) => option.id === id) ?? []);
    if (sorted.length === 2 && options.length === 2) return { options: sorted };
    draft.report.error(
      'read/truefalse',
      draft.place,
      'A true-or-false question has the options `True` and `False`.',
      'Write `- [x] True` and `- [ ] False`, with feedback under each.',
    );
    return null;
  },
  write: (body, below) =>
    writeOptions(body.options, below)
      .replace(/^(- \[[x ]\] (?:True|False)) \{#\w+ ?/gm, '$1 {')
      .replaceAll(' {}', ''),
  options: (body) => body.options,
  key: (body) => body.options.find((o) => o.key)?.id ?? '',
  check: (body, value) =>
    typeof value === 'string' && body.options.some((o) => o.id === value)
      ? accept(value)
      : refuse('Choose true or false.'),
  score: (body, response, settings) => scoreChoice(body.options, [response], settings),
  arrange: (body) => body,
  conceal: (body) => ({ options: concealOptions(body.options) }),
  speak: (body) => body.options.map((o) => ({ id: o.id, text: optionText(o) })),
  speakKey: (body) =>
    body.options
      .filter((o) => o.key)
      .map(optionText)
      .join(''),
  speakResponse: (_body, response) => (response === 'true' ? 'True' : 'False'),
};
