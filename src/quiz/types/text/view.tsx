import { leniency } from '../../written/normalise.ts';
import { modelAnswer } from '../../written/score.ts';
import { TypedAnswer } from '../../written/TypedAnswer.tsx';
import type { QuestionView } from '../view.ts';
import type { TextBody, TextResponse } from './schema.ts';

export const view: QuestionView<TextBody, TextResponse> = {
  render: ({ name, body, response, change, score, run }) => (
    <TypedAnswer
      name={name}
      label="Your answer"
      help={leniency(body)}
      value={response ?? ''}
      change={change}
      score={score}
      right={modelAnswer(body.answers)}
      run={run}
    />
  ),
};
