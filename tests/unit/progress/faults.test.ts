import './helpers.ts';
import fc from 'fast-check';
import { openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../../src/progress/index.ts';
import { type Fault, type Faulty, faultyStorage } from './faults.ts';
import { around, attempt, shelf } from './helpers.ts';

type Step =
  | { readonly do: 'add'; readonly tab: 0 | 1 }
  | { readonly do: 'fault'; readonly fault: Fault; readonly lasting: boolean }
  | { readonly do: 'heal' }
  | { readonly do: 'kill' }
  | { readonly do: 'corrupt' }
  | { readonly do: 'read'; readonly tab: 0 | 1 };

const tab = fc.constantFrom(0 as const, 1 as const);
const fault: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('fault' as const),
  fault: fc.constantFrom<Fault[]>('full', 'full-at-the-end', 'broken', 'blocked', 'newer', 'closed'),
  lasting: fc.boolean(),
});
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('add' as const), tab }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('heal' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('corrupt' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), tab }) },
  { weight: 3, arbitrary: fault },
);

let storage: Faulty | null = null;
afterEach(() => storage?.restore());

const questionsOf = async (store: Store): Promise<readonly string[]> =>
  (await store.entries()).flatMap((entry) => (entry.kind === 'attempt' ? [entry.question] : []));

/** Plays a session with faults; afterwards everything that was added must be there. @returns how many struck */
const play = async (steps: readonly Step[]): Promise<number> => {
  storage = faultyStorage();
  const kept = shelf();
  const name = 'learner';
  const tabs: (Store | null)[] = [null, null];
  const openTab = async (i: 0 | 1): Promise<Store> => (tabs[i] ??= await openStore(around(kept), name));
  const added: string[] = [];
  let corrupt = 0;
  for (const [i, now] of [...steps, { do: 'add', tab: 0 } as const].entries()) {
    if (now.do === 'fault') storage.inject(now.fault, now.lasting);
    else if (now.do === 'heal') storage.heal();
    else if (now.do === 'corrupt') {
      storage.heal();
      // A page that was refused the database made none.
      if ((await openTab(0)).durability.kind === 'memory') continue;
      const raw = await openDB(name);
      await raw.put('entries', { kind: 'attempt', at: 'yesterday', i }, `corrupt-${i}`);
      raw.close();
      corrupt++;
    } else if (now.do === 'kill') {
      // In the middle of a write, if one can be begun.
      const store = await openTab(0);
      added.push(`killed-${i}`);
      const writing = store.add(attempt(`killed-${i}`));
      storage.kill();
      for (const open of tabs) open?.close();
      await writing;
      tabs.fill(null);
    } else if (now.do === 'read') {
      // It may fail while faults last; it must not destroy anything.
      await (await openTab(now.tab)).entries().catch(() => undefined);
    } else {
      const store = await openTab(now.tab);
      added.push(`q-${i}`);
      await store.add(attempt(`q-${i}`));
      const why = store.durability.kind === 'memory' ? store.durability.why : (store.trouble()?.why ?? null);
      const waits = [...kept.content.values()].some((text) => text.includes(`"q-${i}"`));
      // What is not in the database is said, with a remedy.
      if (waits) expect(why).toMatch(/Reload|again|reload/);
      else expect(store.durability.kind).toBe('durable');
    }
  }
  storage.heal();
  for (const open of tabs) open?.close();
  const last = await openStore(around(kept), name);
  const there = await questionsOf(last);
  expect(there.toSorted()).toEqual(added.toSorted());
  expect(await last.setAside()).toHaveLength(corrupt);
  expect(last.trouble()).toBeNull();
  expect(kept.content.size).toBe(0);
  last.close();
  storage.restore();
  return storage.struck;
};

describe('storage that fails', () => {
  it('loses nothing over 1,000 injected faults, and says each', { timeout: 120_000 }, async () => {
    let struck = 0;
    for (let round = 0; round < 10 || struck < 1_000; round++) {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
          struck += await play(steps);
        }),
        { numRuns: 100, seed: round },
      );
    }
    expect(struck).toBeGreaterThanOrEqual(1_000);
  });

  it('keeps what it cannot write while the page is open, also where no other store exists', async () => {
    storage = faultyStorage();
    const store = await openStore(around(null), 'learner');
    storage.inject('full', true);
    await store.addAll([attempt('q1'), attempt('q2')]);
    expect(store.trouble()).toMatchObject({ waiting: 2, why: expect.stringContaining('disk space') });
    expect(await questionsOf(store)).toEqual(['q1', 'q2']);
    storage.heal();
    await store.flush();
    expect(store.trouble()).toBeNull();
    store.close();
    const again = await openStore(around(null), 'learner');
    expect(await questionsOf(again)).toEqual(['q1', 'q2']);
    again.close();
  });

  it('takes in all of an import or nothing of it', async () => {
    storage = faultyStorage();
    const store = await openStore(around(null), 'learner');
    const other = Array.from({ length: 5 }, (_, i) => ({ ...attempt(`q${i}`), id: `e${i}`, at: i }) as never);
    storage.inject('full-at-the-end', false);
    await expect(store.take(other, [])).rejects.toThrow();
    expect(await store.entries()).toEqual([]);
    expect(await store.take(other, [])).toBe(5);
    expect(await store.entries()).toHaveLength(5);
    store.close();
  });
});
