import { useLayoutEffect, useRef, useState } from 'react';
import type { Attempt } from '../../progress/index.ts';
import type { ServedQuestion } from '../../quiz/served.ts';
import type { Shown } from '../../quiz/types/shown.ts';
import { Ticked } from '../shared/Ticked.tsx';
import { Answers } from './Answers.tsx';
import { useAnswering } from './answering.ts';
import { ConfidenceChoice } from './ConfidenceChoice.tsx';
import { Explanation } from './Explanation.tsx';
import { Hints } from './Hints.tsx';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { Result } from './Result.tsx';
import { record } from './record.ts';
import { Situation } from './Situation.tsx';

interface Props {
  asked: ServedQuestion;
  /** The question with its key; null while it is on its way. */
  full: ServedQuestion | null;
  /** How such questions are read, scored and shown: `useKind` loads it. */
  kind: Shown;
  /** Above the question: "Question 3 of 9". */
  number: string;
  /** A heading of the page stands in for the title. */
  titled?: boolean;
  /** Where it is asked, for the learner's history. */
  via?: Attempt['via'];
  /** Told after each answer. */
  onAnswer?: (right: boolean) => void;
  /** What follows an answer, beside the result. */
  next?: React.ReactNode;
}

/** A question: stem, answers, confidence, check; then feedback in place, the reason, the source and a run. */
export const QuestionFrame = ({ asked, full, kind, number, titled = true, via = 'quiz', onAnswer, next }: Props) => {
  const [notKept, setNotKept] = useState<string | null>(null);
  const { alive, draft, body, answer, problem, change, check, again } = useAnswering(
    asked,
    full,
    kind.type,
    (given) => {
      onAnswer?.(given.score.right);
      void record(asked.id, given, via).then(setNotKept);
    },
  );
  const actions = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  /** Where the actions stood in the window when the answer was checked. */
  const held = useRef<number | null>(null);

  useLayoutEffect(() => {
    if (held.current === null || answer === null) return;
    // Feedback may have opened above: what the learner pressed stays where it was.
    window.scrollBy({ top: (actions.current?.getBoundingClientRect().top ?? 0) - held.current, behavior: 'instant' });
    held.current = null;
    result.current?.focus({ preventScroll: true });
  }, [answer]);

  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (draft.checked) return;
    held.current = actions.current?.getBoundingClientRect().top ?? null;
    if (!check()) held.current = null;
  };
  const name = `q-${asked.id}`;
  const heading = titled ? 'h3' : 'h2';
  return (
    <form className="frame-question" onSubmit={submit} noValidate>
      <p className="number">
        {number} · {kind.type.label} · difficulty {asked.difficulty} of 5
      </p>
      {titled && <h2 id={`${name}-title`}>{asked.title}</h2>}
      <Situation name={name} asked={asked} heading={heading} />
      <Answers
        name={name}
        kind={kind}
        asked={asked}
        full={full}
        body={body}
        response={draft.response}
        change={(response) => change({ response })}
        score={answer?.score ?? null}
        alive={alive}
      />
      <div className="actions" ref={actions}>
        {answer === null ? (
          <>
            <ConfidenceChoice name={name} value={draft.confidence} choose={(confidence) => change({ confidence })} />
            <button type="submit" className="primary" disabled={!alive || full === null}>
              Check
            </button>
          </>
        ) : (
          <>
            <Result ref={result} score={answer.score} confidence={answer.confidence} />
            <span className="buttons">
              {!answer.score.right && (
                <button type="button" onClick={again}>
                  Answer again
                </button>
              )}
              {next}
            </span>
          </>
        )}
      </div>
      <p className="problem" role="status">
        <Ticked text={problem ?? notKept ?? ''} />
      </p>
      {answer === null && asked.hints.length > 0 && (
        <Hints id={asked.id} hints={asked.hints} shown={draft.hints} show={(hints) => change({ hints })} />
      )}
      {answer !== null && full !== null && (
        <Explanation question={full} misconceptions={answer.misconceptions} heading={heading} />
      )}
      {answer === null && <KeyboardHelp keys={kind.type.keyboard} />}
    </form>
  );
};
