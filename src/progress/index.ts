export { openStore } from './database.ts';
export type { Attempt, Entry, LessonEntry, NewEntry } from './entry.ts';
export { memoryStore } from './memory.ts';
export { merge } from './merge.ts';
export type { Durability, Store, Surroundings } from './store.ts';
export {
  CONFIDENCES,
  type Confidence,
  calibration,
  LESSON_DONE,
  LESSON_OPEN,
  latestAttempts,
  lessonsDone,
  misconceptionsMet,
  type Tally,
  tally,
} from './summary.ts';
export { type Document, readDocument, type SetAside, toDocument } from './transfer.ts';
