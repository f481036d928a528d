import { type Entry, type SetAside, toDocument } from '../../progress/index.ts';

/** Milliseconds after which the file's address is given up; the browser has read it by then. */
const GRACE = 60_000;

const download = (entries: readonly Entry[], aside: readonly SetAside[]): void => {
  const now = Date.now();
  const text = JSON.stringify(toDocument(entries, aside, now), null, 2);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = `sidecar-lab-progress-${new Date(now).toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), GRACE);
};

/** Saves the whole document as a file. */
export const Export = ({ entries, aside }: { entries: readonly Entry[]; aside: readonly SetAside[] }) => (
  <button type="button" onClick={() => download(entries, aside)}>
    Export to a file
  </button>
);
