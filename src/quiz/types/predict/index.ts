import { readWritten, writeWritten } from '../../written/answer.ts';
import { leniency } from '../../written/normalise.ts';
import { modelAnswer } from '../../written/score.ts';
import { accept, refuse } from '../checked.ts';
import type { QuestionType } from '../type.ts';
import { keyboard } from './keyboard.ts';
import type { PredictBody, PredictResponse } from './schema.ts';
import { scorePredict } from './score.ts';

/** What the system prints, typed: answers as for `text`; several lines stand in a fence under `- =`. */
export const predict: QuestionType<PredictBody, PredictResponse> = {
  name: 'predict',
  label: 'Predict the output',
  answersInText: false,
  keyboard,
  // Nothing in the answers tells predicted output from other text: the author says so.
  recognises: () => false,
  read: (draft) => {
    const caseSensitive = draft.fields.oneOf('case', ['insensitive', 'sensitive'], 'insensitive') === 'sensitive';
    const answers = readWritten(draft);
    const model = modelAnswer(answers);
    if (model !== '')
      return { answers, caseSensitive, lines: model.split('\n').filter((line) => line.trim() !== '').length };
    draft.report.error(
      'read/predict',
      draft.place,
      'There is no output to predict.',
      'Add `- = what is printed`, or a fence under `- =`.',
    );
    return null;
  },
  write: (body, below) => writeWritten(body.answers, below),
  options: (body) => body.answers,
  key: (body) => modelAnswer(body.answers),
  check: (_body, value) =>
    typeof value === 'string' && value.trim() !== ''
      ? accept(value.slice(0, 4000))
      : refuse('Type what you expect to be printed.'),
  score: scorePredict,
  arrange: (body) => body,
  conceal: (body) => ({ ...body, answers: [] }),
  speak: (body) => [
    {
      id: 'given',
      text: `A field for ${body.lines === 1 ? 'one line' : `${body.lines} lines`} of output. ${leniency(body)}`,
    },
  ],
  speakKey: (body) => modelAnswer(body.answers),
  speakResponse: (_body, response) => response,
};
