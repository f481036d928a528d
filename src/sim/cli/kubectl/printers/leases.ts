import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const leases: Printer = {
  columns: ['NAME', 'HOLDER', 'AGE'],
  row: (lease, now) => [
    nameOf(lease),
    textAt(lease, 'spec', 'holderIdentity'),
    since(textAt(lease, 'metadata', 'creationTimestamp'), now),
  ],
};
