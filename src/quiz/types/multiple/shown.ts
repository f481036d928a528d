import { multiple } from './index.ts';
import { view } from './view.tsx';

/** The kind and its view: a page loads this when it asks such a question. */
export const shown = { type: multiple, view };
