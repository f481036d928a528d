import type { Lab } from '../labs/lab.ts';
import type { Content } from './content.ts';
import type { LabFile } from './schema/lab.ts';

/** Puts a lab, its world and its files together; null when the world does not exist. */
export const labOf = (content: Pick<Content, 'worlds'>, id: string, file: LabFile): Lab | null => {
  const world = Object.hasOwn(content.worlds, file.world) ? content.worlds[file.world]!.value : null;
  if (world === null) return null;
  const { title, goal, task, lesson, objectives, minutes, timer = null, start, checks, hints, wrong } = file;
  const { solution, variations, rename } = file;
  const given = Object.entries({ ...world.files, ...file.files }).filter(([name]) => !file.without.includes(name));
  return {
    ...{ id, title, goal, task, lesson, objectives, minutes, timer, start, checks, hints, wrong, solution, rename },
    world: { ...world, files: Object.fromEntries(given), setup: file.setup ?? world.setup },
    variations: variations.map((it) => ({ ...it, checks: it.checks ?? checks.map((check) => check.id) })),
  };
};
