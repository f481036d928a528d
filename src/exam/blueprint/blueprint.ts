import type { BlueprintFile, Range } from './schema.ts';

/** One line of the draw. */
export interface Line {
  readonly objective: string | null;
  readonly lesson: string | null;
  readonly items: number;
}

/** A count that holds over the whole exam. */
export interface Quota extends Range {
  /** What is counted: `kind`, `difficulty` or `level`. */
  readonly of: 'kind' | 'difficulty' | 'level';
  /** `single`, `1-2`, `apply`: as written. */
  readonly name: string;
}

/** What an exam consists of, as plain JSON. */
export interface Blueprint {
  /** The name of its file. */
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly ready: boolean;
  readonly minutes: number;
  /** Our line, in percent of the points. */
  readonly pass: number;
  readonly seed: string | null;
  /** Days that an answered question rests. */
  readonly rest: number;
  readonly lines: readonly Line[];
  readonly quotas: readonly Quota[];
  /** The kinds drawn from; null for all that can be answered on paper. */
  readonly kinds: readonly string[] | null;
  /** How many situations are asked whole. */
  readonly situations: number;
}

const quotas = (of: Quota['of'], ranges: Readonly<Record<string, Range>> | undefined): Quota[] =>
  Object.entries(ranges ?? {}).map(([name, { least, most }]) => ({ of, name, least, most }));

/** @param id the name of the file, which is the blueprint's permanent id */
export const toBlueprint = (id: string, file: BlueprintFile): Blueprint => ({
  id,
  title: file.title,
  about: file.about,
  ready: file.ready,
  minutes: file.minutes,
  pass: file.pass,
  seed: file.seed ?? null,
  rest: file.rest,
  lines: file.draw.map(({ objective = null, lesson = null, items }) => ({ objective, lesson, items })),
  quotas: [
    ...quotas('kind', file.kinds),
    ...quotas('difficulty', file.difficulty),
    ...quotas('level', file.levels as Readonly<Record<string, Range>> | undefined),
  ],
  kinds: file.kinds === undefined ? null : Object.keys(file.kinds),
  situations: file.situations,
});

/** How many items an exam has. */
export const sizeOf = ({ lines }: Pick<Blueprint, 'lines'>): number => lines.reduce((sum, { items }) => sum + items, 0);

/** A line in words: "objective 2b of lesson L07". */
export const lineText = ({ objective, lesson }: Line): string =>
  [objective === null ? '' : `objective ${objective}`, lesson === null ? '' : `lesson ${lesson}`]
    .filter((part) => part !== '')
    .join(' in ');
