import type { KeyHelp } from '../type.ts';

/** What native check boxes do, and the digits as a short cut while the focus is in the question. */
export const keyboard: readonly KeyHelp[] = [
  { keys: 'Tab', does: 'go to the next answer' },
  { keys: 'Space', does: 'select it or take it back' },
  { keys: '1 – 9', does: 'select the answer with that number or take it back' },
  { keys: 'Enter', does: 'check the answers' },
];
