import type { KeyHelp } from '../type.ts';

/** What native radio buttons and check boxes do. */
export const keyboard: readonly KeyHelp[] = [
  { keys: '↑ ↓', does: 'pick the line above or below' },
  { keys: 'Space', does: 'pick the line or take it back, where several are asked for' },
  { keys: 'Enter', does: 'check the answer' },
];
