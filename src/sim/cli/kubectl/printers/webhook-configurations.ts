import { listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const webhookConfigurations: Printer = {
  columns: ['NAME', 'WEBHOOKS', 'AGE'],
  row: (configuration, now) => [
    nameOf(configuration),
    `${listAt(configuration, 'webhooks').length}`,
    since(textAt(configuration, 'metadata', 'creationTimestamp'), now),
  ],
};
