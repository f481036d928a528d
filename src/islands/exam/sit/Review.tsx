import { useEffect, useRef, useState } from 'react';
import { Icon } from '../../shared/Icon.tsx';
import { counted } from '../words.ts';
import { openText, type Standing, standingText } from './standing.ts';

interface Props {
  standings: readonly Standing[];
  go: (position: number) => void;
  finish: () => void;
}

/** Everything before the end: what is open and what was flagged, and the end itself. */
export const Review = ({ standings, go, finish }: Props) => {
  const [asked, setAsked] = useState(false);
  const really = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) really.current?.focus();
  }, [asked]);
  const open = standings.filter(({ completeness, gone }) => !gone && completeness.state !== 'answered').length;
  return (
    <section className="exam-review" aria-labelledby="review">
      <h2 id="review" tabIndex={-1}>
        Review
      </h2>
      <p>{openText(standings)}</p>
      <ol className="review-list">
        {standings.map((standing) => (
          <li key={standing.position}>
            <button type="button" data-state={standing.completeness.state} onClick={() => go(standing.position)}>
              <span className="figure">{standing.position + 1}</span>
              <span className="title">{standing.title}</span>
              <span className="small soft">{standingText(standing)}</span>
              {standing.flagged && <Icon name="flag" />}
            </button>
          </li>
        ))}
      </ol>
      <div className="begin">
        {asked ? (
          <div className="notice" role="alert">
            <p>
              {counted(open, 'item')} {open === 1 ? 'has' : 'have'} no complete answer and will give no points. After
              the end nothing can be changed.
            </p>
            <p className="buttons">
              <button type="button" className="primary" ref={really} onClick={finish}>
                End now
              </button>
              <button type="button" onClick={() => setAsked(false)}>
                Go on
              </button>
            </p>
          </div>
        ) : (
          <button type="button" className="primary" onClick={() => (open > 0 ? setAsked(true) : finish())}>
            End the exam
          </button>
        )}
      </div>
    </section>
  );
};
