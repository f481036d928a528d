import { Icon } from '../shared/Icon.tsx';
import { clockText, spokenTime } from '../shared/time.ts';
import { type Lab, SPEEDS } from './lab.ts';
import type { Scene } from './scene.ts';

interface Props {
  lab: Lab;
  scene: Scene | null;
  playing: boolean;
  speed: number;
}

const AHEAD = [
  [60_000, '+1 min'],
  [600_000, '+10 min'],
  [3_600_000, '+1 h'],
] as const;

/** Virtual time: step, play, scrub, and let more of it pass. */
export const Timeline = ({ lab, scene, playing, speed }: Props) => {
  const now = scene?.now ?? 0;
  const end = Math.max(scene?.end ?? 0, 1);
  const off = scene === null;
  return (
    <section className="wb-timeline" aria-label="Time">
      <button type="button" disabled={off} onClick={() => lab.step(-1)} aria-label="Back to the exchange before">
        <Icon name="step-back" />
      </button>
      <button type="button" disabled={off} onClick={() => (playing ? lab.pause() : lab.play())}>
        <Icon name={playing ? 'pause' : 'play'} />
        <span>{playing ? 'Pause' : 'Play'}</span>
      </button>
      <button type="button" disabled={off} onClick={() => lab.step(1)} aria-label="On to the next exchange">
        <Icon name="step-forward" />
      </button>
      <button type="button" disabled={off} onClick={() => lab.nextFailure()} aria-label="On to the next failure">
        <Icon name="circle-alert" />
      </button>
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
          <button key={ms} type="button" disabled={off} onClick={() => lab.advance(ms)}>
            {words}
          </button>
        ))}
      </span>
    </section>
  );
};
