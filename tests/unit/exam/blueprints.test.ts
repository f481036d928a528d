import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/exam/assembly/assemble.ts';
import { countsFor } from '../../../src/exam/assembly/fits.ts';
import { sizeOf, toBlueprint } from '../../../src/exam/blueprint/blueprint.ts';
import { blueprintSchema } from '../../../src/exam/blueprint/schema.ts';
import { parseYaml } from '../../../src/yaml/index.ts';
import { realItems } from './helpers.ts';

const folder = new URL('../../../content/exams/', import.meta.url);
const bank = realItems();
const ready = readdirSync(folder)
  .map((file) => {
    const { documents } = parseYaml(readFileSync(new URL(file, folder), 'utf8'));
    return toBlueprint(file.replace('.yaml', ''), blueprintSchema.parse(documents[0]?.value));
  })
  .filter((blueprint) => blueprint.ready);

describe('the blueprints', () => {
  it('include a full length and a short form that can be taken', () => {
    expect(Math.max(...ready.map(sizeOf))).toBe(57);
    expect(Math.min(...ready.map(sizeOf))).toBeLessThanOrEqual(20);
  });

  for (const blueprint of ready) {
    it(`${blueprint.id} is drawn from the real bank with any seed, and meets its counts`, () => {
      for (let seed = 0; seed < 40; seed++) {
        const drawn = assemble(blueprint, bank, `seed ${seed}`);
        if (!drawn.ok) throw new Error(`seed ${seed}: ${drawn.lacks[0]?.text}`);
        expect(new Set(drawn.items.map(({ id }) => id)).size).toBe(sizeOf(blueprint));
        for (const quota of blueprint.quotas) {
          const count = drawn.items.filter((item) => countsFor(item, quota)).length;
          expect(count).toBeGreaterThanOrEqual(quota.least);
          expect(count).toBeLessThanOrEqual(quota.most ?? count);
        }
      }
    });
  }

  it('give a second exam without the items of the first where the bank allows', () => {
    const short = ready.find(({ id }) => id === 'kubernetes-auth-short')!;
    const first = assemble(short, bank, 'monday');
    if (!first.ok) throw new Error('not drawn');
    const resting = new Set(first.items.map(({ id }) => id));
    const second = assemble(short, bank, 'tuesday', resting);
    expect(second.ok && second.items.filter(({ id }) => resting.has(id)).length).toBe(0);
  });
});
