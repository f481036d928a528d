import { useMemo } from 'react';
import type { AttemptItem } from '../../../exam/attempt/attempt.ts';
import { completeness } from '../../../exam/result/grade.ts';
import { asWritten, shuffleBy } from '../../../quiz/order.ts';
import { conceal } from '../../../quiz/served.ts';
import { registryOf } from '../../../quiz/types/registry.ts';
import { Answers } from '../../quiz/Answers.tsx';
import { ConfidenceChoice } from '../../quiz/ConfidenceChoice.tsx';
import { KeyboardHelp } from '../../quiz/KeyboardHelp.tsx';
import type { Loaded } from '../load.ts';
import type { Happening } from '../use-sitting.ts';
import { Story } from './Story.tsx';

interface Props {
  item: AttemptItem;
  loaded: Loaded;
  /** The exam's seed: the order of options follows from it. */
  seed: string;
  happen: (happening: Happening) => void;
}

/** One item: stem, answers, confidence. Nothing here tells what is right. */
export const Item = ({ item, loaded, seed, happen }: Props) => {
  const { shown, question } = loaded;
  const asked = useMemo(() => conceal(question, registryOf([shown.type])), [question, shown]);
  const body = useMemo(
    () => shown.type.arrange(asked.body, asked.shuffle ? shuffleBy(`${seed}/${asked.id}`) : asWritten),
    [asked, shown, seed],
  );
  const name = `e-${question.id}`;
  const standing = completeness(loaded, item.response);
  return (
    <>
      {asked.situation !== null && <Story name={name} situation={asked.situation} />}
      <Answers
        name={name}
        kind={shown}
        asked={asked}
        full={null}
        body={body}
        response={item.response}
        change={(response) => happen({ type: 'answer', response })}
        score={null}
        alive
      />
      <p className="incomplete small soft" role="status">
        {standing.state === 'incomplete' ? standing.problem : ''}
      </p>
      <div className="actions">
        <ConfidenceChoice
          name={name}
          value={item.confidence}
          choose={(confidence) => happen({ type: 'rate', confidence })}
        />
      </div>
      <KeyboardHelp keys={shown.type.keyboard.filter(({ keys }) => keys !== 'Enter')} />
    </>
  );
};
