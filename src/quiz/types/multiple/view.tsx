import { OptionList } from '../../choice/OptionList.tsx';
import type { QuestionView } from '../view.ts';
import type { MultipleBody, MultipleResponse } from './schema.ts';

export const view: QuestionView<MultipleBody, MultipleResponse> = {
  render: ({ name, body, response, change, score, run }) => {
    const chosen = response ?? [];
    return (
      <OptionList
        name={name}
        kind="checkbox"
        options={body.options}
        chosen={chosen}
        toggle={(id) => change(chosen.includes(id) ? chosen.filter((c) => c !== id) : [...chosen, id])}
        score={score}
        run={run}
      />
    );
  },
};
