/** Labs for the pages that list them and the ones they are done on, made at build time. */
import { labOf } from '../content-check/lab.ts';
import type { LabPageData } from '../islands/labs/data.ts';
import { renamed } from '../labs/rename.ts';
import { content, lessonById } from './content.ts';
import { readMarkdown } from './markdown.ts';

/** What a list of labs, or a question that refers to one, needs to know of it. */
export interface LabEntry {
  readonly id: string;
  readonly title: string;
  /** What one can do afterwards. */
  readonly goal: string;
  /** Id of its lesson. */
  readonly lesson: string;
  /** The lesson's address below the base; null while it is not written. */
  readonly lessonPath: string | null;
  readonly objectives: readonly string[];
  readonly minutes: number;
  /** Its checks, in order. */
  readonly checks: readonly string[];
  /** Its address below the base. */
  readonly path: string;
  /** Whether there is the same lab with other names, at `again/` below that. */
  readonly renamable: boolean;
}

/** All labs, in the order of the course. */
export const labEntries = (): readonly LabEntry[] =>
  Object.entries(content.labs)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { value }]) => {
      const lesson = lessonById(value.lesson);
      return {
        id,
        title: value.title,
        goal: value.goal,
        lesson: value.lesson,
        lessonPath: lesson === null ? null : `/lessons/${lesson.slug}/`,
        objectives: value.objectives,
        minutes: value.minutes,
        checks: value.checks.map((check) => check.id),
        path: `/labs/${id}/`,
        renamable: Object.keys(value.rename).length > 0,
      };
    });

const misconceptions = (ids: readonly (string | null)[]): LabPageData['misconceptions'] =>
  Object.fromEntries(
    ids.flatMap((id) => {
      const known = id === null ? undefined : content.misconceptions?.value[id];
      return id === null || known === undefined ? [] : [[id, { believed: known.believed, truth: known.truth }]];
    }),
  );

/** Everything that the page of a lab needs. @throws when there is no such lab, or its world is missing */
export const labPage = (id: string, names: 'as written' | 'other names'): LabPageData => {
  const file = content.labs[id]?.value;
  const written = file && labOf(content, id, file);
  if (!written) throw new Error(`There is no lab \`${id}\`. Run \`npm run content:check\`.`);
  const lab = names === 'as written' ? written : renamed(written, written.rename);
  const all = labEntries();
  const next = all[all.findIndex((entry) => entry.id === id) + 1];
  return {
    lab,
    place: names === 'as written' ? `lab-${id}` : `lab-${id}-again`,
    again: names === 'as written' && Object.keys(lab.rename).length > 0 ? `/labs/${id}/again/` : null,
    worldName: file.world,
    task: readMarkdown(lab.task),
    why: readMarkdown(lab.solution.why),
    misconceptions: misconceptions(lab.wrong.map(({ misconception }) => misconception)),
    next: next === undefined ? null : { title: next.title, path: next.path },
    lessonPath: lessonById(lab.lesson) === null ? null : `/lessons/${lessonById(lab.lesson)?.slug}/`,
  };
};
