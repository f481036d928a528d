import { openDB } from 'idb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Entry, openStore, previewOf, readDocument, toDocument } from '../../../src/progress/index.ts';
import { attempt, freshName as fresh, around as surroundings } from './helpers.ts';

const around = surroundings();

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the learner’s document', () => {
  it('is there again after a reload, and is seen by a second tab', async () => {
    const name = fresh();
    const first = await openStore(around, name);
    await first.add(attempt('q1'));
    first.close();
    const again = await openStore(around, name);
    const second = await openStore(around, name);
    const heard = vi.fn();
    again.subscribe(heard);
    await second.add(attempt('q2'));
    expect((await again.entries()).map((e) => e.kind === 'attempt' && e.question)).toEqual(['q1', 'q2']);
    await vi.waitFor(() => expect(heard).toHaveBeenCalled());
    again.close();
    second.close();
  });

  it('goes on in memory, and says so, where storage is refused', async () => {
    vi.stubGlobal('indexedDB', {
      open: () => {
        throw new DOMException('no', 'SecurityError');
      },
    });
    const store = await openStore(around, fresh());
    await store.add(attempt('q1'));
    expect(store.durability).toMatchObject({
      kind: 'memory',
      why: expect.stringContaining('until you close this page'),
    });
    expect(await store.entries()).toHaveLength(1);
  });

  it('tells a learner whose progress a newer version saved to reload, and leaves it untouched', async () => {
    const name = fresh();
    const newer = await openDB(name, 99, { upgrade: (db) => void db.createObjectStore('entries') });
    newer.close();
    const store = await openStore(around, name);
    expect(store.durability).toMatchObject({ kind: 'memory', why: expect.stringContaining('newer version') });
  });

  it('sets a corrupt record aside, keeps it for export, and keeps the rest', async () => {
    const name = fresh();
    const store = await openStore(around, name);
    await store.add(attempt('q1'));
    const raw = await openDB(name);
    await raw.put('entries', { kind: 'attempt', id: 'x', at: 'yesterday' }, 'x');
    raw.close();
    expect(await store.entries()).toHaveLength(1);
    const aside = await store.setAside();
    expect(aside).toMatchObject([{ raw: { id: 'x', at: 'yesterday' }, problem: expect.stringMatching(/^at:/) }]);
    const doc = toDocument(await store.entries(), aside, 0);
    expect(readDocument(JSON.stringify(doc), 0)).toMatchObject({ ok: true, setAside: aside });
    store.close();
  });

  it('comes back whole from its export, once, however often it is imported', async () => {
    const store = await openStore(around, fresh());
    await store.add(attempt('q1'));
    await store.add({ kind: 'setting', name: 'theme', value: 'dark' });
    await store.add({ kind: 'setting', name: 'theme', value: 'light' });
    const text = JSON.stringify(toDocument(await store.entries(), [], 0));
    await store.erase();
    expect(await store.entries()).toEqual([]);
    const read = readDocument(text, 0);
    if (!read.ok) throw new Error(read.problem);
    expect(await store.take(read.entries, read.setAside)).toBe(2);
    expect(await store.take(read.entries, read.setAside)).toBe(0);
    expect((await store.entries()).at(-1)).toMatchObject({ name: 'theme', value: 'light' });
    store.close();
  });

  it.each([
    ['not json', 'not JSON'],
    ['[1]', 'not an export'],
    ['{"format":"sidecar-lab progress","version":7,"entries":[]}', 'newer Sidecar Lab'],
    ['{"format":"sidecar-lab progress","version":1}', 'damaged'],
  ])('refuses the file %s with a remedy', (text, words) => {
    const read = readDocument(text, 0);
    expect(read).toMatchObject({ ok: false, problem: expect.stringContaining(words) });
  });

  it('is previewed before it is imported: what is new, of which kind, from when to when', async () => {
    const store = await openStore(around, fresh());
    const known = await store.add(attempt('q1'));
    const { id: _, ...later } = known as Extract<Entry, { kind: 'attempt' }>;
    const setting: Entry = { kind: 'setting', id: 's', at: 5, name: 'theme', value: 'dark' };
    const file: Entry[] = [setting, known, { ...later, id: 'new', at: known.at + 9 }];
    expect(previewOf(await store.entries(), file)).toEqual({
      fresh: { attempt: 1, setting: 1 },
      total: 2,
      known: 1,
      from: 5,
      to: known.at + 9,
    });
    store.close();
  });
});
