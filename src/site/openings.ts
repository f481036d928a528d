import { playable } from '../content-check/playable.ts';
import { proofSchema, type TimelineEntry } from '../content-check/schema/scenario.ts';
import type { Opening } from '../islands/workbench/opening.ts';
import { content } from './content.ts';

type Step = Opening['steps'][number];

const stepsOf = (timeline: readonly TimelineEntry[]): Step[] =>
  timeline.flatMap((entry): Step[] => {
    if (entry.run !== undefined) return [{ at: entry.at, run: entry.run }];
    if (entry.fault !== undefined) return [{ at: entry.at, fault: entry.fault }];
    if (entry.heal !== undefined) return [{ at: entry.at, heal: entry.heal }];
    if (entry.save !== undefined) return [{ at: entry.at, save: entry.save, text: entry.text ?? '' }];
    return [];
  });

/** The runs that prove answers, by `<question>/<option>`. */
const proofs = (): readonly (readonly [string, Opening])[] =>
  content.banks
    .flatMap(({ bank }) => bank.questions)
    .flatMap((question) =>
      question.proofs.flatMap((proof) => {
        const id = `${question.id}/${proof.of}`;
        const scenario = proofSchema.safeParse(proof.scenario);
        const ready = scenario.success ? playable(content, id, question.title, scenario.data) : null;
        if (ready === null) return [];
        return [
          [
            id,
            { title: question.title, world: ready.world, files: ready.files, steps: stepsOf(ready.timeline) },
          ] as const,
        ];
      }),
    );

/** Everything the workbench can be opened with, by name: the base world, every scenario and every proof, with what happens in it. */
export const openings = (): Readonly<Record<string, Opening>> => {
  const base = content.worlds.base?.value;
  if (base === undefined) throw new Error('content/worlds/base.yaml is missing. Run `npm run content:check`.');
  const scenarios = Object.entries(content.scenarios).flatMap(([id, { value }]) => {
    const ready = playable(content, id, value.title, value);
    return ready
      ? [[id, { title: value.title, world: ready.world, files: ready.files, steps: stepsOf(ready.timeline) }] as const]
      : [];
  });
  return {
    default: { title: base.title, world: base, files: {}, steps: [] },
    ...Object.fromEntries([...scenarios, ...proofs()]),
  };
};
