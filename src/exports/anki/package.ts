/** An Anki package: a zipped SQLite file, with the learner's history of recalls. */
import { strToU8, zipSync } from 'fflate';
import type { Collection, Row } from './collection.ts';
import { SCHEMA } from './collection.ts';
import { openDatabase } from './sqlite.ts';

/** @returns the bytes of an `.apkg` file */
export const toAnkiPackage = async ({ col, notes, cards, revlog }: Collection): Promise<Uint8Array> => {
  const db = await openDatabase();
  try {
    db.run(SCHEMA);
    const insert = (table: string, rows: readonly Row[]): void => {
      for (const row of rows) db.run(`INSERT INTO ${table} VALUES (${row.map(() => '?').join(', ')})`, row);
    };
    db.run('BEGIN');
    insert('col', [col]);
    insert('notes', notes);
    insert('cards', cards);
    insert('revlog', revlog);
    db.run('COMMIT');
    return zipSync({ 'collection.anki2': db.export(), media: strToU8('{}') });
  } finally {
    db.close();
  }
};
