import { useMemo, useState } from 'react';
import { clockText } from '../../shared/time.ts';
import type { Lab, LabState } from '../lab.ts';
import { type Subject, subjectsOf } from './subject.ts';
import { type Touch, touchesOf } from './touches.ts';

interface Props {
  lab: Lab;
  state: LabState;
  onSelect: (exchange: number) => void;
}

/** Touches that are drawn at once. */
const MOST = 300;
const KINDS: Readonly<Record<Subject['kind'], string>> = { pod: 'Pods', token: 'Tokens', secret: 'Secrets' };
const keyOf = ({ kind, id }: Subject): string => `${kind} ${id}`;

/** One token, one secret or one Pod, through everything that touched it up to the moment shown. */
const FollowPane = ({ lab, state, onSelect }: Props) => {
  const { scene, selected } = state;
  const [asked, setAsked] = useState('');
  const entries = useMemo(() => (scene === null ? [] : (lab.session?.run.history ?? [])), [lab, scene]);
  const subjects = useMemo(() => subjectsOf(entries), [entries]);
  const subject = subjects.find((s) => keyOf(s) === asked) ?? null;
  const exchanges = scene?.exchanges;
  const touches = useMemo(
    (): readonly Touch[] => (subject ? touchesOf(entries, subject, exchanges ?? []) : []),
    [entries, subject, exchanges],
  );
  const start = lab.session?.start ?? 0;
  if (subjects.length === 0) return <p className="wb-empty">There is nothing to follow yet at this moment.</p>;
  return (
    <section className="wb-follow" tabIndex={0} aria-label="Followed">
      <label className="wb-pick">
        <span>Follow</span>
        <select value={subject ? asked : ''} onChange={(e) => setAsked(e.target.value)}>
          <option value="">choose…</option>
          {(['pod', 'token', 'secret'] as const).map((kind) => {
            const list = subjects.filter((s) => s.kind === kind);
            return (
              list.length > 0 && (
                <optgroup key={kind} label={KINDS[kind]}>
                  {list.slice(0, 300).map((s) => (
                    <option key={keyOf(s)} value={keyOf(s)}>
                      {s.name}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
        </select>
      </label>
      {subject && (
        <p className="soft">
          {touches.length === 1 ? 'One thing' : `${touches.length} things`} had to do with it so far
          {touches.length > MOST && `; the last ${MOST} are shown`}.
        </p>
      )}
      <ol>
        {touches.slice(-MOST).map(({ id, at, kind, words, trouble }) => (
          <li key={id} className={trouble ? 'trouble' : ''}>
            <time>{clockText(at - start, true)}</time> <span className="kind">{kind}</span>{' '}
            {kind === 'exchange' ? (
              <button type="button" className="wb-row" aria-pressed={selected === id} onClick={() => onSelect(id)}>
                {words}
              </button>
            ) : (
              <code>{words}</code>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};

export default FollowPane;
