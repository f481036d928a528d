/**
 * The learner's document for pages without a framework: remember an answer, mark a lesson. What it writes is read, and
 * checked, by the whole program; what it cannot write waits in the journal, and the next page takes it in.
 */
import { openChannel } from './channel.ts';
import { type Connection, connect } from './connection.ts';
import { type Attempt, type Entry, type LessonEntry, type NewEntry, readEntry } from './entry.ts';
import { browserShelf, openJournal } from './journal.ts';
import { DATABASE, hasDocument } from './known.ts';
import { LESSON_DONE, LESSON_OPEN, lessonsDone } from './lessons.ts';
import { inBrowser, ticking, uniqueName } from './surroundings.ts';
import { reading } from './transact.ts';
import { writeEntries } from './writing.ts';

/** Whether something is kept: null when it is, otherwise a sentence for the learner. */
export type Kept = string | null;

const tick = ticking(inBrowser.now);
let opening: Promise<Connection> | null = null;

const connection = (): Promise<Connection> => {
  opening ??= connect(DATABASE, () => {
    opening = null;
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
};

const remember = async (fresh: NewEntry): Promise<Kept> => {
  const entry = { ...fresh, id: uniqueName(), at: tick() } as Entry;
  const journal = openJournal(browserShelf(), DATABASE);
  journal.put(entry);
  try {
    await writeEntries(await connection(), [entry]);
  } catch (error) {
    const name = error instanceof Error || error instanceof DOMException ? error.name : String(error);
    return journal.kept
      ? `Not saved yet (${name}). It waits in this browser and is saved when you open the progress page.`
      : `This browser does not let the site store anything (${name}). Progress lasts until you leave this page.`;
  }
  journal.drop(entry);
  const channel = openChannel(DATABASE);
  channel.post({ kind: 'added', entries: [entry] });
  channel.close();
  return null;
};

/** Remember an answer to a question. `via` says where it was asked; a lesson unless said otherwise. */
export const recordAnswer = (
  answer: Omit<Attempt, 'kind' | 'id' | 'at' | 'via'> & { via?: Attempt['via'] },
): Promise<Kept> => remember({ via: 'lesson', ...answer, kind: 'attempt' });

/** Mark a lesson as done, or as open again. */
export const markLesson = (lesson: string, done = true): Promise<Kept> =>
  remember({ kind: 'lesson', lesson, step: done ? LESSON_DONE : LESSON_OPEN });

/**
 * The lessons marked as done, of those asked for or of all. Looking creates nothing: a reader who did nothing leaves
 * no trace. Never fails: where nothing can be read, nothing is done.
 */
export const lessonDone = async (ids?: readonly string[]): Promise<ReadonlySet<string>> => {
  const raw: unknown[] = [];
  for (const waiting of openJournal(browserShelf(), DATABASE).waiting()) raw.push(waiting.raw);
  try {
    if (opening !== null || (await hasDocument()))
      raw.push(...(await reading(await connection(), 'entries', (store) => store.getAll())));
  } catch {
    // Refused, or newer than this page: what waits is all there is.
  }
  const entries = raw.flatMap((record) => {
    const read = readEntry(record);
    return 'entry' in read && read.entry.kind === 'lesson' ? [read.entry satisfies LessonEntry] : [];
  });
  const done = lessonsDone(entries);
  return ids === undefined ? done : new Set(ids.filter((id) => done.has(id)));
};
