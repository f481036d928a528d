import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

/** Kinds without columns of their own. */
export const plain: Printer = {
  columns: ['NAME', 'AGE'],
  row: (object, now) => [nameOf(object), since(textAt(object, 'metadata', 'creationTimestamp'), now)],
};
