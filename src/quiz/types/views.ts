import { view as cloze } from './cloze/view.tsx';
import { view as lab } from './lab/view.tsx';
import { view as lines } from './lines/view.tsx';
import { view as match } from './match/view.tsx';
import { view as multiple } from './multiple/view.tsx';
import { view as number } from './number/view.tsx';
import { view as order } from './order/view.tsx';
import { view as predict } from './predict/view.tsx';
import { view as single } from './single/view.tsx';
import { view as text } from './text/view.tsx';
import { view as truefalse } from './truefalse/view.tsx';
import type { AnyQuestionView } from './view.ts';

/** How each kind of question is shown, all at once: for pages made at build time. Browsers use `loadShown`. */
export const questionViews: Readonly<Record<string, AnyQuestionView>> = {
  cloze,
  lab,
  lines,
  match,
  multiple,
  number,
  order,
  predict,
  single,
  text,
  truefalse,
};
