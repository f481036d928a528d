import { useEffect, useMemo, useRef, useState } from 'react';
import { type Row, runRows } from '../../site/run-rows.ts';
import { Party } from '../shared/Party.tsx';
import { LaneRow } from './LaneRow.tsx';
import { useLanes } from './lane.ts';
import type { Scene } from './scene.ts';

interface Props {
  scene: Pick<Scene, 'parties' | 'exchanges' | 'moments'>;
  selected: number | null;
  /** Exchanges that the line under the cursor had a part in. */
  caused: ReadonlySet<number>;
  onSelect: (exchange: number) => void;
}

/** Rows that are drawn at once; a run of a hundred Pods has thousands. */
const WINDOW = 120;

const keyOf = (row: Row): string => (row.kind === 'moment' ? `m${row.moment.id}` : `${row.kind}${row.exchange.id}`);

/** Which rows are drawn: the last ones, or those around the chosen exchange. */
const windowOf = (rows: readonly Row[], selected: number | null, wish: number | null): [number, number] => {
  const chosen = selected === null ? -1 : rows.findIndex((r) => r.kind !== 'moment' && r.exchange.id === selected);
  const from = wish ?? (chosen < 0 ? rows.length - WINDOW : chosen - WINDOW / 2);
  const first = Math.max(0, Math.min(from, rows.length - WINDOW));
  return [first, Math.min(rows.length, first + WINDOW)];
};

/**
 * The parties as lanes and a row for each exchange, time downwards. The rows are a list of sentences; the arrows are
 * the same thing drawn, and hidden from screen readers.
 */
export const Lanes = ({ scene, selected, caused, onSelect }: Props) => {
  const { exchanges, moments } = scene;
  const lanes = useLanes(scene.parties);
  const rows = useMemo(
    () => runRows({ exchanges, moments: moments.filter((m) => m.kind !== 'log' || m.trouble) }),
    [exchanges, moments],
  );
  // Whoever asks for another part sees it until the run or the choice changes.
  const [wish, setWish] = useState<{ from: number; of: readonly Row[]; selected: number | null } | null>(null);
  const held = wish?.of === rows && wish.selected === selected ? wish.from : null;
  const [first, end] = windowOf(rows, selected, held);
  const ask = (from: number): void => setWish({ from, of: rows, selected });
  const list = useRef<HTMLOListElement>(null);
  const count = rows.length;
  // Follow the run while it grows, and show what is chosen.
  useEffect(() => {
    const box = list.current?.closest('.wb-run');
    if (!box || count === 0) return;
    if (selected === null) box.scrollTop = box.scrollHeight;
    else list.current?.querySelector(`[data-row="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [count, selected]);

  if (count === 0) return <p className="wb-empty">Nothing has been said yet at this moment.</p>;
  return (
    <div className={`lanes n${lanes.length}`}>
      <div className="lanes-head" aria-hidden="true">
        {lanes.map((p) => (
          <Party key={p.id} kind={p.kind} {...(['agent', 'provider'].includes(p.kind) && { name: p.name })} />
        ))}
      </div>
      {first > 0 && (
        <button type="button" className="wb-more" onClick={() => ask(Math.max(0, first - WINDOW + 10))}>
          {first} earlier rows
        </button>
      )}
      <ol className="rows" aria-label="Exchanges, oldest first" ref={list}>
        {rows.slice(first, end).map((row) => (
          <LaneRow
            key={keyOf(row)}
            row={row}
            lanes={lanes}
            chosen={row.kind !== 'moment' && selected === row.exchange.id}
            caused={row.kind !== 'moment' && caused.has(row.exchange.id)}
            onSelect={onSelect}
          />
        ))}
      </ol>
      {end < count && (
        <button type="button" className="wb-more" onClick={() => ask(first + WINDOW - 10)}>
          {count - end} later rows
        </button>
      )}
    </div>
  );
};
