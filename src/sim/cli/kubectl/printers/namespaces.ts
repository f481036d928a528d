import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const namespaces: Printer = {
  columns: ['NAME', 'STATUS', 'AGE'],
  row: (namespace, now) => [
    nameOf(namespace),
    textAt(namespace, 'status', 'phase'),
    since(textAt(namespace, 'metadata', 'creationTimestamp'), now),
  ],
};
