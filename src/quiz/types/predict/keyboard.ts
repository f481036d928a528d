import type { KeyHelp } from '../type.ts';

export const keyboard: readonly KeyHelp[] = [
  { keys: 'Enter', does: 'begin a new line, or check where one line is asked for' },
  { keys: 'Tab', does: 'leave the field' },
];
