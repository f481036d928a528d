import type { KeyHelp } from '../type.ts';

/** What native radio buttons do, and the digits as a short cut while the focus is in the question. */
export const keyboard: readonly KeyHelp[] = [
  { keys: '↑ ↓', does: 'choose the answer above or below' },
  { keys: '1 – 9', does: 'choose the answer with that number' },
  { keys: 'Enter', does: 'check the answer' },
];
