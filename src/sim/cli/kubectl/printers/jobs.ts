import { type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { humanDuration, since } from '../output/age.ts';
import { templateCells } from './pod-template.ts';
import type { Printer } from './printer.ts';

const statusOf = (job: Json): string => {
  const is = (type: string): boolean =>
    listAt(job, 'status', 'conditions').some((c) => c.type === type && c.status === 'True');
  if (is('Complete')) return 'Complete';
  if (is('Failed')) return 'Failed';
  if (textAt(job, 'metadata', 'deletionTimestamp') !== '') return 'Terminating';
  if (is('Suspended')) return 'Suspended';
  if (is('FailureTarget')) return 'FailureTarget';
  return is('SuccessCriteriaMet') ? 'SuccessCriteriaMet' : 'Running';
};

const duration = (job: Json, now: number): string => {
  const start = Date.parse(textAt(job, 'status', 'startTime'));
  if (Number.isNaN(start)) return '';
  const end = Date.parse(textAt(job, 'status', 'completionTime'));
  return humanDuration((Number.isNaN(end) ? now : end) - start);
};

export const jobs: Printer = {
  columns: ['NAME', 'STATUS', 'COMPLETIONS', 'DURATION', 'AGE'],
  wide: ['CONTAINERS', 'IMAGES', 'SELECTOR'],
  row: (job, now) => [
    nameOf(job),
    statusOf(job),
    `${textAt(job, 'status', 'succeeded') || 0}/${textAt(job, 'spec', 'completions') || 1}`,
    duration(job, now),
    since(textAt(job, 'metadata', 'creationTimestamp'), now),
    ...templateCells(job),
  ],
};
