import { at, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const configMaps: Printer = {
  columns: ['NAME', 'DATA', 'AGE'],
  row: (map, now) => [
    nameOf(map),
    `${Object.keys(at(map, 'data')).length + Object.keys(at(map, 'binaryData')).length}`,
    since(textAt(map, 'metadata', 'creationTimestamp'), now),
  ],
};
