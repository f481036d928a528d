import { dump } from 'js-yaml';
import { useMemo, useState } from 'react';
import { clockText } from '../../shared/time.ts';
import type { Lab, LabState } from '../lab.ts';
import { Difference } from './Difference.tsx';
import { type Held, heldBy, readable } from './objects.ts';

interface Props {
  lab: Lab;
  state: LabState;
}

type Change = 'added' | 'removed' | 'changed' | 'same';
interface Item extends Held {
  readonly change: Change;
  readonly before: unknown;
}

const yaml = (value: unknown): string =>
  typeof value === 'string' ? value : dump(readable(value), { lineWidth: -1, noRefs: true });

const lines = (value: unknown): string[] => (value === undefined ? [] : yaml(value).trimEnd().split('\n'));

/** What is there now, beside what was there at another moment. */
const compared = (now: readonly Held[], then: readonly Held[] | null): Item[] => {
  if (then === null) return now.map((held) => ({ ...held, change: 'same', before: held.value }));
  const before = new Map(then.map((held) => [held.id, held]));
  const items = now.map((held): Item => {
    const was = before.get(held.id);
    before.delete(held.id);
    if (!was) return { ...held, change: 'added', before: undefined };
    const same = was.value === held.value || JSON.stringify(was.value) === JSON.stringify(held.value);
    return { ...held, change: same ? 'same' : 'changed', before: was.value };
  });
  const gone = [...before.values()].map(
    (held): Item => ({ ...held, change: 'removed', before: held.value, value: undefined }),
  );
  return [...items, ...gone].filter((item) => item.change !== 'same');
};

const grouped = (items: readonly Item[]): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.group);
    if (group) group.push(item);
    else groups.set(item.group, [item]);
  }
  return groups;
};

const MARKS: Readonly<Record<Change, string>> = { added: '+', removed: '−', changed: '±', same: '' };

/** What Kubernetes and Vault hold at the moment shown, and how that differs from another moment. */
const ObjectsPane = ({ lab, state }: Props) => {
  const { scene, bookmarks } = state;
  const [word, setWord] = useState('');
  const [against, setAgainst] = useState('');
  const [asked, setAsked] = useState<string | null>(null);
  const other = against === '' ? null : Number(against);
  const now = useMemo(() => (scene && lab.session ? heldBy(lab.session) : []), [lab, scene]);
  const then = useMemo(() => (other === null ? null : lab.lookAt(other, heldBy)), [lab, other]);
  const items = useMemo(() => compared(now, then), [now, then]);
  const needle = word.trim().toLowerCase();
  const shown = needle === '' ? items : items.filter((i) => `${i.group} ${i.name}`.toLowerCase().includes(needle));
  const groups = grouped(shown);
  const chosen = items.find((i) => i.id === asked) ?? null;
  if (scene === null) return <p className="wb-empty">Nothing is there before the first run.</p>;
  return (
    <section className="wb-objects" aria-label="Objects">
      <div className="wb-pick">
        <label>
          <span>Find</span> <input type="search" value={word} onChange={(e) => setWord(e.target.value)} />
        </label>
        <label>
          <span>Compared with</span>{' '}
          <select value={against} onChange={(e) => setAgainst(e.target.value)}>
            <option value="">nothing</option>
            <option value="0">the beginning, {clockText(0)}</option>
            {bookmarks.map(({ at, name }) => (
              <option key={at} value={String(at)}>
                bookmark {name}
              </option>
            ))}
            {bookmarks.length === 0 && (
              <option disabled value="-">
                a bookmark, once there is one
              </option>
            )}
          </select>
        </label>
      </div>
      <div className="wb-two">
        <section className="wb-tree" tabIndex={0} aria-label="Names">
          {other !== null && <p className="soft">{items.length} differ.</p>}
          {[...groups].map(([group, list]) => (
            <details
              key={`${group} ${other === null ? '' : 'compared'}`}
              open={other !== null || needle !== '' || list.length < 6}
            >
              <summary>
                {group} <span className="wb-count">{list.length}</span>
              </summary>
              <ul>
                {list.slice(0, 200).map((item) => (
                  <li key={item.id} className={item.change}>
                    <button
                      type="button"
                      className="wb-row"
                      aria-pressed={asked === item.id}
                      onClick={() => setAsked(item.id)}
                    >
                      {MARKS[item.change] !== '' && (
                        <>
                          <span aria-hidden="true">{MARKS[item.change]} </span>
                          <span className="visually-hidden">{item.change}: </span>
                        </>
                      )}
                      {item.name}
                    </button>
                  </li>
                ))}
                {list.length > 200 && <li className="soft">and {list.length - 200} more: use Find</li>}
              </ul>
            </details>
          ))}
          {groups.size === 0 && <p className="soft">Nothing is called so.</p>}
        </section>
        <section className="wb-value" tabIndex={0} aria-label={chosen ? `${chosen.group} ${chosen.name}` : 'Value'}>
          {chosen === null ? (
            <p className="soft">Choose an object to see it.</p>
          ) : chosen.change === 'same' ? (
            <pre>{yaml(chosen.value)}</pre>
          ) : (
            <Difference before={lines(chosen.before)} after={lines(chosen.value)} />
          )}
        </section>
      </div>
    </section>
  );
};

export default ObjectsPane;
