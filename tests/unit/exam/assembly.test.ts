import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemble } from '../../../src/exam/assembly/assemble.ts';
import { countsFor, fitsLine } from '../../../src/exam/assembly/fits.ts';
import { type Blueprint, sizeOf } from '../../../src/exam/blueprint/blueprint.ts';
import type { Item } from '../../../src/exam/item.ts';
import { blueprint, item, line, quota, realItems } from './helpers.ts';

const OBJECTIVES = ['1a', '1b', '2a'];
const KINDS = ['single', 'multiple', 'text'];

const items = (most: number) =>
  fc
    .array(
      fc.record({
        kind: fc.constantFrom(...KINDS),
        objectives: fc.subarray(OBJECTIVES, { minLength: 1 }),
        difficulty: fc.integer({ min: 1, max: 5 }),
        situation: fc.option(fc.constantFrom('s1', 's2'), { freq: 3 }),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((list) => list.map((more, i) => item(`q${i}`, more)));

const blueprints = fc
  .record({
    counts: fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }),
    multiple: fc.option(fc.integer({ min: 0, max: 2 })),
    hard: fc.option(fc.integer({ min: 0, max: 2 })),
    situations: fc.constantFrom(0, 0, 1),
  })
  .filter(({ counts }) => counts.some((n) => n > 0))
  .map(({ counts, multiple, hard, situations }) =>
    blueprint(
      counts.flatMap((n, i) => (n === 0 ? [] : [line(OBJECTIVES[i]!, n)])),
      {
        situations,
        quotas: [
          ...(multiple === null ? [] : [quota('kind', 'multiple', multiple)]),
          ...(hard === null ? [] : [quota('difficulty', '4-5', hard, null)]),
        ],
      },
    ),
  );

/** Whether the chosen items can be shared out among the lines. */
const fillsLines = ({ lines }: Blueprint, chosen: readonly Item[]): boolean => {
  const share = (left: readonly Item[], open: readonly number[]): boolean => {
    const [first, ...rest] = left;
    if (first === undefined) return open.every((n) => n === 0);
    return open.some((n, i) => n > 0 && fitsLine(first, lines[i]!) && share(rest, open.with(i, n - 1)));
  };
  return share(
    chosen,
    lines.map(({ items: n }) => n),
  );
};

const meetsCounts = ({ quotas }: Blueprint, chosen: readonly Item[]): boolean =>
  quotas.every((asked) => {
    const count = chosen.filter((one) => countsFor(one, asked)).length;
    return count >= asked.least && (asked.most === null || count <= asked.most);
  });

/** Exactly so many situations whole, and of every other at most one question. */
const keepsSituations = ({ situations }: Blueprint, bank: readonly Item[], chosen: readonly Item[]): boolean => {
  const names = [...new Set(chosen.flatMap(({ situation }) => situation ?? []))];
  const many = names.filter((name) => chosen.filter(({ situation }) => situation === name).length > 1);
  const whole = many.filter(
    (name) =>
      chosen.filter(({ situation }) => situation === name).length ===
      bank.filter(({ situation }) => situation === name).length,
  );
  return many.length === whole.length && whole.length === situations;
};

const satisfies = (asked: Blueprint, bank: readonly Item[], chosen: readonly Item[]): boolean =>
  chosen.length === sizeOf(asked) &&
  new Set(chosen.map(({ id }) => id)).size === chosen.length &&
  meetsCounts(asked, chosen) &&
  keepsSituations(asked, bank, chosen) &&
  fillsLines(asked, chosen);

const subsets = (list: readonly Item[], size: number): Item[][] => {
  if (size === 0) return [[]];
  return list.flatMap((first, i) => subsets(list.slice(i + 1), size - 1).map((rest) => [first, ...rest]));
};

describe('a drawn exam', () => {
  it('satisfies its blueprint, and is drawn whenever any choice does', () => {
    fc.assert(
      fc.property(blueprints, items(9), fc.string(), (asked, bank, seed) => {
        const drawn = assemble(asked, bank, seed);
        if (drawn.ok) expect(satisfies(asked, bank, drawn.items)).toBe(true);
        else expect(subsets(bank, sizeOf(asked)).some((chosen) => satisfies(asked, bank, chosen))).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('is the same for the same seed, and another for another', () => {
    const bank = realItems();
    const asked = blueprint([line('1a', 4), line('1f', 7), line('9a', 5)]);
    const ids = (seed: string): string[] => {
      const drawn = assemble(asked, bank, seed);
      return drawn.ok ? drawn.items.map(({ id }) => id) : [];
    };
    expect(ids('red')).toHaveLength(16);
    expect(ids('red')).toEqual(ids('red'));
    expect(ids('red')).not.toEqual(ids('blue'));
  });

  it('leaves out what should rest whenever the bank allows, and takes as little of it as it can otherwise', () => {
    fc.assert(
      fc.property(blueprints, items(8), fc.nat(), (asked, bank, mask) => {
        const resting = new Set(bank.filter((_, i) => (mask >> i) & 1).map(({ id }) => id));
        const drawn = assemble(asked, bank, 'x', resting);
        fc.pre(drawn.ok);
        const tired = (chosen: readonly Item[]): number => chosen.filter(({ id }) => resting.has(id)).length;
        const fewest = Math.min(
          ...subsets(bank, sizeOf(asked))
            .filter((chosen) => satisfies(asked, bank, chosen))
            .map(tired),
        );
        expect(tired(drawn.items)).toBe(fewest);
      }),
      { numRuns: 200 },
    );
  });

  it('asks the questions of a situation one after the other, in their order', () => {
    const bank = [
      ...Array.from({ length: 8 }, (_, i) => item(`q${i}`)),
      item('s-a', { situation: 's' }),
      item('s-b', { situation: 's' }),
      item('s-c', { situation: 's' }),
    ];
    const drawn = assemble(blueprint([line('1a', 8)], { situations: 1 }), bank, 'z');
    expect(drawn.ok && drawn.items.map(({ id }) => id).join(' ')).toContain('s-a s-b s-c');
  });
});

describe('a bank that is too small', () => {
  const lacks = (asked: Blueprint, bank: readonly Item[]): string[] => {
    const drawn = assemble(asked, bank, 'x');
    return drawn.ok ? [] : drawn.lacks.map(({ at, missing, text }) => `${at.join('.')} ${missing} ${text}`);
  };

  it('is told which lines compete for too few questions', () => {
    const bank = [item('a', { objectives: ['1a', '1b'] }), item('b', { objectives: ['1b'] })];
    expect(lacks(blueprint([line('1a', 1), line('1b', 2)]), bank)).toEqual([
      'draw.0 1 3 items are asked for on objective 1a, objective 1b; the bank has 2 questions that can stand there.',
    ]);
  });

  it('is told which kind is missing, and how many', () => {
    const asked = blueprint([line('1a', 2)], { quotas: [quota('kind', 'text', 2)] });
    expect(lacks(asked, [item('a'), item('b'), item('c', { kind: 'text' })])).toEqual([
      'kinds.text 1 At least 2 questions of kind `text` are asked for; the bank has 1 on the lines of the draw.',
    ]);
  });

  it('is told when each count could be met alone but not together', () => {
    const asked = blueprint([line('1a', 1)], { quotas: [quota('kind', 'text', 1), quota('difficulty', '4-5', 1)] });
    const bank = [item('a', { kind: 'text', difficulty: 1 }), item('b', { difficulty: 5 })];
    expect(lacks(asked, bank)[0]).toContain('No draw was found that meets all counts together.');
  });
});
