import type { Content } from './content.ts';
import type { PlayableScenario } from './play.ts';
import type { Scenario } from './schema/scenario.ts';

/** Puts a scenario, its world and its files together; null when the world does not exist. */
export const playable = (
  content: Pick<Content, 'worlds'>,
  id: string,
  title: string,
  scenario: Pick<Scenario, 'world' | 'files' | 'timeline' | 'expect'>,
): PlayableScenario | null => {
  const world = Object.hasOwn(content.worlds, scenario.world) ? content.worlds[scenario.world]!.value : null;
  if (world === null) return null;
  return {
    id,
    title,
    world,
    files: { ...world.files, ...scenario.files },
    timeline: [...scenario.timeline].sort((a, b) => a.at - b.at),
    expect: scenario.expect,
  };
};
