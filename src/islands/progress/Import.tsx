import { useId, useRef, useState } from 'react';
import { type Entry, type Preview, previewOf, readDocument, type SetAside, type Store } from '../../progress/index.ts';
import { moment } from './moment.ts';

interface Offered {
  readonly file: string;
  readonly entries: readonly Entry[];
  readonly aside: readonly SetAside[];
  readonly brings: Preview;
}

/** What the kinds of records are called, one and many. */
const KINDS = [
  ['attempt', 'answer', 'answers'],
  ['lesson', 'lesson step', 'lesson steps'],
  ['exam', 'exam', 'exams'],
  ['lab', 'graded lab', 'graded labs'],
  ['undo', 'answer taken back', 'answers taken back'],
  ['card', 'card put away or back', 'cards put away or back'],
  ['setting', 'setting, newer than here', 'settings, newer than here'],
  ['draft', 'draft, newer than here', 'drafts, newer than here'],
] as const;

const records = (n: number): string => (n === 1 ? '1 record' : `${n} records`);

/** Brings in an exported file, after showing what is new in it. */
export const Import = ({ store, entries }: { store: Store; entries: readonly Entry[] }) => {
  const [preview, setPreview] = useState<Offered | null>(null);
  const [said, setSaid] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const read = async (file: File): Promise<void> => {
    setPreview(null);
    const document = readDocument(await file.text(), Date.now());
    if (!document.ok) return setSaid(`${file.name}: ${document.problem}`);
    setSaid('');
    setPreview({
      file: file.name,
      entries: document.entries,
      aside: document.setAside,
      brings: previewOf(entries, document.entries),
    });
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
            {preview.brings.total === 0
              ? 'None is new here.'
              : `${preview.brings.total} of them ${preview.brings.total === 1 ? 'is' : 'are'} new here.`}
            {preview.aside.length > 0 &&
              ` ${records(preview.aside.length)} cannot be read and will be set aside, not deleted.`}{' '}
            Nothing that you have is lost.
          </p>
          {preview.brings.total > 0 && (
            <ul className="small">
              {KINDS.flatMap(([kind, one, many]) => {
                const n = preview.brings.fresh[kind] ?? 0;
                return n === 0 ? [] : [<li key={kind}>{n === 1 ? `1 ${one}` : `${n} ${many}`}</li>];
              })}
              <li>
                from {moment(preview.brings.from ?? 0)} to {moment(preview.brings.to ?? 0)}
              </li>
            </ul>
          )}
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
