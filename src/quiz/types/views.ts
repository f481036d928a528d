import { view as multiple } from './multiple/view.tsx';
import { view as single } from './single/view.tsx';
import type { AnyQuestionView } from './view.ts';

/** How each kind of question is shown, by its name. Apart from the kinds themselves, which programs without a screen use. */
export const questionViews: Readonly<Record<string, AnyQuestionView>> = { multiple, single };
