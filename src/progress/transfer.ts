/** The learner's document as a file: export and import. */
import { type Entry, readEntry } from './entry.ts';
import { merge } from './merge.ts';
import { migrate, VERSION } from './migrations.ts';

const FORMAT = 'sidecar-lab progress';

/** A record that could not be read, as it was found. */
export interface SetAside {
  readonly raw: unknown;
  readonly problem: string;
  /** Unix milliseconds at which it was found. */
  readonly at: number;
}

export interface Document {
  readonly format: typeof FORMAT;
  readonly version: number;
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

const textOf = (record: SetAside): string => JSON.stringify(record.raw) ?? 'undefined';

/** Records set aside on several devices, each once, as it was found first. */
export const mergeAside = (...sets: readonly (readonly SetAside[])[]): SetAside[] => {
  const byText = new Map<string, SetAside>();
  for (const record of sets.flat()) {
    const text = textOf(record);
    const known = byText.get(text);
    if (known === undefined || record.at < known.at || (record.at === known.at && record.problem < known.problem))
      byText.set(text, record);
  }
  return [...byText.entries()].sort(([a, x], [b, y]) => x.at - y.at || (a < b ? -1 : 1)).map(([, record]) => record);
};

/** Two devices' exports as one: nothing is lost and nothing counts twice, in whatever order and however often. */
export const mergeDocuments = (a: Document, b: Document): Document => ({
  format: FORMAT,
  version: VERSION,
  exportedAt: a.exportedAt > b.exportedAt ? a.exportedAt : b.exportedAt,
  entries: merge(a.entries, b.entries),
  setAside: mergeAside(a.setAside, b.setAside),
});

/** What was read from a file: entries, and records that could not be read; or why it is no such file. */
export type ReadDocument =
  | { readonly ok: true; readonly version: number; readonly entries: Entry[]; readonly setAside: SetAside[] }
  | { readonly ok: false; readonly problem: string };

/** What another program, or this one, set aside: kept whatever it looks like. */
const readAside = (raw: unknown, now: number): SetAside => {
  const record = (typeof raw === 'object' && raw !== null ? raw : {}) as Partial<SetAside>;
  return typeof record.problem === 'string' && typeof record.at === 'number'
    ? { raw: record.raw ?? null, problem: record.problem, at: record.at }
    : { raw, problem: 'record: must say what was wrong with it', at: now };
};

/**
 * Read an exported file, of this version or an earlier one. Records that are damaged are set aside one by one; the
 * rest is kept.
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
  const { version } = doc;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return { ok: false, problem: 'The file does not say its version; it is damaged. Export it again.' };
  if (version > VERSION) {
    return {
      ok: false,
      problem: `This file was made by a newer Sidecar Lab (version ${version}; this one reads up to ${VERSION}). Reload the page to get the newest, then import again.`,
    };
  }
  if (!Array.isArray(doc.entries))
    return { ok: false, problem: 'The file has no list of entries; it is damaged. Export it again.' };
  const entries: Entry[] = [];
  const setAside = Array.isArray(doc.setAside) ? doc.setAside.map((record) => readAside(record, now)) : [];
  for (const record of doc.entries as readonly unknown[]) {
    const read = readEntry(migrate(record, version));
    if ('entry' in read) entries.push(read.entry);
    else setAside.push({ raw: record, problem: read.problem, at: now });
  }
  return { ok: true, version, entries: merge(entries), setAside: mergeAside(setAside) };
};
