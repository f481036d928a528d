import { useLayoutEffect, useRef, useState } from 'react';
import type { Attempt } from '../../progress/index.ts';
import { RichText } from '../../quiz/rich/view.tsx';
import type { ServedQuestion } from '../../quiz/served.ts';
import { questionTypes } from '../../quiz/types/index.ts';
import { questionViews } from '../../quiz/types/views.ts';
import { useAnswering } from './answering.ts';
import { ConfidenceChoice } from './ConfidenceChoice.tsx';
import { Explanation } from './Explanation.tsx';
import { Result } from './Result.tsx';
import { RunLink } from './RunLink.tsx';
import { record } from './record.ts';

interface Props {
  asked: ServedQuestion;
  /** The question with its key; null while it is on its way. */
  full: ServedQuestion | null;
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
export const QuestionFrame = ({ asked, full, number, titled = true, via = 'quiz', onAnswer, next }: Props) => {
  const [notKept, setNotKept] = useState<string | null>(null);
  const { alive, draft, body, answer, problem, change, check, again } = useAnswering(asked, full, (given) => {
    onAnswer?.(given.score.right);
    void record(asked.id, given, via).then(setNotKept);
  });
  const actions = useRef<HTMLDivElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  /** Where the actions stood in the window when the answer was checked. */
  const held = useRef<number | null>(null);
  const type = questionTypes.find(asked.type);
  const view = questionViews[asked.type];

  useLayoutEffect(() => {
    if (held.current === null || answer === null) return;
    // Feedback may have opened above: what the learner pressed stays where it was.
    window.scrollBy({ top: (actions.current?.getBoundingClientRect().top ?? 0) - held.current, behavior: 'instant' });
    held.current = null;
    result.current?.focus({ preventScroll: true });
  }, [answer]);

  if (type === undefined || view === undefined || body === null)
    return <p className="problem">This page is older than the question. Reload it to get the newest.</p>;
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (draft.checked) return;
    held.current = actions.current?.getBoundingClientRect().top ?? null;
    if (!check()) held.current = null;
  };
  const name = `q-${asked.id}`;
  return (
    <form className="frame-question" onSubmit={submit} noValidate>
      <p className="number">
        {number} · {type.label} · difficulty {asked.difficulty} of 5
      </p>
      {titled && <h2 id={`${name}-title`}>{asked.title}</h2>}
      {asked.situation !== null && (
        <section className="situation" aria-label={asked.situation.title}>
          <RichText text={asked.situation.text} />
        </section>
      )}
      <fieldset className="asked" disabled={!alive} aria-labelledby={`${name}-stem`}>
        <div className="stem" id={`${name}-stem`}>
          <RichText text={asked.stem} />
        </div>
        {view.render({
          name,
          body,
          response: draft.response,
          change: (response) => change({ response }),
          score: answer?.score ?? null,
          run: (part) => (full?.runs.includes(part) === true ? <RunLink question={asked.id} part={part} /> : null),
        })}
      </fieldset>
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
        {problem ?? notKept}
      </p>
      {answer === null && asked.hints.length > 0 && (
        <div className="hints">
          {draft.hints < asked.hints.length && (
            <button type="button" onClick={() => change({ hints: draft.hints + 1 })}>
              Show a hint ({draft.hints + 1} of {asked.hints.length})
            </button>
          )}
          <div aria-live="polite">
            {asked.hints.slice(0, draft.hints).map((hint, i) => (
              <div className="hint" key={`${asked.id}-${String(i)}`}>
                <RichText text={hint} />
              </div>
            ))}
          </div>
        </div>
      )}
      {answer !== null && full !== null && <Explanation question={full} misconceptions={answer.misconceptions} />}
    </form>
  );
};
