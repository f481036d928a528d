import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { templateCells } from './pod-template.ts';
import type { Printer } from './printer.ts';

export const statefulSets: Printer = {
  columns: ['NAME', 'READY', 'AGE'],
  wide: ['CONTAINERS', 'IMAGES'],
  row: (set, now) => [
    nameOf(set),
    `${textAt(set, 'status', 'readyReplicas') || 0}/${textAt(set, 'spec', 'replicas') || 0}`,
    since(textAt(set, 'metadata', 'creationTimestamp'), now),
    ...templateCells(set).slice(0, 2),
  ],
};
