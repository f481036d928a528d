import { useEffect, useMemo, useState } from 'react';
import type { AnyStateMachine } from 'xstate';
import { clockText } from '../../shared/time.ts';
import type { Lab, LabState } from '../lab.ts';
import { chartOf, fromAnywhere, litBy } from './chart.ts';
import { Drawing } from './Drawing.tsx';
import { livesOf, movedBy } from './lives.ts';
import { Words } from './Words.tsx';

interface Props {
  lab: Lab;
  state: LabState;
  machines: Readonly<Record<string, AnyStateMachine>>;
}

/** Actors offered for a choice at once. */
const MOST = 200;

/** The statecharts of the model, drawn from the machines themselves, with the state each actor is in at the moment shown. */
const StatePane = ({ lab, state, machines }: Props) => {
  const { scene, selected, stepped } = state;
  // The scene changes with the moment; the history itself is one long list.
  const entries = useMemo(() => {
    const history = scene === null ? [] : (lab.session?.run.history ?? []);
    // Within an event that takes a machine through several states, up to the one that was stepped to.
    return stepped ? history.slice(0, stepped.index + 1) : history;
  }, [lab, scene, stepped]);
  const lives = useMemo(() => livesOf(entries), [entries]);
  const involved = useMemo(() => (selected === null ? [] : movedBy(entries, selected)), [entries, selected]);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (stepped) setAsked(stepped.actor);
  }, [stepped]);
  // What is looked at follows the choice of an exchange.
  const [followed, setFollowed] = useState(selected);
  if (followed !== selected) {
    setFollowed(selected);
    setAsked(null);
  }
  const life =
    lives.find((l) => l.actor === asked) ??
    lives.find((l) => involved[0] === l.actor) ??
    lives.findLast((l) => l.machine === 'vault/kubernetes-login') ??
    lives.at(-1);
  const machine = life && machines[life.machine];
  const chart = useMemo(() => machine && chartOf(machine), [machine]);
  const anywhere = useMemo(() => (machine ? fromAnywhere(machine) : []), [machine]);
  if (!life || !chart) return <p className="wb-empty">Nothing has begun yet at this moment.</p>;
  const lit = litBy(life.passed.at(-1)?.to ?? '');
  const visited = new Set(life.passed.flatMap((p) => [...litBy(p.to)]));
  const others = lives.filter((l) => !involved.includes(l.actor));
  const groups = [
    ['In the chosen exchange', lives.filter((l) => involved.includes(l.actor))],
    ['Of one kind', others.filter((l) => l.machine === life.machine).slice(-MOST)],
    ['Others', others.filter((l) => l.machine !== life.machine).slice(-MOST)],
  ] as const;
  return (
    <section className="wb-state" tabIndex={0} aria-label="Statechart">
      <div className="wb-pick">
        <label>
          <span>Of</span>
          <select value={life.actor} onChange={(e) => setAsked(e.target.value)}>
            {groups
              .filter(([, list]) => list.length > 0)
              .map(([title, list]) => (
                <optgroup key={title} label={title}>
                  {[...list].reverse().map((l) => (
                    <option key={l.actor} value={l.actor}>
                      {l.actor} ({l.machine}
                      {l.ended ? ', ended' : ''})
                    </option>
                  ))}
                </optgroup>
              ))}
          </select>
        </label>
        <button type="button" onClick={() => lab.stepState(-1)} title="Back to the transition before (,)">
          Previous transition
        </button>
        <button type="button" onClick={() => lab.stepState(1)} title="On to the next transition (.)">
          Next transition
        </button>
      </div>
      <p>
        <code>{life.machine}</code> {life.ended ? 'ended in' : 'is in'} <b>{[...lit].at(-1)}</b>
        {life.passed.length > 1 && (
          <span className="soft">
            {' '}
            since {clockText((life.passed.at(-1)?.at ?? 0) - (lab.session?.start ?? 0), true)}
          </span>
        )}
        .
      </p>
      <Drawing chart={chart} lit={lit} visited={visited} />
      <details className="chart-text">
        <summary>The chart in words</summary>
        <Words chart={chart} anywhere={anywhere} lit={lit} visited={visited} />
      </details>
    </section>
  );
};

export default StatePane;
