import type { KeyHelp } from '../type.ts';

export const keyboard: readonly KeyHelp[] = [
  { keys: '↑ ↓', does: 'change between true and false' },
  { keys: '1, 2', does: 'choose true, choose false' },
  { keys: 'Enter', does: 'check the answer' },
];
