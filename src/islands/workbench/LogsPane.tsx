import { useState } from 'react';
import type { Moment } from '../../sim/index.ts';
import { clockText } from '../shared/time.ts';

/** What the parties have logged up to this moment. */
export const LogsPane = ({ moments }: { moments: readonly Moment[] }) => {
  const [party, setParty] = useState('');
  const logs = moments.filter((m) => m.kind === 'log');
  const parties = [...new Set(logs.map((m) => m.party))];
  const shown = logs.filter((m) => party === '' || m.party === party);
  if (logs.length === 0) return <p className="wb-empty">No log lines yet.</p>;
  return (
    <section className="wb-logs" tabIndex={0} aria-label="Log lines">
      <label>
        <span>Of</span>{' '}
        <select value={party} onChange={(e) => setParty(e.target.value)}>
          <option value="">all parties</option>
          {parties.map((p) => (
            <option key={p} value={p}>
              {p}
            </option>
          ))}
        </select>
      </label>
      <ol>
        {shown.map((m) => (
          <li key={m.id} className={m.trouble ? 'trouble' : ''}>
            <time>{clockText(m.at, true)}</time> <b>{m.party}</b> <code>{m.text}</code>
          </li>
        ))}
      </ol>
    </section>
  );
};
