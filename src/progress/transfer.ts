/** The learner's document as a file: export and import. */
import { type Entry, readEntry } from './entry.ts';

const FORMAT = 'sidecar-lab progress';
/** Versions of the document; a later program reads all earlier ones. */
export const VERSION = 1;

/** A record that could not be read, as it was found. */
export interface SetAside {
  readonly raw: unknown;
  readonly problem: string;
  /** Unix milliseconds at which it was found. */
  readonly at: number;
}

export interface Document {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  /** RFC 3339. */
  readonly exportedAt: string;
  readonly entries: readonly Entry[];
  readonly setAside: readonly SetAside[];
}

/** @param now Unix milliseconds */
export const toDocument = (entries: readonly Entry[], setAside: readonly SetAside[], now: number): Document => ({
  format: FORMAT,
  version: VERSION,
  exportedAt: new Date(now).toISOString(),
  entries,
  setAside,
});

/** What was read from a file: entries, and records that could not be read; or why it is no such file. */
export type ReadDocument =
  | { readonly ok: true; readonly entries: Entry[]; readonly setAside: SetAside[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Read an exported file. Records that are damaged are set aside one by one; the rest is kept.
 * @param now Unix milliseconds, for what has to be set aside
 */
export const readDocument = (text: string, now: number): ReadDocument => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `This file is not JSON (${why}). Choose a file that Sidecar Lab exported.` };
  }
  const doc = raw as Partial<Document> | null;
  if (typeof doc !== 'object' || doc === null || doc.format !== FORMAT) {
    return {
      ok: false,
      problem: 'This is JSON, but not an export of Sidecar Lab. Choose a file that Sidecar Lab exported.',
    };
  }
  if (typeof doc.version !== 'number' || doc.version > VERSION) {
    return {
      ok: false,
      problem: `This file was made by a newer Sidecar Lab (version ${String(doc.version)}; this one reads up to ${VERSION}). Reload the page to get the newest, then import again.`,
    };
  }
  if (!Array.isArray(doc.entries))
    return { ok: false, problem: 'The file has no list of entries; it is damaged. Export it again.' };
  const entries: Entry[] = [];
  const setAside: SetAside[] = Array.isArray(doc.setAside) ? [...doc.setAside] : [];
  for (const record of doc.entries as unknown[]) {
    const read = readEntry(record);
    if ('entry' in read) entries.push(read.entry);
    else setAside.push({ raw: record, problem: read.problem, at: now });
  }
  return { ok: true, entries, setAside };
};
