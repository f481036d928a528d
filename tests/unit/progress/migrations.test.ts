import { readdirSync } from 'node:fs';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openStore, readDocument } from '../../../src/progress/index.ts';
import { VERSION } from '../../../src/progress/migrations.ts';
import { around, fixture, freshName } from './helpers.ts';

const files = readdirSync(new URL('../../fixtures/progress/', import.meta.url)).filter((n) => /^v\d+\.json$/.test(n));

describe('documents of earlier versions', () => {
  it('are kept as fixtures, one of every version', () => {
    expect(files.toSorted()).toEqual(Array.from({ length: VERSION }, (_, i) => `v${i + 1}.json`));
  });

  it.each(files)('%s is imported with every entry', (file) => {
    const raw = JSON.parse(fixture(file)) as { entries: unknown[]; setAside: unknown[] };
    const read = readDocument(fixture(file), 0);
    if (!read.ok) throw new Error(read.problem);
    expect(read.entries).toHaveLength(raw.entries.length);
    expect(read.setAside).toHaveLength(raw.setAside.length);
  });

  it('know since version 2 where a question was asked; before, it was a quiz', () => {
    const read = readDocument(fixture('v1.json'), 0);
    if (!read.ok) throw new Error(read.problem);
    expect(read.entries.filter(({ kind }) => kind === 'attempt').map((e) => 'via' in e && e.via)).toEqual([
      'quiz',
      'quiz',
    ]);
  });

  it('are brought up to date in the database, with what was set aside and what is no entry', async () => {
    const { entries, setAside } = JSON.parse(fixture('v1.json')) as { entries: { id: string }[]; setAside: unknown[] };
    const name = freshName();
    const old = await openDB(name, 1, {
      upgrade: (db) => {
        db.createObjectStore('entries');
        db.createObjectStore('aside', { autoIncrement: true });
      },
    });
    for (const entry of entries) await old.put('entries', entry, entry.id);
    await old.put('entries', 'no record', 'broken');
    for (const record of setAside) await old.put('aside', record, 1);
    old.close();
    const store = await openStore(around(), name);
    expect(store.durability.kind).toBe('durable');
    expect(await store.entries()).toHaveLength(entries.length);
    expect((await store.setAside()).map(({ raw }) => raw)).toEqual(['no record', expect.objectContaining({ id: 'x' })]);
    store.close();
  });
});
