import { at, type Json, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { templateCells } from './pod-template.ts';
import type { Printer } from './printer.ts';

const nodeSelector = (set: Json): string => {
  const labels = Object.entries(at(set, 'spec', 'template', 'spec', 'nodeSelector'));
  return labels.length === 0 ? '<none>' : labels.map(([k, v]) => `${k}=${v}`).join(',');
};

export const daemonSets: Printer = {
  columns: ['NAME', 'DESIRED', 'CURRENT', 'READY', 'UP-TO-DATE', 'AVAILABLE', 'NODE SELECTOR', 'AGE'],
  wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
  row: (set, now) => [
    nameOf(set),
    ...[
      'desiredNumberScheduled',
      'currentNumberScheduled',
      'numberReady',
      'updatedNumberScheduled',
      'numberAvailable',
    ].map((field) => textAt(set, 'status', field) || '0'),
    nodeSelector(set),
    since(textAt(set, 'metadata', 'creationTimestamp'), now),
    ...templateCells(set),
  ],
};
