import type { KeyHelp } from '../type.ts';

export const keyboard: readonly KeyHelp[] = [{ keys: 'Enter', does: 'on the link: open the lab' }];
