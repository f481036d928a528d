import { at, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const secrets: Printer = {
  columns: ['NAME', 'TYPE', 'DATA', 'AGE'],
  row: (secret, now) => [
    nameOf(secret),
    textAt(secret, 'type'),
    `${Object.keys(at(secret, 'data')).length}`,
    since(textAt(secret, 'metadata', 'creationTimestamp'), now),
  ],
};
