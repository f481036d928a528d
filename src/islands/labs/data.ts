import type { Lab } from '../../labs/lab.ts';
import type { Rich } from '../../quiz/rich/types.ts';

/** What a page brings for a lab: plain data, made at build time. Paths are below the site's base. */
export interface LabPageData {
  readonly lab: Lab;
  /** The work is kept under this name. */
  readonly place: string;
  /** The same lab with other names; null where there is none, and there itself. */
  readonly again: string | null;
  /** Name of the world that it begins with. */
  readonly worldName: string;
  /** The task and the reasons of the solution. */
  readonly task: Rich;
  readonly why: Rich;
  /** What people believe and what is so, by code, for the hints of wrong answers. */
  readonly misconceptions: Readonly<Record<string, { readonly believed: string; readonly truth: string }>>;
  readonly next: { readonly title: string; readonly path: string } | null;
  readonly lessonPath: string | null;
}
