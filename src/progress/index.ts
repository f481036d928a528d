export { putAhead } from './ahead.ts';
export { openStore } from './database.ts';
export type { Attempt, CardEntry, Entry, ExamEntry, LabEntry, LessonEntry, NewEntry } from './entry.ts';

export { LESSON_DONE, LESSON_OPEN, lessonsDone } from './lessons.ts';
export { merge } from './merge.ts';
export { type Preview, previewOf } from './preview.ts';
export type { Durability, Store, Surroundings, Trouble } from './store.ts';
export {
  CONFIDENCES,
  type Confidence,
  calibration,
  latestAttempts,
  misconceptionsMet,
  standing,
  type Tally,
  tally,
} from './summary.ts';
export { inBrowser } from './surroundings.ts';
export { type Document, mergeAside, mergeDocuments, readDocument, type SetAside, toDocument } from './transfer.ts';
