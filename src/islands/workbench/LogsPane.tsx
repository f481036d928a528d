import { useState } from 'react';
import type { Moment } from '../../sim/index.ts';
import { clockText } from '../shared/time.ts';

/** Lines that are drawn; a run of a hundred Pods has thousands. */
const LINES = 300;

/** What the parties have logged up to this moment. */
export const LogsPane = ({ moments }: { moments: readonly Moment[] }) => {
  const [party, setParty] = useState('');
  const logs = moments.filter((m) => m.kind === 'log');
  const parties = [...new Set(logs.map((m) => m.party))];
  const ofParty = logs.filter((m) => party === '' || m.party === party);
  const shown = ofParty.slice(-LINES);
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
      {ofParty.length > LINES && (
        <p className="soft">
          The last {LINES} of {ofParty.length} lines. Go back in time to see earlier ones.
        </p>
      )}
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
