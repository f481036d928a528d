import { useEffect, useRef, useState } from 'react';
import type { AttemptState } from '../../../exam/attempt/machine.ts';
import { Icon } from '../../shared/Icon.tsx';
import type { LoadedQuestions } from '../load.ts';
import type { Happening } from '../use-sitting.ts';
import { durationText } from '../words.ts';
import { Item } from './Item.tsx';
import { ItemMap } from './ItemMap.tsx';
import { Paused } from './Paused.tsx';
import { Review } from './Review.tsx';
import { standings } from './standing.ts';
import { Timer } from './Timer.tsx';
import { useBareFrame } from './use-bare-frame.ts';

interface Props {
  state: AttemptState;
  questions: LoadedQuestions;
  /** Why a reload would lose something. */
  unsaved: string | null;
  /** The version of today's bank. */
  bank: string;
  happen: (happening: Happening) => void;
}

/** The exam being taken: the item, the time, the map, the flag, and nothing else. */
export const Sitting = ({ state, questions, unsaved, bank, happen }: Props) => {
  const { context } = state;
  const paused = state.matches('paused');
  const reviewing = state.matches({ running: 'reviewing' });
  const [mapOpen, setMapOpen] = useState(false);
  const place = `${paused ? 'paused' : reviewing ? 'review' : context.at}`;
  const shownPlace = useRef(place);
  const top = useRef<HTMLDivElement>(null);
  useBareFrame(!paused);
  useEffect(() => {
    if (shownPlace.current === place) return;
    shownPlace.current = place;
    setMapOpen(false);
    top.current?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    window.scrollTo({ top: 0, behavior: 'instant' });
  }, [place]);

  const all = standings(context, questions);
  const item = context.items[context.at]!;
  const loaded = questions.get(item.question);
  const last = context.at === context.items.length - 1;
  const go = (to: number): void => happen({ type: 'go', to });
  const next = (): void => (last ? happen({ type: 'review' }) : go(context.at + 1));
  if (paused)
    return (
      <div className="exam" ref={top}>
        <Paused attempt={context} resume={() => happen({ type: 'resume' })} />
      </div>
    );
  return (
    <div className="exam" ref={top}>
      <div className="exam-bar">
        <span className="where">
          {reviewing ? 'Review' : `${context.at + 1} of ${context.items.length}`}
          <span className="visually-hidden">, {context.title}</span>
        </span>
        <Timer clock={context.clock} />
        <button
          type="button"
          className="map-toggle"
          aria-expanded={mapOpen}
          aria-controls="exam-map"
          onClick={() => setMapOpen(!mapOpen)}
        >
          <Icon name="grid" /> Map
        </button>
        <button type="button" onClick={() => happen({ type: 'pause' })}>
          <Icon name="pause" /> <span className="word">Pause</span>
        </button>
      </div>
      <div className="exam-side" id="exam-map" data-open={mapOpen || undefined}>
        <ItemMap standings={all} at={reviewing ? null : context.at} go={go} />
        {!reviewing && (
          <button type="button" className="to-review" onClick={() => happen({ type: 'review' })}>
            Review and end
          </button>
        )}
      </div>
      <div className="exam-notices" role="status">
        {unsaved !== null && <p className="notice small">{unsaved}</p>}
        {context.recipe.bank !== bank && (
          <p className="notice small">
            The question bank has changed since this exam began. The items are the same; their texts are those of today.
          </p>
        )}
        {context.clock.setBack > 0 && (
          <p className="notice small">
            The clock of this device was set back by {durationText(context.clock.setBack)}. Time that has passed still
            counts.
          </p>
        )}
      </div>
      {reviewing ? (
        <Review standings={all} go={go} finish={() => happen({ type: 'finish' })} />
      ) : (
        <form
          className="frame-question exam-item"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            next();
          }}
        >
          <h2 tabIndex={-1}>
            <span className="visually-hidden">Item {context.at + 1}: </span>
            {loaded?.question.title ?? 'This question is gone'}
          </h2>
          {loaded === undefined ? (
            <p>
              The question bank has changed since the exam began, and does not have this question. It does not count.
            </p>
          ) : (
            <Item key={item.question} item={item} loaded={loaded} seed={context.recipe.seed} happen={happen} />
          )}
          <div className="exam-steps">
            <button type="button" disabled={context.at === 0} onClick={() => go(context.at - 1)}>
              Back
            </button>
            <button type="button" aria-pressed={item.flagged} className="flag" onClick={() => happen({ type: 'flag' })}>
              <Icon name="flag" /> {item.flagged ? 'Flagged' : 'Flag'}
            </button>
            <button type="submit" className="primary">
              {last ? 'Review' : 'Next'}
            </button>
          </div>
        </form>
      )}
    </div>
  );
};
