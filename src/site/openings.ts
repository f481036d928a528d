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

/** A scenario, whole or within a question, as something to open. */
const openingOf = (
  id: string,
  title: string,
  scenario: Parameters<typeof playable>[3],
): readonly (readonly [string, Opening])[] => {
  const ready = playable(content, id, title, scenario);
  if (ready === null) return [];
  const { world, files, timeline } = ready;
  return [[id, { title, worldName: scenario.world, world, files, steps: stepsOf(timeline) }]];
};

/** The runs that prove answers, by `<question>/<option>`. */
const proofs = (): readonly (readonly [string, Opening])[] =>
  content.banks
    .flatMap(({ bank }) => bank.questions)
    .flatMap((question) =>
      question.proofs.flatMap((proof) => {
        const scenario = proofSchema.safeParse(proof.scenario);
        return scenario.success ? openingOf(`${question.id}/${proof.of}`, question.title, scenario.data) : [];
      }),
    );

/** The worlds that scenarios begin with, by `world/<name>`: a scenario file from elsewhere names one. */
const worlds = (): readonly (readonly [string, Opening])[] =>
  Object.entries(content.worlds).map(([worldName, { value: world }]) => [
    `world/${worldName}`,
    { title: world.title, worldName, world, files: {}, steps: [] },
  ]);

/** Everything the workbench can be opened with, by name: the worlds, every scenario and every proof, with what happens in it. */
export const openings = (): Readonly<Record<string, Opening>> => {
  const base = content.worlds.base?.value;
  if (base === undefined) throw new Error('content/worlds/base.yaml is missing. Run `npm run content:check`.');
  const scenarios = Object.entries(content.scenarios).flatMap(([id, { value }]) => openingOf(id, value.title, value));
  return {
    default: { title: base.title, worldName: 'base', world: base, files: {}, steps: [] },
    ...Object.fromEntries([...worlds(), ...scenarios, ...proofs()]),
  };
};
