import type { KeyHelp } from '../type.ts';

export const keyboard: readonly KeyHelp[] = [
  { keys: 'Tab', does: 'go to the next gap' },
  { keys: '↑ ↓', does: 'choose, where a gap offers choices' },
  { keys: 'Enter', does: 'check the answers' },
];
