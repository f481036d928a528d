import type { KeyHelp } from '../type.ts';

/** What native select fields do. */
export const keyboard: readonly KeyHelp[] = [
  { keys: 'Tab', does: 'go to the next field' },
  { keys: '↑ ↓', does: 'choose what belongs to it' },
];
