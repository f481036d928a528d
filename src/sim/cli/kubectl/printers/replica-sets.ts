import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { templateCells } from './pod-template.ts';
import type { Printer } from './printer.ts';

export const replicaSets: Printer = {
  columns: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'AGE'],
  wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
  row: (set, now) => [
    nameOf(set),
    textAt(set, 'spec', 'replicas') || '0',
    textAt(set, 'status', 'replicas') || '0',
    textAt(set, 'status', 'readyReplicas') || '0',
    since(textAt(set, 'metadata', 'creationTimestamp'), now),
    ...templateCells(set),
  ],
};
