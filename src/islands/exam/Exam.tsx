import { useEffect, useMemo, useRef } from 'react';
import { readRecipe } from '../../exam/link.ts';
import type { ExamData } from '../../site/exams.ts';
import { Result } from './result/Result.tsx';
import { StoredResult } from './StoredResult.tsx';
import { Sitting } from './sit/Sitting.tsx';
import { Start } from './start/Start.tsx';
import { useHash } from './use-hash.ts';
import { useSitting } from './use-sitting.ts';

interface Props {
  data: ExamData;
}

/** Choosing, taking and judging an exam. An exam that was begun is found again, whatever happened meanwhile. */
export const Exam = ({ data }: Props) => {
  const { sitting, entries, happen, begin, takeOver, retry, discard, close } = useSitting();
  const [hash, go] = useHash();
  const top = useRef<HTMLDivElement>(null);
  const linked = useMemo(
    () =>
      readRecipe(
        hash,
        data.items.map(({ id }) => id),
        data.bank,
      ),
    [hash, data],
  );
  const result = new URLSearchParams(hash.replace(/^#/, '')).get('result');
  const { phase } = sitting;
  const finished = sitting.phase === 'finished' ? sitting.exam.id : null;
  useEffect(() => {
    if (finished === null) return;
    history.replaceState(null, '', `#result=${encodeURIComponent(finished)}`);
    window.scrollTo({ top: 0, behavior: 'instant' });
    top.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }, [finished]);
  const leave = (): void => {
    close();
    go('');
  };

  const body = (): React.ReactNode => {
    switch (sitting.phase) {
      case 'sitting':
        return (
          <Sitting
            state={sitting.state}
            questions={sitting.questions}
            unsaved={sitting.unsaved}
            bank={data.bank}
            happen={happen}
          />
        );
      case 'finished':
        return (
          <Result
            exam={sitting.exam}
            entries={entries ?? []}
            questions={sitting.questions}
            data={data}
            unsaved={sitting.unsaved}
            close={leave}
          />
        );
      case 'loading':
        return (
          <p className="notice" role="status">
            Loading the items: {sitting.loaded} of {sitting.of}.
          </p>
        );
      case 'unloaded':
        return (
          <p className="notice" role="alert">
            {sitting.problem}{' '}
            <button type="button" onClick={retry}>
              Load again
            </button>
          </p>
        );
      case 'elsewhere':
        return (
          <div className="notice" role="status">
            <p>
              <b>You are taking an exam in another tab.</b> Its clock goes on there. You can go on here instead; the
              other tab then only looks on.
            </p>
            <p>
              <button type="button" className="primary" onClick={takeOver}>
                Go on here
              </button>
            </p>
          </div>
        );
      case 'broken':
        return (
          <div className="notice" role="alert">
            <p>{sitting.problem} What you answered in other exams and quizzes is not affected.</p>
            <p>
              <button type="button" onClick={() => void discard()}>
                Put it away
              </button>
            </p>
          </div>
        );
      default:
        if (result !== null && entries !== null)
          return <StoredResult key={result} id={result} entries={entries} data={data} close={leave} />;
        return (
          <Start
            key={linked === null ? '' : hash}
            data={data}
            entries={entries ?? []}
            linked={linked}
            alive={phase === 'none'}
            begin={(input) => void begin(input)}
          />
        );
    }
  };
  return (
    <div ref={top} data-phase={phase}>
      {body()}
    </div>
  );
};
