import type { KeyHelp } from '../type.ts';

/** All of it are native buttons; the arrows are a short cut on them. */
export const keyboard: readonly KeyHelp[] = [
  { keys: 'Tab', does: 'go to the buttons of the next step' },
  { keys: 'Space', does: 'move the step up or down' },
  { keys: '↑ ↓', does: 'on a button: move its step' },
];
