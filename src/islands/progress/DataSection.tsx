import { useEffect, useState } from 'react';
import type { Entry, SetAside, Store } from '../../progress/index.ts';
import type { ProgressData } from './data.ts';
import { Erase } from './Erase.tsx';
import { Export } from './Export.tsx';
import { Import } from './Import.tsx';
import { OtherFormats } from './OtherFormats.tsx';

interface Props {
  data: ProgressData;
  store: Store;
  entries: readonly Entry[];
}

/** Everything that is stored: take it out, bring it in, look at what could not be read, erase it. */
export const DataSection = ({ data, store, entries }: Props) => {
  const [aside, setAside] = useState<readonly SetAside[]>([]);
  useEffect(() => {
    if (entries) store.setAside().then(setAside, () => setAside([]));
  }, [store, entries]);
  return (
    <section className="data" aria-labelledby="data">
      <h2 id="data">Your data</h2>
      <p className="soft">
        One file holds all of it: answers, lessons, settings, drafts. Import it in another browser to go on there.
      </p>
      {aside.length > 0 && (
        <details className="aside-records">
          <summary>
            {aside.length === 1 ? '1 record' : `${aside.length} records`} could not be read and{' '}
            {aside.length === 1 ? 'was' : 'were'} set aside. Nothing was deleted; the export contains{' '}
            {aside.length === 1 ? 'it' : 'them'}.
          </summary>
          <ul>
            {aside.map(({ raw, problem, at }, i) => (
              <li key={`${at}-${String(i)}`}>
                <p>{problem}</p>
                <pre tabIndex={0}>{JSON.stringify(raw, null, 2)}</pre>
              </li>
            ))}
          </ul>
        </details>
      )}
      <div className="tools">
        <Export entries={entries} aside={aside} />
        <Import store={store} entries={entries} />
        <Erase store={store} count={entries.length + aside.length} />
      </div>
      <OtherFormats data={data} entries={entries} />
    </section>
  );
};
