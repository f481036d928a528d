/** The same lab with other names: no check may hang on what things are called. */
import type { Lab } from './lab.ts';

/** A name of Kubernetes or Vault: not part of a longer one. `web` in `web-7` and `app/web` is; in `webhook` it is not. */
const wordOf = (names: readonly string[]): RegExp =>
  new RegExp(
    `(?<![A-Za-z0-9_])(${names.map((n) => n.replace(/[.*+?^${'$'}{}()|[\]\\]/g, '\\$&')).join('|')})(?![A-Za-z0-9_])`,
    'g',
  );

const within = (value: unknown, pattern: RegExp, names: Readonly<Record<string, string>>): unknown => {
  if (typeof value === 'string') return value.replace(pattern, (name) => names[name] ?? name);
  if (Array.isArray(value)) return value.map((item) => within(item, pattern, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key.replace(pattern, (name) => names[name] ?? name),
      within(inside, pattern, names),
    ]),
  );
};

/** A lab in which each name stands for another wherever it is a word. Its own ids stay. */
export const renamed = (lab: Lab, names: Readonly<Record<string, string>>): Lab => {
  const words = Object.keys(names);
  if (words.length === 0) return lab;
  const pattern = wordOf(words);
  const change = <T>(value: T): T => within(value, pattern, names) as T;
  const keepIds = <T extends { readonly id: string }>(list: readonly T[]): T[] =>
    list.map((item) => ({ ...change(item), id: item.id }));
  return {
    ...lab,
    title: change(lab.title),
    goal: change(lab.goal),
    task: change(lab.task),
    hints: change(lab.hints),
    world: {
      ...lab.world,
      files: change(lab.world.files),
      setup: change(lab.world.setup),
    },
    start: { ...lab.start, timeline: lab.start.timeline.map((entry) => ({ ...entry, ...renamedText(entry, change) })) },
    checks: keepIds(lab.checks),
    wrong: keepIds(lab.wrong).map((wrong, i) => ({ ...wrong, fails: lab.wrong[i]?.fails ?? [] })),
    solution: change(lab.solution),
    variations: keepIds(lab.variations).map((it, i) => ({ ...it, checks: lab.variations[i]?.checks ?? [] })),
  };
};

/** Of an entry only what is typed or written changes: faults have names of their own. */
const renamedText = (
  { run, text }: { readonly run?: string | undefined; readonly text?: string | undefined },
  change: <T>(value: T) => T,
): { run?: string; text?: string } => ({
  ...(run !== undefined && { run: change(run) }),
  ...(text !== undefined && { text: change(text) }),
});
