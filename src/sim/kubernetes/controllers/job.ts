import { rfc3339 } from '../../kernel/index.ts';
import { type KubeObject, nameOf, part, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import { templateOf } from '../kinds/workload.ts';
import type { Controller, Plan, View, Work } from './controller.ts';
import { children, conditionsOf, controlledBy, isActive, isDeleting, isReady, ownerKeys } from './owned.ts';

/** Wait before a failed Pod is replaced: 10 s, doubled for each failure, at most 10 min (kubernetes: DefaultJobPodFailureBackOff). */
const FIRST_BACKOFF = 10_000;
const MAX_BACKOFF = 600_000;

const phase = (pod: KubeObject): string => String(part(pod, 'status').phase);
const count = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const created = (job: KubeObject): Work => {
  const template = templateOf(job);
  return {
    resource: 'pods',
    call: {
      method: 'POST',
      path: collection('', 'pods', job.metadata.namespace),
      body: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
          generateName: `${nameOf(job)}-`,
          labels: template.metadata.labels,
          annotations: template.metadata.annotations,
          ownerReferences: [controlledBy(job, 'Job', 'batch/v1')],
        },
        spec: template.spec,
      },
    },
    onSuccess: { type: 'Normal', reason: 'SuccessfulCreate', message: 'Created pod: {name}' },
    onFailure: { type: 'Warning', reason: 'FailedCreate', message: 'Error creating: {message}' },
  };
};

const deleted = (pod: KubeObject): Work => ({
  resource: 'pods',
  call: { method: 'DELETE', path: `${collection('', 'pods', pod.metadata.namespace)}/${nameOf(pod)}` },
  onSuccess: { type: 'Normal', reason: 'SuccessfulDelete', message: `Deleted pod: ${nameOf(pod)}` },
});

/** The moment a Pod's last container ended, in Unix milliseconds. */
const endedAt = (pod: KubeObject): number => {
  const statuses = (part(pod, 'status').containerStatuses ?? []) as {
    state?: { terminated?: { finishedAt?: string } };
  }[];
  return Math.max(0, ...statuses.map((s) => Date.parse(s.state?.terminated?.finishedAt ?? '') || 0));
};

interface Ending {
  readonly type: 'Complete' | 'Failed';
  readonly reason: string;
  readonly message: string;
}

/** How a Job ends now, if it does. */
const endingOf = (job: KubeObject, succeeded: number, failed: number, view: View): Ending | null => {
  const spec = part(job, 'spec');
  if (succeeded >= count(spec.completions, 1))
    return { type: 'Complete', reason: 'CompletionsReached', message: 'Reached expected number of succeeded pods' };
  if (failed > count(spec.backoffLimit, 6))
    return { type: 'Failed', reason: 'BackoffLimitExceeded', message: 'Job has reached the specified backoff limit' };
  const deadline = spec.activeDeadlineSeconds;
  const started = Date.parse(String(part(job, 'status').startTime ?? ''));
  if (typeof deadline === 'number' && view.wall >= started + deadline * 1000)
    return { type: 'Failed', reason: 'DeadlineExceeded', message: 'Job was active longer than specified deadline' };
  return null;
};

const patchStatus = (job: KubeObject, status: object, told?: Work['onSuccess']): Work[] => {
  if (sameJson(part(job, 'status'), status)) return [];
  const empty = { active: null, ready: null, succeeded: null, failed: null, terminating: null };
  const call = {
    method: 'PATCH',
    path: `${collection('batch', 'jobs', job.metadata.namespace)}/${nameOf(job)}/status`,
    contentType: MERGE_PATCH,
    body: { status: { ...empty, ...status } },
  } as const;
  return [{ resource: 'jobs', call, ...(told && { onSuccess: told }) }];
};

const finished = (job: KubeObject, view: View): Plan => {
  const ttl = part(job, 'spec').ttlSecondsAfterFinished;
  if (typeof ttl !== 'number') return { work: [] };
  const ended = conditionsOf(job).find((c) => c.type === 'Complete' || c.type === 'Failed');
  const left = Date.parse(ended?.lastTransitionTime ?? '') + ttl * 1000 - view.wall;
  if (left > 0) return { work: [], again: left };
  const path = `${collection('batch', 'jobs', job.metadata.namespace)}/${nameOf(job)}?propagationPolicy=Background`;
  return { work: [{ resource: 'jobs', call: { method: 'DELETE', path } }] };
};

const reconcile = (job: KubeObject, view: View): Plan => {
  if (isDeleting(job)) return { work: [] };
  if (conditionsOf(job).some((c) => (c.type === 'Complete' || c.type === 'Failed') && c.status === 'True'))
    return finished(job, view);
  const spec = part(job, 'spec');
  const pods = children(view, 'pods', job);
  const active = pods.filter(isActive);
  const succeeded = pods.filter((p) => phase(p) === 'Succeeded').length;
  const failures = pods.filter((p) => phase(p) === 'Failed');
  const now = rfc3339(view.wall);
  const startTime = part(job, 'status').startTime ?? now;
  const counts = (n: { active: number }): object => ({
    startTime,
    ...(n.active > 0 && { active: n.active }),
    ...(active.some(isReady) && { ready: active.filter(isReady).length }),
    ...(succeeded > 0 && { succeeded }),
    ...(failures.length > 0 && { failed: failures.length }),
  });
  const ending = endingOf(job, succeeded, failures.length, view);
  if (ending) {
    const condition = { ...ending, status: 'True', lastProbeTime: now, lastTransitionTime: now };
    const done = ending.type === 'Complete';
    const status = { ...counts({ active: 0 }), ...(done && { completionTime: now }), conditions: [condition] };
    const told = done
      ? ({ type: 'Normal', reason: 'Completed', message: 'Job completed' } as const)
      : ({ type: 'Warning', reason: ending.reason, message: ending.message } as const);
    return { work: [...active.map(deleted), ...patchStatus(job, status, told)] };
  }
  const wanted =
    spec.suspend === true
      ? 0
      : Math.min(count(spec.parallelism, 1), count(spec.completions, Number.POSITIVE_INFINITY) - succeeded);
  const wait =
    Math.max(0, ...failures.map(endedAt)) +
    Math.min(MAX_BACKOFF, FIRST_BACKOFF * 2 ** Math.max(0, failures.length - 1)) -
    view.wall;
  const status = patchStatus(job, counts({ active: Math.max(active.length, 0) }));
  const deadline =
    typeof spec.activeDeadlineSeconds === 'number'
      ? Date.parse(String(startTime)) + spec.activeDeadlineSeconds * 1000 - view.wall
      : 0;
  const again = deadline > 0 ? { again: deadline } : {};
  if (active.length > wanted) return { work: [...active.slice(wanted).map(deleted), ...status], ...again };
  if (active.length === wanted) return { work: status, ...again };
  if (failures.length > 0 && wait > 0) return { work: status, again: wait };
  return { work: [...Array.from({ length: wanted - active.length }, () => created(job)), ...status], ...again };
};

/** Runs Pods until enough of them have succeeded (kubernetes: pkg/controller/job). */
export const jobController: Controller = {
  name: 'job-controller',
  resource: 'jobs',
  kind: 'Job',
  apiVersion: 'batch/v1',
  concerns: (seen) => (seen.informer === 'jobs' || seen.informer === 'pods' ? ownerKeys(seen, 'jobs', 'Job') : []),
  reconcile,
};
