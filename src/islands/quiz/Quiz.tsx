import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { latestAttempts } from '../../progress/index.ts';
import type { QuestionEntry, QuizTopics } from '../../site/questions.ts';
import { useEntries } from '../shared/use-entries.ts';
import { Chooser } from './Chooser.tsx';
import { Session } from './Session.tsx';
import { addressOf, readAddress, type Selection, select } from './selection.ts';
import { useDue } from './use-due.ts';

interface Props {
  questions: readonly QuestionEntry[];
  topics: QuizTopics;
}

interface Running {
  readonly selection: Selection;
  /** Frozen when the quiz starts, so that answering does not take a question out of the list. */
  readonly list: readonly QuestionEntry[];
  readonly current: string | null;
}

// On the server there is nothing to lay out.
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

/** Choose what to be asked, then be asked. The address says where one is. */
export const Quiz = ({ questions, topics }: Props) => {
  const { entries } = useEntries(false);
  const latest = useMemo(() => latestAttempts(entries ?? []), [entries]);
  const [running, setRunning] = useState<Running | null>(null);
  const due = useDue(entries);
  const history = useMemo(() => ({ latest, due: due ?? [] }), [latest, due]);
  const known = useRef(history);
  known.current = history;
  const top = useRef<HTMLDivElement>(null);

  const enter = useCallback(
    (search: string): void => {
      const asked = readAddress(search);
      if (asked === null) {
        setRunning(null);
        return;
      }
      const list = select(asked.selection, questions, topics.lessons, known.current);
      const current = list.find(({ id }) => id === asked.question) ?? list[0];
      setRunning({ selection: asked.selection, list, current: current?.id ?? null });
    },
    [questions, topics],
  );
  const [read, reviewed] = [entries !== null, due !== null];
  useBeforePaint(() => {
    const which = readAddress(location.search)?.selection.which ?? 'all';
    if (which === 'all' || (which === 'due' ? reviewed : read)) enter(location.search);
  }, [enter, read, reviewed]);
  useEffect(() => {
    const follow = (): void => enter(location.search);
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, [enter]);

  const choose = (selection: Selection | null): void => {
    const search = selection === null ? location.pathname : addressOf(selection, null);
    window.history.pushState(null, '', search);
    enter(location.search);
    top.current?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  };
  const go = (question: string): void => {
    if (running === null) return;
    window.history.pushState(null, '', addressOf(running.selection, question));
    setRunning({ ...running, current: question });
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  return (
    <div className="quiz" ref={top} tabIndex={-1}>
      {running === null ? (
        <Chooser questions={questions} topics={topics} history={history} start={choose} />
      ) : (
        <Session {...running} questions={running.list} topics={topics} latest={latest} go={go} choose={choose} />
      )}
    </div>
  );
};
