import { isWritten, readWritten, writeWritten } from '../../written/answer.ts';
import { leniency } from '../../written/normalise.ts';
import { modelAnswer, scoreWritten } from '../../written/score.ts';
import { accept, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { TextBody, TextResponse } from './schema.ts';

/** A word or a path to type: `- = accepted`, `- = /pattern/`, `- != foreseen and wrong`. */
export const text: QuestionType<TextBody, TextResponse> = {
  name: 'text',
  label: 'Text',
  answersInText: false,
  keyboard,
  recognises: (draft) => draft.answers.length > 0 && draft.answers.every(isWritten),
  read: (draft) => {
    const caseSensitive = draft.fields.oneOf('case', ['insensitive', 'sensitive'], 'insensitive') === 'sensitive';
    const answers = readWritten(draft);
    if (modelAnswer(answers) !== '') return { answers, caseSensitive };
    draft.report.error(
      'read/text',
      draft.place,
      'There is no accepted answer that can be typed.',
      'Add one as `- = the answer`; patterns may stand beside it.',
    );
    return null;
  },
  write: (body, below) => writeWritten(body.answers, below),
  options: (body) => body.answers,
  key: (body) => modelAnswer(body.answers),
  check: (_body, value) =>
    typeof value === 'string' && value.trim() !== '' ? accept(value.slice(0, 500)) : refuse('Type an answer.'),
  score: (body, response, settings) => scoreWritten(body.answers, response, body, settings),
  arrange: (body) => body,
  conceal: (body) => ({ ...body, answers: [] }),
  speak: (body) => [{ id: 'given', text: `A field for your answer. ${leniency(body)}` }],
  speakKey: (body) =>
    body.answers
      .filter((answer) => answer.key && !answer.pattern)
      .map((answer) => answer.source)
      .join(' or '),
  speakResponse: (_body, response) => response,
};
