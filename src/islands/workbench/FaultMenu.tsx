import { useState } from 'react';
import { Icon } from '../shared/Icon.tsx';
import type { KnownFault } from './lab-state.ts';
import { Menu } from './Menu.tsx';

interface Props {
  faults: readonly KnownFault[];
  active: readonly string[];
  disabled: boolean;
  onFault: (id: string, change: 'begin' | 'end') => void;
}

const OBSERVERS: Readonly<Record<string, string>> = {
  client: 'Whoever asks Vault',
  agent: "The Agent's log",
  vault: "Vault's log",
  audit: "Vault's audit log",
  kubernetes: 'The API server',
  kubectl: 'kubectl',
};

/** What each observer sees of a fault, and how everything recovers: for those who do not want to find it out. */
const Sights = ({ fault: { title, observed, recovery } }: { fault: KnownFault }) => (
  <details>
    <summary>
      Who sees what<span className="visually-hidden"> of: {title}</span>
    </summary>
    <dl>
      {observed.map(({ by, says, text }) => (
        <div key={by}>
          <dt>{OBSERVERS[by] ?? by}</dt>
          <dd>
            {says}
            {text !== undefined && (
              <>
                {' '}
                <code>{text}</code>
              </>
            )}
          </dd>
        </div>
      ))}
      <div>
        <dt>Afterwards</dt>
        <dd>{recovery.says}</dd>
      </div>
    </dl>
  </details>
);

const Entry = ({ fault, on, onFault }: { fault: KnownFault; on: boolean; onFault: Props['onFault'] }) => {
  const { id, title, about, lasting } = fault;
  const verb = on ? 'Heal' : lasting ? 'Inject' : 'Do it once';
  return (
    <li className={on ? 'on' : ''}>
      <p>
        <b>{title}</b>
        {on && <span className="wb-on"> in effect</span>}
      </p>
      <div className="soft">
        <p>{about}</p>
        <Sights fault={fault} />
      </div>
      <button type="button" aria-label={`${verb}: ${title}`} onClick={() => onFault(id, on ? 'end' : 'begin')}>
        <Icon name={on ? 'check' : 'zap'} />
        <span>{verb}</span>
      </button>
    </li>
  );
};

/** What can be made to go wrong, and put right again. */
export const FaultMenu = ({ faults, active, disabled, onFault }: Props) => {
  const [word, setWord] = useState('');
  const shown = faults.filter(({ id, title, about }) =>
    `${id} ${title} ${about}`.toLowerCase().includes(word.trim().toLowerCase()),
  );
  return (
    <Menu icon="zap" name="Faults" disabled={disabled}>
      {faults.length > 8 && (
        <label className="wb-find">
          <span>Find</span>{' '}
          <input
            type="search"
            value={word}
            onChange={(e) => setWord(e.target.value)}
            placeholder="Vault, token, network…"
          />
        </label>
      )}
      {[...new Set(shown.map((f) => f.group))].map((group) => (
        <section key={group} aria-label={`Faults: ${group}`}>
          <h2>{group}</h2>
          <ul className="wb-faults">
            {shown
              .filter((f) => f.group === group)
              .map((fault) => (
                <Entry key={fault.id} fault={fault} on={active.includes(fault.id)} onFault={onFault} />
              ))}
          </ul>
        </section>
      ))}
      {shown.length === 0 && <p className="wb-empty">No fault is called so.</p>}
    </Menu>
  );
};
