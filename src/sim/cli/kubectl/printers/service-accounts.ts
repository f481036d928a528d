import { listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const serviceAccounts: Printer = {
  columns: ['NAME', 'SECRETS', 'AGE'],
  row: (account, now) => [
    nameOf(account),
    `${listAt(account, 'secrets').length}`,
    since(textAt(account, 'metadata', 'creationTimestamp'), now),
  ],
};
