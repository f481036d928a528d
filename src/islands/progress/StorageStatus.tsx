import { useEffect, useState } from 'react';
import type { Store } from '../../progress/index.ts';
import { Icon } from '../shared/Icon.tsx';

type Persistence = 'persistent' | 'best-effort' | 'unknown' | 'refused';

const persistence = async (ask: boolean): Promise<Persistence> => {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persisted === undefined) return 'unknown';
  if (await storage.persisted()) return 'persistent';
  if (!ask) return 'best-effort';
  return (await storage.persist()) ? 'persistent' : 'refused';
};

const WORDS: Readonly<Record<Persistence, string>> = {
  persistent: 'The browser promised not to remove it by itself.',
  'best-effort': 'The browser may remove it when the disk is nearly full.',
  unknown: 'The browser does not say how long it keeps it.',
  refused: 'The browser declined to promise that it stays. Export it from time to time.',
};

/** Where progress is kept and how sure that is, in words. */
export const StorageStatus = ({ store, entries }: { store: Store; entries: number }) => {
  const trouble = store.trouble();
  const [kept, setKept] = useState<Persistence>('unknown');
  const durable = store.durability.kind === 'durable';
  useEffect(() => {
    if (durable) persistence(false).then(setKept, () => setKept('unknown'));
  }, [durable]);
  return (
    <section
      className={`storage ${durable && trouble === null ? 'storage-durable' : 'storage-memory'}`}
      aria-labelledby="storage"
    >
      <h2 id="storage" className="visually-hidden">
        Storage
      </h2>
      <p role="status">
        <Icon name={durable && trouble === null ? 'check' : 'triangle-alert'} />{' '}
        {trouble !== null ? (
          <>
            <b>{trouble.waiting === 1 ? '1 record is' : `${trouble.waiting} records are`} not saved yet.</b>{' '}
            {trouble.why}
          </>
        ) : store.durability.kind === 'durable' ? (
          <>
            <b>Saved in this browser.</b> {entries === 1 ? '1 record' : `${entries} records`}; no account, no server.{' '}
            {WORDS[kept]}
          </>
        ) : (
          <>
            <b>Not saved.</b> {store.durability.why}
          </>
        )}
      </p>
      {trouble !== null && (
        <button type="button" onClick={() => void store.flush()}>
          Try to save now
        </button>
      )}
      {durable && trouble === null && kept === 'best-effort' && (
        <button type="button" onClick={() => persistence(true).then(setKept, () => setKept('refused'))}>
          Ask the browser to keep it
        </button>
      )}
    </section>
  );
};
