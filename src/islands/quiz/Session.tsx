import { useEffect, useState } from 'react';
import { type Attempt, tally } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import type { QuestionEntry, QuizTopics } from '../../site/questions.ts';
import { preloadKind, useKind } from '../shared/use-kind.ts';
import { Filters } from './Filters.tsx';
import { loadQuestion, useQuestion } from './load.ts';
import { QuestionFrame } from './QuestionFrame.tsx';
import { QuestionMap } from './QuestionMap.tsx';
import { type Selection, selectionWords, type Which } from './selection.ts';

interface Props {
  selection: Selection;
  /** The questions of the selection, as they were when it was made. */
  questions: readonly QuestionEntry[];
  topics: QuizTopics;
  latest: ReadonlyMap<string, Attempt>;
  current: string | null;
  go: (question: string) => void;
  choose: (selection: Selection | null) => void;
}

const addressOfFile = (id: string): string => href(`/quiz/${id}.json`);

/** Why a selection may be empty. */
const NOTHING: Readonly<Record<Which, string>> = {
  all: 'No question fits this choice. Change a field above.',
  open: 'Nothing here: you have answered all of these questions.',
  wrong: 'Nothing here: no answer of yours was wrong when last given.',
  due: 'Nothing is due here today.',
};

/** Questions one after the other, with a map of them. */
export const Session = ({ selection, questions, topics, latest, current, go, choose }: Props) => {
  const at = questions.findIndex(({ id }) => id === current);
  const entry = questions[at] ?? null;
  const following = questions[at + 1] ?? null;
  const { question, problem, retry } = useQuestion(entry === null ? null : addressOfFile(entry.id));
  const { kind, problem: old } = useKind(entry?.type ?? null);
  const [answers, setAnswers] = useState(0);
  useEffect(() => {
    // The next question is there before it is asked for.
    if (following === null) return;
    loadQuestion(addressOfFile(following.id)).catch(() => undefined);
    preloadKind(following.type).catch(() => undefined);
  }, [following]);
  const { answered, right, asked } = tally(
    questions.map(({ id }) => id),
    latest,
  );
  return (
    <div className="session">
      <div className="session-head">
        <details open={entry === null || undefined}>
          <summary>{selectionWords(selection, topics)}</summary>
          <Filters selection={selection} topics={topics} change={choose} />
        </details>
        <button type="button" onClick={() => choose(null)}>
          All quizzes
        </button>
      </div>
      {entry === null ? (
        <p className="empty">{NOTHING[selection.which]}</p>
      ) : (
        <>
          <QuestionMap questions={questions} current={entry.id} latest={latest} go={go} />
          <p className="small soft" role="status">
            {answered} of {asked} answered, {right} right
            {answers > 0 && answered === asked ? '. That was all of them.' : '.'}
          </p>
          {question !== null && kind !== null && (
            <QuestionFrame
              key={question.id}
              asked={question}
              full={question}
              kind={kind}
              number={`Question ${at + 1} of ${questions.length}`}
              onAnswer={() => setAnswers(answers + 1)}
              next={
                following === null ? (
                  <button type="button" className="primary" onClick={() => choose(null)}>
                    Finish
                  </button>
                ) : (
                  <button type="button" className="primary" onClick={() => go(following.id)}>
                    Next question
                  </button>
                )
              }
            />
          )}
          {old !== null && <p className="problem">{old}</p>}
          {problem !== null && (
            <p className="problem" role="alert">
              {problem}{' '}
              <button type="button" onClick={retry}>
                Load again
              </button>
            </p>
          )}
        </>
      )}
    </div>
  );
};
