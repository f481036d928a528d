import { type Entry, type SetAside, toDocument } from '../../progress/index.ts';
import { download } from './download.ts';

/** Saves the whole document as a file. */
export const Export = ({ entries, aside }: { entries: readonly Entry[]; aside: readonly SetAside[] }) => (
  <button
    type="button"
    onClick={() =>
      download(JSON.stringify(toDocument(entries, aside, Date.now()), null, 2), 'progress.json', 'application/json')
    }
  >
    Export to a file
  </button>
);
