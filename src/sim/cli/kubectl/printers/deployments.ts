import { nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { templateCells } from './pod-template.ts';
import type { Printer } from './printer.ts';

export const deployments: Printer = {
  columns: ['NAME', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'AGE'],
  wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
  row: (deployment, now) => [
    nameOf(deployment),
    `${textAt(deployment, 'status', 'readyReplicas') || 0}/${textAt(deployment, 'spec', 'replicas') || 0}`,
    textAt(deployment, 'status', 'updatedReplicas') || '0',
    textAt(deployment, 'status', 'availableReplicas') || '0',
    since(textAt(deployment, 'metadata', 'creationTimestamp'), now),
    ...templateCells(deployment),
  ],
};
