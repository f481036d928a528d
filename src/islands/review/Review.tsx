import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Entry, Store } from '../../progress/index.ts';
import { href } from '../../site/href.ts';
import { progress } from '../shared/progress.ts';
import { useEntries } from '../shared/use-entries.ts';
import type { ReviewData } from './data.ts';
import { ExamDay } from './ExamDay.tsx';
import { ForecastSection } from './Forecast.tsx';
import { Heat } from './Heat.tsx';
import { Misconceptions } from './Misconceptions.tsx';
import { Session } from './Session.tsx';
import { useReview } from './state.ts';
import { Today } from './Today.tsx';
import { Troubled } from './Troubled.tsx';
import { useNow } from './use-now.ts';
import { Wishes } from './Wishes.tsx';

const SESSION = '?session';
// On the server there is nothing to lay out.
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect;

interface Props {
  data: ReviewData;
}

/** What is due, and what to expect. The address says whether one is in the middle of it. */
export const Review = ({ data }: Props) => {
  const { store, entries, problem } = useEntries(false);
  if (problem !== null)
    return (
      <p className="problem" role="alert">
        {problem}
      </p>
    );
  if (entries === null) return <p className="soft">Reading what is stored in this browser.</p>;
  return <Known data={data} store={store} entries={entries} />;
};

const Known = ({ data, store, entries }: Props & { store: Store | null; entries: readonly Entry[] }) => {
  const now = useNow();
  const { settings, cards, plan } = useReview(data, entries, now);
  const [inSession, setInSession] = useState(false);
  const top = useRef<HTMLDivElement>(null);
  useBeforePaint(() => {
    const follow = (): void => setInSession(location.search === SESSION);
    follow();
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const go = (session: boolean): void => {
    history.pushState(null, '', session ? SESSION : location.pathname);
    setInSession(session);
    top.current?.focus({ preventScroll: true });
    top.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  const remember = (...added: Parameters<Store['addAll']>[0]): void => {
    void progress().then((opened) => opened.addAll(added));
  };
  if (inSession)
    return (
      <div ref={top} tabIndex={-1} className="review">
        <Session data={data} entries={entries} cards={cards} plan={plan} remember={remember} leave={() => go(false)} />
      </div>
    );
  const answered = cards.length > 0;
  return (
    <div ref={top} tabIndex={-1} className="review">
      {store?.durability.kind === 'memory' && <p className="problem">{store.durability.why}</p>}
      <Today plan={plan} cards={cards} start={() => go(true)} />
      {!answered && plan.fresh.length === 0 && (
        <p className="empty">
          Nothing to review yet. Answer questions in <a href={href('/lessons/')}>lessons</a> or the{' '}
          <a href={href('/quiz/')}>quiz</a>: each comes back here when you are about to forget it.
        </p>
      )}
      {answered && (
        <>
          <ForecastSection data={data} cards={cards} plan={plan} settings={settings} />
          <ExamDay data={data} cards={cards} plan={plan} settings={settings} remember={remember} />
          <Heat data={data} cards={cards} today={plan.today} />
          <Misconceptions data={data} entries={entries} />
          <Troubled data={data} cards={cards} now={now} remember={remember} />
          <Wishes settings={settings} remember={remember} />
        </>
      )}
    </div>
  );
};
