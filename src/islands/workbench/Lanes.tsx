import { useEffect, useRef } from 'react';
import { runRows } from '../../site/run-rows.ts';
import { Party } from '../shared/Party.tsx';
import { clockText } from '../shared/time.ts';
import type { Scene } from './scene.ts';

interface Props {
  scene: Scene;
  selected: number | null;
  onSelect: (exchange: number) => void;
}

/** A log entry of several lines as one, as long as an eye takes in. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s*\n\s*\|?\s*/g, ' ').trim();
  return line.length > 220 ? `${line.slice(0, 219)}…` : line;
};

/**
 * The parties as lanes and a row for each exchange, time downwards. The rows are a list of sentences; the arrows are
 * the same thing drawn, and hidden from screen readers.
 */
export const Lanes = ({ scene, selected, onSelect }: Props) => {
  const { parties, exchanges } = scene;
  const moments = scene.moments.filter((m) => m.kind !== 'log' || m.trouble);
  const lane = (id: string): number =>
    Math.max(
      0,
      parties.findIndex((p) => p.id === id),
    );
  const kindOf = (id: string) => parties[lane(id)]?.kind ?? 'operator';
  const span = (from: string, to: string): string => {
    const [a, b] = [lane(from), lane(to)];
    return `${a === b ? 'self' : a < b ? 'right' : 'left'} s${Math.min(a, b)} e${Math.max(a, b)}`;
  };
  const end = useRef<HTMLLIElement>(null);
  // Follow the run while it grows; where a row was chosen, stay there.
  useEffect(() => {
    if (selected === null && exchanges.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [exchanges.length, selected]);

  if (exchanges.length === 0 && moments.length === 0) {
    return <p className="wb-empty">Nothing has been said yet at this moment.</p>;
  }
  return (
    <div className={`lanes n${parties.length}`}>
      <div className="lanes-head" aria-hidden="true">
        {parties.map((p) => (
          <Party key={p.id} kind={p.kind} />
        ))}
      </div>
      <ol className="rows" aria-label="Exchanges, oldest first">
        {runRows({ exchanges, moments }).map((row) => {
          if (row.kind === 'moment') {
            const { moment } = row;
            return (
              <li key={`m${moment.id}`} className={`row moment${moment.trouble ? ' trouble' : ''}`}>
                <time>{clockText(row.at, true)}</time>
                <div className="strip" aria-hidden="true">
                  <span className={`dot s${lane(moment.party)}`} />
                </div>
                <p className="says">
                  <Party kind={kindOf(moment.party)} /> <code>{oneLine(moment.text)}</code>
                </p>
              </li>
            );
          }
          const { exchange } = row;
          const [from, to] = row.kind === 'answer' ? [exchange.to, exchange.from] : [exchange.from, exchange.to];
          const status = row.kind === 'ask' ? null : (exchange.status ?? (exchange.denied ? 'no answer' : '…'));
          const denied = exchange.denied && row.kind !== 'ask';
          const chosen = selected === exchange.id;
          return (
            <li
              key={`${row.kind}${exchange.id}`}
              className={`row ${row.kind}${denied ? ' denied' : ''}${chosen ? ' now' : ''}`}
            >
              <time>{clockText(row.at, true)}</time>
              <div className="strip" aria-hidden="true">
                <span className={`arrow party-${kindOf(from)} ${span(from, to)}`}>
                  {status !== null && <b>{status}</b>}
                </span>
              </div>
              <div className="says">
                <button
                  type="button"
                  className="wb-row"
                  aria-pressed={chosen}
                  onClick={() => onSelect(exchange.id)}
                  data-exchange={exchange.id}
                >
                  {row.kind === 'ask' ? exchange.asks : exchange.sentence}
                </button>
                {denied && exchange.state !== null && (
                  <p className="reason">
                    Stopped in <i>{exchange.state}</i>.
                  </p>
                )}
              </div>
            </li>
          );
        })}
        <li ref={end} className="wb-end" aria-hidden="true" />
      </ol>
    </div>
  );
};
