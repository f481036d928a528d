import { useState } from 'react';
import type { Store } from '../../progress/index.ts';

/** Everything else that the site keeps in this browser: unfinished answers, drafts, panes, the theme. */
const forgetAll = (): void => {
  for (const shelf of [sessionStorage, localStorage])
    for (const key of Object.keys(shelf)) if (/^(?:sidecar-lab\b|theme$)/.test(key)) shelf.removeItem(key);
};

/** Erases everything, after a question. */
export const Erase = ({ store, count }: { store: Store; count: number }) => {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const erase = async (): Promise<void> => {
    setAsking(false);
    try {
      await store.erase();
      forgetAll();
      setSaid('Everything is erased.');
    } catch (error) {
      setSaid(
        `Not erased (${error instanceof Error ? error.message : String(error)}). Close other tabs and try again.`,
      );
    }
  };
  return (
    <div className="erase">
      {!asking && (
        <button type="button" disabled={count === 0} onClick={() => setAsking(true)}>
          Erase everything
        </button>
      )}
      {asking && (
        <fieldset className="preview" aria-label="Erase everything">
          <p>
            Erase {count === 1 ? 'the one record' : `all ${count} records`} in this browser? This cannot be undone. An
            export made before can be imported again.
          </p>
          <p className="buttons">
            <button type="button" onClick={() => void erase()}>
              Erase
            </button>
            <button
              type="button"
              className="primary"
              ref={(button) => button?.focus()}
              onClick={() => setAsking(false)}
            >
              Keep
            </button>
          </p>
        </fieldset>
      )}
      <p className="small" role="status">
        {said}
      </p>
    </div>
  );
};
