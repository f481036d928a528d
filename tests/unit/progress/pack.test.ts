import { afterEach, describe, expect, it } from 'vitest';
import { connect } from '../../../src/progress/connection.ts';
import { type Entry, openStore } from '../../../src/progress/index.ts';
import { compact, PACK } from '../../../src/progress/pack.ts';
import { writeEntries } from '../../../src/progress/writing.ts';
import { type Faulty, faultyStorage } from './faults.ts';
import { around, attempt, freshName } from './helpers.ts';

const answers = (n: number): Entry[] =>
  Array.from({ length: n }, (_, i) => ({ ...attempt(`q${i}`), id: `e${i}`, at: i }) as Entry);

const everything = async (name: string): Promise<readonly Entry[]> => {
  const store = await openStore(around(), name);
  const entries = await store.entries();
  store.close();
  return entries;
};

let storage: Faulty | null = null;
afterEach(() => storage?.restore());

describe('packs of old answers', () => {
  it('hold the same answers in few records, and leave everything else loose', async () => {
    const name = freshName();
    const db = await connect(name);
    const all = answers(2 * PACK + 7);
    await writeEntries(db, [...all, { kind: 'setting', id: 's', at: 3, name: 'x', value: 1 }]);
    expect(await compact(db)).toBe(2 * PACK);
    expect([await db.count('packs'), await db.count('entries')]).toEqual([2, 8]);
    expect(await compact(db)).toBe(0);
    db.close();
    expect((await everything(name)).filter(({ kind }) => kind === 'attempt')).toEqual(all);
  });

  it('lose nothing when packing is cut short', async () => {
    storage = faultyStorage();
    const name = freshName();
    const db = await connect(name);
    await writeEntries(db, answers(2 * PACK));
    storage.inject('full', false);
    await expect(compact(db)).rejects.toThrow('injected');
    const cut = compact(db);
    await new Promise((resolve) => setTimeout(resolve, 2));
    storage.kill();
    await cut.catch(() => undefined);
    expect(await everything(name)).toHaveLength(2 * PACK);
  });

  it('are set aside record by record where they cannot be read', async () => {
    const name = freshName();
    const db = await connect(name);
    await db.add('packs', JSON.stringify([...answers(2), { kind: 'attempt', id: 'x' }]));
    await db.add('packs', '[{"kind":"att');
    db.close();
    const store = await openStore(around(), name);
    expect(await store.entries()).toHaveLength(2);
    expect((await store.setAside()).map(({ raw }) => raw)).toEqual(
      expect.arrayContaining([{ kind: 'attempt', id: 'x' }, '[{"kind":"att']),
    );
    store.close();
    expect(await everything(name)).toHaveLength(2);
  });

  it('take many imported answers at once, and a second import adds none', async () => {
    const name = freshName();
    const store = await openStore(around(), name);
    expect(await store.take(answers(3 * PACK + 1), [])).toBe(3 * PACK + 1);
    expect(await store.take(answers(3 * PACK + 1), [{ raw: 1, problem: 'p', at: 0 }])).toBe(0);
    await store.take([], [{ raw: 1, problem: 'p', at: 5 }]);
    expect(await store.setAside()).toHaveLength(1);
    store.close();
    expect(await everything(name)).toHaveLength(3 * PACK + 1);
  });
});
