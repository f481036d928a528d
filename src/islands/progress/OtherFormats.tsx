import { useState } from 'react';
import type { Entry } from '../../progress/index.ts';
import type { ProgressData } from './data.ts';
import { download } from './download.ts';
import { FORMATS, type Format } from './formats.ts';

interface Props {
  data: ProgressData;
  entries: readonly Entry[];
}

/** Files for other programs. They cannot be imported here again. */
export const OtherFormats = ({ data, entries }: Props) => {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const save = async ({ label, make }: Format): Promise<void> => {
    setBusy(true);
    setSaid(`Making the file: ${label}.`);
    try {
      const { content, name, type } = await make(entries, data);
      download(content, name, type);
      setSaid(`Made: ${label}.`);
    } catch (error) {
      setSaid(
        `The file could not be made (${error instanceof Error ? error.message : String(error)}). Check the connection and try again.`,
      );
    }
    setBusy(false);
  };
  return (
    <details className="formats">
      <summary>For other programs</summary>
      <dl>
        {FORMATS.map((format) => (
          <div key={format.label}>
            <dt>
              <button type="button" disabled={busy} onClick={() => void save(format)}>
                {format.label}
              </button>
            </dt>
            <dd className="small soft">{format.use}</dd>
          </div>
        ))}
      </dl>
      <p className="small" role="status">
        {said}
      </p>
    </details>
  );
};
