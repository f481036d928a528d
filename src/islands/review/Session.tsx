import { useEffect, useRef, useState } from 'react';
import { type Attempt, type Entry, type NewEntry, standing } from '../../progress/index.ts';
import { aboutCard, beginningOf, type Card, type CardId, dayOf, type Plan, questionCard } from '../../review/index.ts';
import { forgetWhere } from '../shared/session.ts';
import { CheckCard } from './CheckCard.tsx';
import type { ReviewData } from './data.ts';
import { foresee, QuestionCard } from './QuestionCard.tsx';
import { counted, inDays } from './words.ts';

interface Props {
  data: ReviewData;
  entries: readonly Entry[];
  cards: readonly Card[];
  plan: Plan;
  remember: (...entries: NewEntry[]) => void;
  leave: () => void;
}

/** An answer that this tab still shows from another day must not stand in for today's. */
const clear = (card: CardId, evenOpen = false): void => {
  const about = aboutCard(card);
  if (about.kind !== 'question') return;
  forgetWhere(
    `answer ${about.question} `,
    (kept) => evenOpen || (kept as { checked?: unknown } | null)?.checked === true,
  );
};

const lastAnswer = (entries: readonly Entry[], plan: Plan): Attempt | null =>
  standing(entries).findLast(
    (entry): entry is Attempt => entry.kind === 'attempt' && entry.via === 'review' && dayOf(entry.at) === plan.today,
  ) ?? null;

/** Cards of the plan, one after the other. */
export const Session = ({ data, entries, cards, plan, remember, leave }: Props) => {
  const queue = [...plan.due, ...plan.fresh];
  const [current, setCurrent] = useState<CardId | null>(() => {
    const [first = null] = queue;
    if (first !== null) clear(first);
    return first;
  });
  const title = useRef<HTMLDivElement>(null);
  const [moves, setMoves] = useState(0);
  useEffect(() => {
    if (moves > 0) title.current?.focus({ preventScroll: true });
  }, [moves]);
  const show = (card: CardId | null): void => {
    if (card !== null) clear(card);
    setCurrent(card);
    setMoves((n) => n + 1);
    title.current?.scrollIntoView({ block: 'start', behavior: 'instant' });
  };
  const answered = current !== null && !queue.includes(current);
  const next = (): void => show(queue.find((id) => id !== current) ?? null);
  const last = lastAnswer(entries, plan);
  const undo = (): void => {
    if (last === null) return;
    const card = questionCard(last.question);
    remember({ kind: 'undo', of: last.id });
    clear(card, true);
    show(card);
  };
  const put = (state: 'suspended' | 'buried'): void => {
    if (current === null) return;
    const until = state === 'buried' ? beginningOf(plan.today + 1) : null;
    remember({ kind: 'card', card: current, state, until });
    next();
  };
  const following = queue.find((id) => id !== current);
  useEffect(() => {
    const coming = following === undefined ? null : aboutCard(following);
    if (coming?.kind === 'question') foresee(coming.question);
  }, [following]);
  const left = queue.filter((id) => id !== current).length;
  const card = cards.find(({ id }) => id === current);
  const about = current === null ? null : aboutCard(current);
  return (
    <div className="review-session" ref={title} tabIndex={-1}>
      <p className="where">
        <span role="status">
          {current === null
            ? counted(plan.done, 'question')
            : `${plan.done + (answered ? 0 : 1)} of ${plan.done + queue.length}`}{' '}
          {current === null && 'answered today'}
        </span>
        <span className="buttons">
          {last !== null && (
            <button type="button" onClick={undo}>
              Take back the last answer
            </button>
          )}
          <button type="button" onClick={leave}>
            Leave
          </button>
        </span>
      </p>
      {about === null && (
        <div className="empty">
          <h2>Done for today</h2>
          <p>Everything that was due is answered. Sleep is part of learning.</p>
          <button type="button" className="primary" onClick={leave}>
            See what is next
          </button>
        </div>
      )}
      {about?.kind === 'question' && (
        <QuestionCard
          key={`${current} ${moves}`}
          question={about.question}
          number={card === undefined || card.first === plan.today ? 'New question' : 'Review'}
          next={
            <button type="button" className="primary" onClick={next}>
              {left > 0 ? 'Next' : 'Finish'}
            </button>
          }
        />
      )}
      {about?.kind === 'check' && <CheckCard data={data} lab={about.lab} check={about.check} next={next} />}
      {answered && card !== undefined && (
        <p className="small soft" role="status">
          Comes back {inDays(card.due - plan.today)}.
        </p>
      )}
      {current !== null && !answered && (
        <p className="put-away small">
          <button type="button" onClick={() => put('buried')}>
            Not today
          </button>
          <button type="button" onClick={() => put('suspended')}>
            Ask no more
          </button>
        </p>
      )}
    </div>
  );
};
