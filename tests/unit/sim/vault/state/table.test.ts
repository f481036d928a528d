import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drop,
  dueKeys,
  entries,
  find,
  NEVER,
  nextDue,
  put,
  sizeOf,
  type Table,
} from '../../../../../src/sim/vault/state/table.ts';

interface Thing {
  readonly due?: number;
}

const key = fc.oneof(fc.nat(60).map(String), fc.constant('__proto__'));
const step = fc.record({ key, due: fc.option(fc.nat(100)), remove: fc.boolean() });

describe('a table', () => {
  it('holds what a map would, and knows what ends first', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), fc.nat(100), (steps, now) => {
        let table: Table<Thing> = null;
        const map = new Map<string, Thing>();
        for (const { key, due, remove } of steps) {
          const value = due === null ? {} : { due };
          table = remove ? drop(table, key) : put(table, key, value);
          if (remove) map.delete(key);
          else map.set(key, value);
        }
        expect(new Map(entries(table))).toEqual(map);
        expect(sizeOf(table)).toBe(map.size);
        for (const name of map.keys()) expect(find(table, name)).toEqual(map.get(name));
        expect(nextDue(table)).toBe(Math.min(NEVER, ...[...map.values()].map(({ due = NEVER }) => due)));
        const ended = [...map].filter(([, { due = NEVER }]) => due <= now).map(([name]) => name);
        expect([...dueKeys(table, now)].sort()).toEqual(ended.sort());
      }),
      { numRuns: 100 },
    );
  });

  it('of an earlier moment stays as it was', () => {
    let table: Table<Thing> = null;
    for (let i = 0; i < 100; i++) table = put(table, `key ${i}`, { due: i });
    const text = JSON.stringify(table);
    let later = table;
    for (let i = 0; i < 100; i += 2) later = drop(later, `key ${i}`);
    expect(JSON.stringify(table)).toBe(text);
    expect(sizeOf(later)).toBe(50);
  });
});
