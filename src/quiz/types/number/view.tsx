import { TypedAnswer } from '../../written/TypedAnswer.tsx';
import type { QuestionView } from '../view.ts';
import { number } from './index.ts';
import type { NumberBody, NumberResponse } from './schema.ts';
import { alternatives } from './units.ts';

export const view: QuestionView<NumberBody, NumberResponse> = {
  render: ({ name, body, response, change, score, run }) => (
    <TypedAnswer
      name={name}
      label={body.unit === null ? 'Your number' : `Your number (${body.unit})`}
      help={body.unit === null ? '' : `You may write the unit: ${alternatives(body.unit).replaceAll('`', '')}.`}
      value={response ?? ''}
      change={change}
      score={score}
      right={number.speakKey(body)}
      run={run}
      numeric
    />
  ),
};
