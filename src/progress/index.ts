export { openStore } from './database.ts';
export type { Attempt, Entry, LessonEntry, NewEntry } from './entry.ts';
export { memoryStore } from './memory.ts';
export { merge } from './merge.ts';
export type { Durability, Store, Surroundings } from './store.ts';
export { type Document, readDocument, type SetAside, toDocument } from './transfer.ts';
