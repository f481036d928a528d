import { readFileSync } from 'node:fs';
import { assemble } from '../../src/exam/assembly/assemble.ts';
import { toBlueprint } from '../../src/exam/blueprint/blueprint.ts';
import { blueprintSchema } from '../../src/exam/blueprint/schema.ts';
import type { Item } from '../../src/exam/item.ts';
import { Random } from '../../src/sim/kernel/random.ts';
import { parseYaml } from '../../src/yaml/index.ts';
import { type Bench, median } from './bench.ts';

const ITEMS = 2_000;
/** Milliseconds in which a press of Begin should be answered. */
const AIM = 50;

const full = toBlueprint(
  'associate-003',
  blueprintSchema.parse(
    parseYaml(readFileSync(new URL('../../content/exams/associate-003.yaml', import.meta.url), 'utf8')).documents[0]
      ?.value,
  ),
);

const random = new Random(3);
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
const KINDS = ['single', 'single', 'single', 'multiple', 'truefalse', 'text', 'order', 'match', 'predict'];
const LEVELS = ['remember', 'understand', 'apply', 'analyze'];
const bank: readonly Item[] = Array.from({ length: ITEMS }, (_, i) => ({
  id: `q${i}`,
  kind: pick(KINDS),
  objectives: [full.lines[i % full.lines.length]!.objective!],
  lesson: null,
  difficulty: 1 + random.below(5),
  level: pick(LEVELS),
  situation: i % 9 === 0 ? `s${random.below(60)}` : null,
}));

export const bench: Bench = {
  name: 'exam',
  run: () => {
    let seed = 0;
    const draw = (resting: ReadonlySet<string>): number =>
      median(() => {
        const drawn = assemble(full, bank, `seed ${seed++}`, resting);
        if (!drawn.ok) throw new Error(drawn.lacks[0]?.text ?? 'not drawn');
      }, 15);
    return [
      ['nothing rests', new Set<string>()] as const,
      ['a third rests', new Set(bank.filter((_, i) => i % 3 === 0).map(({ id }) => id))] as const,
    ].map(([what, resting]) => {
      const value = draw(resting);
      return {
        name: `57 items with three kinds of counts from ${ITEMS} questions, ${what}`,
        value,
        unit: 'ms',
        aim: `≤ ${AIM} ms`,
        reached: value <= AIM,
      };
    });
  },
};
