import { rfc3339 } from '../../kernel/index.ts';
import { byText } from '../../text/order.ts';
import { type KubeObject, nameOf, part } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { jobTemplateOf } from '../kinds/cron-jobs.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { children, conditionsOf, controlledBy, isDeleting, ownerKeys } from './owned.ts';
import { nextTime, parseSchedule } from './schedule.ts';

const isFinished = (job: KubeObject): boolean =>
  conditionsOf(job).some((c) => (c.type === 'Complete' || c.type === 'Failed') && c.status === 'True');

const pathOf = (plural: string, object: KubeObject): string =>
  `${collection('batch', plural, object.metadata.namespace)}/${nameOf(object)}`;

/** The Job of one moment; its name carries the minute, so that the moment cannot be used twice. */
const jobFor = (cronJob: KubeObject, at: number): Work => {
  const template = jobTemplateOf(cronJob);
  const name = `${nameOf(cronJob)}-${Math.floor(at / 60_000)}`;
  return {
    resource: 'jobs',
    call: {
      method: 'POST',
      path: collection('batch', 'jobs', cronJob.metadata.namespace),
      body: {
        apiVersion: 'batch/v1',
        kind: 'Job',
        metadata: {
          name,
          labels: template.metadata.labels,
          annotations: {
            ...template.metadata.annotations,
            'batch.kubernetes.io/cronjob-scheduled-timestamp': rfc3339(at),
          },
          ownerReferences: [controlledBy(cronJob, 'CronJob', 'batch/v1')],
        },
        spec: template.spec,
      },
    },
    onSuccess: { type: 'Normal', reason: 'SuccessfulCreate', message: `Created job ${name}` },
    onFailure: { type: 'Warning', reason: 'FailedCreate', message: 'Error creating job: {message}' },
  };
};

const surplus = (jobs: readonly KubeObject[], type: string, limit: number): Work[] => {
  const ended = jobs.filter((j) => conditionsOf(j).some((c) => c.type === type && c.status === 'True'));
  const byAge = [...ended].sort((a, b) =>
    byText(String(a.metadata.creationTimestamp), String(b.metadata.creationTimestamp)),
  );
  return byAge.slice(0, Math.max(0, byAge.length - limit)).map((j) => ({
    resource: 'jobs',
    call: { method: 'DELETE', path: `${pathOf('jobs', j)}?propagationPolicy=Background` },
  }));
};

const reconcile = (cronJob: KubeObject, view: View): Plan => {
  if (isDeleting(cronJob)) return { work: [] };
  const spec = part(cronJob, 'spec');
  const schedule = parseSchedule(String(spec.schedule));
  const jobs = children(view, 'jobs', cronJob);
  const cleanup = [
    ...surplus(jobs, 'Complete', Number(spec.successfulJobsHistoryLimit ?? 3)),
    ...surplus(jobs, 'Failed', Number(spec.failedJobsHistoryLimit ?? 1)),
  ];
  if (typeof schedule === 'string' || spec.suspend === true) return { work: cleanup };
  const last = Date.parse(String(part(cronJob, 'status').lastScheduleTime ?? cronJob.metadata.creationTimestamp));
  const due = nextTime(schedule, last);
  if (due === null) return { work: cleanup };
  if (due > view.wall) return { work: cleanup, again: due - view.wall };
  // Of several missed moments only the last counts.
  let at = due;
  for (let n = nextTime(schedule, at); n !== null && n <= view.wall; n = nextTime(schedule, at)) at = n;
  const active = jobs.filter((j) => !isFinished(j) && !isDeleting(j));
  const next = nextTime(schedule, view.wall);
  const again = next === null ? {} : { again: next - view.wall };
  const mark: Work = {
    resource: 'cronjobs',
    call: {
      method: 'PATCH',
      path: `${pathOf('cronjobs', cronJob)}/status`,
      contentType: MERGE_PATCH,
      body: { status: { lastScheduleTime: rfc3339(at) } },
    },
  };
  if (spec.concurrencyPolicy === 'Forbid' && active.length > 0) return { work: cleanup, ...again };
  const replaced: Work[] =
    spec.concurrencyPolicy === 'Replace'
      ? active.map((j) => ({
          resource: 'jobs',
          call: { method: 'DELETE', path: `${pathOf('jobs', j)}?propagationPolicy=Background` },
        }))
      : [];
  return { work: [...replaced, jobFor(cronJob, at), mark, ...cleanup], ...again };
};

/** Makes a Job at each moment of a schedule (kubernetes: pkg/controller/cronjob). */
export const cronJobController: Controller = {
  name: 'cronjob-controller',
  resource: 'cronjobs',
  kind: 'CronJob',
  apiVersion: 'batch/v1',
  concerns: (seen) =>
    seen.informer === 'cronjobs' || seen.informer === 'jobs' ? ownerKeys(seen, 'cronjobs', 'CronJob') : [],
  reconcile,
};
