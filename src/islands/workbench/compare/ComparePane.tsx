import { useMemo, useState } from 'react';
import type { Exchange } from '../../../sim/index.ts';
import { clockText } from '../../shared/time.ts';
import type { Lab, LabState } from '../lab.ts';
import { comparisonOf } from './comparison.ts';

interface Props {
  lab: Lab;
  state: LabState;
}

/** Rows that are drawn at once. */
const MOST = 250;

const Cell = ({ exchange }: { exchange: Exchange | null }) => (
  <td className={exchange?.denied ? 'trouble' : ''}>
    {exchange && (
      <>
        <time>{clockText(exchange.at, true)}</time> {exchange.sentence}
      </>
    )}
  </td>
);

/** Two runs beside each other: where they part, and what each says from there on. */
const ComparePane = ({ lab, state }: Props) => {
  const { runs, run, scene } = state;
  const others = runs.filter((r) => r.id !== run);
  const [asked, setAsked] = useState<number | null>(null);
  const other = others.find((r) => r.id === asked) ?? others.at(-1);
  const otherId = other?.id;
  const end = scene?.end;
  const found = useMemo(
    () => (otherId === undefined || end === undefined ? null : comparisonOf(lab.exchangesOf(otherId), lab.known())),
    [lab, otherId, end],
  );
  if (!other || found === null)
    return (
      <p className="wb-empty">
        There is one run only. Press Run again after a change, or Branch beside the bookmarks, and both can be compared
        here.
      </p>
    );
  const here = runs.find((r) => r.id === run)?.name ?? '';
  const from = Math.max(0, (found.first ?? found.rows.length) - 3);
  return (
    <section className="wb-compare" tabIndex={0} aria-label="Comparison of two runs">
      <label className="wb-pick">
        <span>{here} compared with</span>
        <select value={String(other.id)} onChange={(e) => setAsked(Number(e.target.value))}>
          {others.map(({ id, name }) => (
            <option key={id} value={String(id)}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <p>
        {found.first === null
          ? `The same is said in both: ${found.rows.length} exchanges.`
          : `The first ${found.first} exchanges are the same. They part at ${clockText(found.at, true)}.`}
      </p>
      {found.first !== null && (
        <table>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">What of it is the same</span>
              </th>
              <th scope="col">{other.name}</th>
              <th scope="col">{here}</th>
            </tr>
          </thead>
          <tbody>
            {found.rows.slice(from, from + MOST).map(({ before, after }, i) => {
              const place = from + i;
              const first = place === found.first;
              const same = before !== null && after !== null;
              return (
                <tr key={String(place)} className={`${same ? 'same' : 'differs'}${first ? ' first' : ''}`}>
                  <th scope="row">{first ? 'first difference' : same ? '=' : before ? '−' : '+'}</th>
                  <Cell exchange={before} />
                  <Cell exchange={after} />
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {found.rows.length > from + MOST && <p className="soft">and {found.rows.length - from - MOST} more rows</p>}
    </section>
  );
};

export default ComparePane;
