import { memo } from 'react';
import type { Row } from '../../site/run-rows.ts';
import { Party } from '../shared/Party.tsx';
import { clockText } from '../shared/time.ts';
import type { Lane } from './lane.ts';

interface Props {
  row: Row;
  lanes: readonly Lane[];
  chosen: boolean;
  /** The line of the file in which the cursor stands had a part in it. */
  caused: boolean;
  onSelect: (exchange: number) => void;
}

/** A log entry of several lines as one, as long as an eye takes in. */
const oneLine = (text: string): string => {
  const line = text.replace(/\s*\n\s*\|?\s*/g, ' ').trim();
  return line.length > 220 ? `${line.slice(0, 219)}…` : line;
};

const place = (lanes: readonly Lane[], id: string): number =>
  Math.max(
    0,
    lanes.findIndex((l) => l.id === id),
  );

const MomentRow = ({ row, lanes }: { row: Row & { kind: 'moment' }; lanes: readonly Lane[] }) => {
  const { moment } = row;
  const lane = place(lanes, moment.party);
  return (
    <li className={`row moment${moment.trouble ? ' trouble' : ''}`}>
      <time>{clockText(row.at, true)}</time>
      <div className="strip" aria-hidden="true">
        <span className={`dot s${lane}`} />
      </div>
      <p className="says">
        <Party
          kind={lanes[lane]?.kind ?? 'operator'}
          {...(lanes[lane]?.kind === 'provider' && { name: lanes[lane].name })}
        />{' '}
        <code>{oneLine(moment.text)}</code>
      </p>
    </li>
  );
};

const ExchangeRow = ({ row, lanes, chosen, caused, onSelect }: Props & { row: Exclude<Row, { kind: 'moment' }> }) => {
  const { exchange } = row;
  const [from, to] = row.kind === 'answer' ? [exchange.to, exchange.from] : [exchange.from, exchange.to];
  const [a, b] = [place(lanes, from), place(lanes, to)];
  const span = `${a === b ? 'self' : a < b ? 'right' : 'left'} s${Math.min(a, b)} e${Math.max(a, b)}`;
  const status = row.kind === 'ask' ? null : (exchange.status ?? (exchange.denied ? 'no answer' : '…'));
  const denied = exchange.denied && row.kind !== 'ask';
  return (
    <li
      className={`row ${row.kind}${denied ? ' denied' : ''}${chosen ? ' now' : ''}${caused ? ' caused' : ''}`}
      data-row={exchange.id}
    >
      <time>{clockText(row.at, true)}</time>
      <div className="strip" aria-hidden="true">
        <span className={`arrow party-${lanes[a]?.kind ?? 'operator'} ${span}`}>
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
        {caused && <p className="wb-caused">This line led to it.</p>}
      </div>
    </li>
  );
};

/** One line of the run: an exchange, its question or its answer, or something that a party shows. */
export const LaneRow = memo(
  (props: Props) =>
    props.row.kind === 'moment' ? (
      <MomentRow row={props.row} lanes={props.lanes} />
    ) : (
      <ExchangeRow {...props} row={props.row} />
    ),
  (a, b) =>
    a.chosen === b.chosen &&
    a.caused === b.caused &&
    a.lanes === b.lanes &&
    a.row.kind === b.row.kind &&
    (a.row.kind === 'moment'
      ? b.row.kind === 'moment' && a.row.moment === b.row.moment
      : b.row.kind !== 'moment' && a.row.exchange === b.row.exchange),
);
