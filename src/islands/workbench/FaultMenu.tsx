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
      <ul className="wb-faults">
        {shown.map(({ id, title, about }) => {
          const on = active.includes(id);
          return (
            <li key={id} className={on ? 'on' : ''}>
              <p>
                <b>{title}</b>
                {on && <span className="wb-on"> in effect</span>}
              </p>
              <p className="soft">{about}</p>
              <button
                type="button"
                aria-label={`${on ? 'Heal' : 'Inject'}: ${title}`}
                onClick={() => onFault(id, on ? 'end' : 'begin')}
              >
                <Icon name={on ? 'check' : 'zap'} />
                <span>{on ? 'Heal' : 'Inject'}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && <p className="wb-empty">No fault is called so.</p>}
    </Menu>
  );
};
