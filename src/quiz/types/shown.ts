import type { AnyQuestionType } from './type.ts';
import type { AnyQuestionView } from './view.ts';

/** A kind of question with its view: what a page needs to ask it. */
export interface Shown {
  readonly type: AnyQuestionType;
  readonly view: AnyQuestionView;
}

/** Each kind is a chunk of its own: a page loads those of the questions it asks. A new kind adds a line. */
const loaders: Readonly<Record<string, () => Promise<{ readonly shown: Shown }>>> = {
  cloze: () => import('./cloze/shown.ts'),
  lab: () => import('./lab/shown.ts'),
  lines: () => import('./lines/shown.ts'),
  match: () => import('./match/shown.ts'),
  multiple: () => import('./multiple/shown.ts'),
  number: () => import('./number/shown.ts'),
  order: () => import('./order/shown.ts'),
  predict: () => import('./predict/shown.ts'),
  single: () => import('./single/shown.ts'),
  text: () => import('./text/shown.ts'),
  truefalse: () => import('./truefalse/shown.ts'),
};

/** Loads a kind by its name; null when this program does not know it. */
export const loadShown = async (name: string): Promise<Shown | null> =>
  Object.hasOwn(loaders, name) ? (await loaders[name]!()).shown : null;

/** The names of all kinds that can be shown. */
export const shownNames = Object.keys(loaders);
