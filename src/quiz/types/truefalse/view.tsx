import { OptionList } from '../../choice/OptionList.tsx';
import type { ChoiceBody } from '../../choice/option.ts';
import type { QuestionView } from '../view.ts';
import type { TrueFalseResponse } from './index.ts';

export const view: QuestionView<ChoiceBody, TrueFalseResponse> = {
  render: ({ name, body, response, change, score, run }) => (
    <OptionList
      name={name}
      kind="radio"
      options={body.options}
      chosen={response === null ? [] : [response]}
      toggle={change}
      score={score}
      run={run}
    />
  ),
};
