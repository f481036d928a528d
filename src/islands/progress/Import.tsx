import { useId, useRef, useState } from 'react';
import { type Entry, merge, readDocument, type SetAside, type Store } from '../../progress/index.ts';

interface Preview {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly aside: readonly SetAside[];
  readonly fresh: number;
}

const records = (n: number): string => (n === 1 ? '1 record' : `${n} records`);

/** Brings in an exported file, after showing what is new in it. */
export const Import = ({ store, entries }: { store: Store; entries: readonly Entry[] }) => {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const read = async (file: File): Promise<void> => {
    setPreview(null);
    const document = readDocument(await file.text(), Date.now());
    if (!document.ok) return setSaid(`${file.name}: ${document.problem}`);
    const known = new Set(entries.map((entry) => entry.id));
    const fresh = merge(entries, document.entries).filter((entry) => !known.has(entry.id)).length;
    setSaid('');
    setPreview({ file: file.name, entries: document.entries, aside: document.setAside, fresh });
  };
  const take = async (): Promise<void> => {
    if (preview === null) return;
    try {
      const added = await store.take(preview.entries, preview.aside);
      setSaid(`Imported ${records(added)} from ${preview.file}.`);
    } catch (error) {
      setSaid(`Nothing was imported (${error instanceof Error ? error.message : String(error)}). Try again.`);
    }
    setPreview(null);
  };
  return (
    <div className="import">
      <input
        ref={input}
        id={id}
        className="visually-hidden"
        type="file"
        accept="application/json,.json"
        aria-label="File to import"
        tabIndex={-1}
        onChange={(event) => {
          const file = event.target.files?.[0];
          if (file !== undefined) void read(file);
          event.target.value = '';
        }}
      />
      <button type="button" onClick={() => input.current?.click()}>
        Import from a file
      </button>
      {preview !== null && (
        <fieldset className="preview" aria-label="What the file brings">
          <p>
            <b>{preview.file}</b> holds {records(preview.entries.length)}.{' '}
            {preview.fresh === 0
              ? 'None is new here.'
              : `${preview.fresh} of them ${preview.fresh === 1 ? 'is' : 'are'} new here.`}
            {preview.aside.length > 0 &&
              ` ${records(preview.aside.length)} cannot be read and will be set aside, not deleted.`}{' '}
            Nothing that you have is lost.
          </p>
          <p className="buttons">
            <button type="button" className="primary" onClick={() => void take()}>
              Import
            </button>
            <button type="button" onClick={() => setPreview(null)}>
              Cancel
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
