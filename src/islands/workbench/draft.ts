import { type Problem, readRun } from '../../share/read-run.ts';
import type { RecordedRun } from '../../share/recorded-run.ts';
import { progress } from '../shared/progress.ts';

/** A workbench as it was left, and when: Unix milliseconds. */
interface Kept {
  readonly saved: number;
  readonly run: unknown;
}

const placeOf = (opening: string): string => `workbench ${opening}`;
const journalOf = (opening: string): string => `sidecar-lab ${placeOf(opening)}`;

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' && value !== null && 'saved' in value && typeof value.saved === 'number' && 'run' in value;

/** The journal: written at once with every change, so that not even a crash of the browser loses what was typed. */
const readJournal = (opening: string): unknown => {
  try {
    const text = localStorage.getItem(journalOf(opening));
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
};

const writeJournal = (opening: string, kept: Kept | null): void => {
  try {
    if (kept === null) localStorage.removeItem(journalOf(opening));
    else localStorage.setItem(journalOf(opening), JSON.stringify(kept));
  } catch {
    // Refused or full: the store below has it a little later.
  }
};

const readStored = async (opening: string): Promise<unknown> => {
  const entries = await (await progress()).entries();
  const found = entries.findLast((e) => e.kind === 'draft' && e.place === placeOf(opening));
  return found?.kind === 'draft' ? found.value : null;
};

/** The workbench as it was left here the last time; null when it was never used. A damaged record is set aside. */
export const readDraft = async (
  opening: string,
): Promise<{ readonly run: RecordedRun } | { readonly problem: Problem } | null> => {
  const found = [readJournal(opening), await readStored(opening)].filter((v) => v !== null && v !== undefined);
  const kept = found.filter(isKept).sort((a, b) => b.saved - a.saved);
  for (const { run } of kept) {
    const read = readRun(run);
    if ('run' in read) return read;
  }
  const [damaged] = found;
  if (damaged === undefined) return null;
  await (await progress()).add({ kind: 'draft', place: `${placeOf(opening)} damaged`, value: damaged });
  writeJournal(opening, null);
  return {
    problem: {
      text: 'What was kept of this workbench cannot be read.',
      remedy: 'It was set aside, and is part of what the page Progress exports. The workbench begins anew.',
    },
  };
};

/** Milliseconds of silence after which the journal goes into the store. */
const PAUSE = 1_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Keep a workbench for the next visit. */
export const writeDraft = (opening: string, run: RecordedRun): void => {
  const kept: Kept = { saved: Date.now(), run };
  writeJournal(opening, kept);
  clearTimeout(timer);
  timer = setTimeout(async () => {
    await (await progress()).add({ kind: 'draft', place: placeOf(opening), value: kept });
    const journal = readJournal(opening);
    if (isKept(journal) && journal.saved === kept.saved) writeJournal(opening, null);
  }, PAUSE);
};
