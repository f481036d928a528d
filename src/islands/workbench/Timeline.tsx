import { Icon } from '../shared/Icon.tsx';
import { clockText, spokenTime } from '../shared/time.ts';
import { type Lab, type LabState, SPEEDS } from './lab.ts';
import { Marks } from './Marks.tsx';

interface Props {
  lab: Lab;
  state: LabState;
}

const AHEAD = [
  [60_000, '+1 min'],
  [600_000, '+10 min'],
  [3_600_000, '+1 h'],
] as const;

/** Virtual time: step, play, scrub, and let more of it pass. */
export const Timeline = ({ lab, state }: Props) => {
  const { scene, playing, speed, bookmarks, stepped, work } = state;
  const now = scene?.now ?? 0;
  const end = Math.max(scene?.end ?? 0, 1);
  const off = scene === null;
  const here = bookmarks.find((b) => b.at === now);
  return (
    <section className="wb-timeline" aria-label="Time">
      <div className="wb-buttons">
        <button
          type="button"
          disabled={off}
          onClick={() => lab.step(-1)}
          aria-label="Back to the exchange before"
          title="Back to the exchange before (K)"
        >
          <Icon name="step-back" />
        </button>
        <button
          type="button"
          disabled={off}
          onClick={() => (playing ? lab.pause() : lab.play())}
          className="wb-play"
          aria-label={playing ? 'Pause' : 'Play'}
        >
          <Icon name={playing ? 'pause' : 'play'} />
          <span>{playing ? 'Pause' : 'Play'}</span>
        </button>
        <button
          type="button"
          disabled={off}
          onClick={() => lab.step(1)}
          aria-label="On to the next exchange"
          title="On to the next exchange (J)"
        >
          <Icon name="step-forward" />
        </button>
        <button
          type="button"
          disabled={off}
          onClick={() => lab.nextFailure()}
          aria-label="On to the next failure"
          title="On to the next failure (F)"
        >
          <Icon name="circle-alert" />
        </button>
      </div>
      <div className="wb-scrub">
        {scene && <Marks scene={scene} bookmarks={bookmarks} faults={state.faults} />}
        <input
          type="range"
          min={0}
          max={end}
          step="any"
          value={now}
          disabled={off}
          aria-label="Moment shown"
          aria-valuetext={spokenTime(now)}
          onChange={(e) => {
            lab.pause();
            lab.seek(Number(e.target.value));
          }}
        />
      </div>
      <output aria-label="Virtual time">{clockText(now, end < 120_000)}</output>
      <label className="wb-speed">
        <span>Speed</span>
        <select
          aria-label="Speed"
          value={speed}
          onChange={(e) => (playing ? lab.play(Number(e.target.value)) : lab.setSpeed(Number(e.target.value)))}
        >
          {SPEEDS.map((s) => (
            <option key={s} value={s}>
              ×{s.toLocaleString('en-US')}
            </option>
          ))}
        </select>
      </label>
      <span className="wb-ahead">
        {AHEAD.map(([ms, words]) => (
          <button
            key={ms}
            type="button"
            className={ms === 600_000 ? 'wb-rare' : undefined}
            disabled={off}
            onClick={() => lab.advance(ms)}
          >
            {words}
          </button>
        ))}
      </span>
      <span className="wb-ahead">
        <button
          type="button"
          disabled={off}
          aria-pressed={here !== undefined}
          aria-label={here ? 'Remove the bookmark' : 'Bookmark this moment'}
          title={here ? 'Remove the bookmark (B)' : 'Bookmark this moment (B)'}
          onClick={() => lab.toggleBookmark()}
        >
          <Icon name="bookmark" />
        </button>
        {bookmarks.length > 0 && (
          <select
            aria-label="Go to a bookmark"
            value={here ? String(here.at) : ''}
            onChange={(e) => e.target.value !== '' && lab.seek(Number(e.target.value))}
          >
            <option value="">Bookmarks</option>
            {bookmarks.map(({ at, name }) => (
              <option key={at} value={String(at)}>
                {name}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          disabled={off || work !== null}
          aria-label="Branch: keep this run and go on in another"
          title="Branch: keep this run and go on in another"
          onClick={() => lab.branch()}
        >
          <Icon name="git-branch" />
        </button>
        {state.runs.length > 1 && (
          <select aria-label="Run shown" value={state.run} onChange={(e) => lab.show(Number(e.target.value))}>
            {state.runs.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </span>
      {stepped && (
        <p className="wb-stepped" role="status">
          <code>{stepped.machine}</code>: {stepped.from === '' ? 'begins in' : `from ${stepped.from} to`}{' '}
          <b>{stepped.to}</b>
        </p>
      )}
    </section>
  );
};
