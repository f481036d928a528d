import { listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

export const cronJobs: Printer = {
  columns: ['NAME', 'SCHEDULE', 'TIMEZONE', 'SUSPEND', 'ACTIVE', 'LAST SCHEDULE', 'AGE'],
  row: (job, now) => [
    nameOf(job),
    textAt(job, 'spec', 'schedule'),
    textAt(job, 'spec', 'timeZone') || '<none>',
    textAt(job, 'spec', 'suspend') === 'true' ? 'True' : 'False',
    `${listAt(job, 'status', 'active').length}`,
    textAt(job, 'status', 'lastScheduleTime') === '' ? '<none>' : since(textAt(job, 'status', 'lastScheduleTime'), now),
    since(textAt(job, 'metadata', 'creationTimestamp'), now),
  ],
};
