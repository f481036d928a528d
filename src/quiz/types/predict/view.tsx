import { leniency } from '../../written/normalise.ts';
import { modelAnswer } from '../../written/score.ts';
import { TypedAnswer } from '../../written/TypedAnswer.tsx';
import type { QuestionView } from '../view.ts';
import type { PredictBody, PredictResponse } from './schema.ts';

export const view: QuestionView<PredictBody, PredictResponse> = {
  render: ({ name, body, response, change, score, run }) => (
    <TypedAnswer
      name={name}
      label={body.lines === 1 ? 'What is printed?' : `What is printed? ${body.lines} lines`}
      help={leniency(body)}
      value={response ?? ''}
      change={change}
      score={score}
      right={modelAnswer(body.answers)}
      run={run}
      {...(body.lines > 1 ? { rows: body.lines + 1 } : {})}
    />
  ),
};
