import { rfc3339, type Wall } from '../../kernel/index.ts';
import { type KubeObject, nameOf, part } from '../api/object.ts';
import { conditionsOf } from './owned.ts';

const TIMED_OUT = 'ProgressDeadlineExceeded';
const timedOutText = (set: string): string => `ReplicaSet "${set}" has timed out progressing.`;

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason: string;
  readonly message: string;
}

/** What a rollout has come to. */
export interface Progress {
  /** The ReplicaSet of the present template, if it exists. */
  readonly current: KubeObject | undefined;
  readonly wanted: number;
  readonly available: number;
  /** How many may be missing. */
  readonly tolerated: number;
  readonly updated: number;
}

const count = (object: KubeObject, field: string): number => Number(part(object, 'status')[field] ?? 0);

const availability = ({ available, wanted, tolerated }: Progress): Condition =>
  available >= wanted - tolerated
    ? {
        type: 'Available',
        status: 'True',
        reason: 'MinimumReplicasAvailable',
        message: 'Deployment has minimum availability.',
      }
    : {
        type: 'Available',
        status: 'False',
        reason: 'MinimumReplicasUnavailable',
        message: 'Deployment does not have minimum availability.',
      };

/** Seconds a rollout may stand still. */
const deadlineOf = (deployment: KubeObject): number => Number(part(deployment, 'spec').progressDeadlineSeconds ?? 600);

const lastProgress = (
  deployment: KubeObject,
): { lastUpdateTime?: string; reason?: string; message?: string } | undefined =>
  conditionsOf(deployment).find((c) => c.type === 'Progressing');

/** Milliseconds until a rollout that does not move counts as failed; `null` when none is under way. */
export const timeLeft = (deployment: KubeObject, progress: Progress, wall: Wall): number | null => {
  if (isDone(progress) || hasTimedOut(deployment, progress)) return null;
  const since = Date.parse(lastProgress(deployment)?.lastUpdateTime ?? '');
  return Number.isNaN(since) ? null : since + deadlineOf(deployment) * 1000 - wall;
};

/** Whether this very rollout was given up already. */
const hasTimedOut = (deployment: KubeObject, { current }: Progress): boolean => {
  const last = lastProgress(deployment);
  return last?.reason === TIMED_OUT && current !== undefined && last.message === timedOutText(nameOf(current));
};

const isDone = ({ current, wanted, available }: Progress): boolean =>
  current !== undefined && count(current, 'availableReplicas') >= wanted && available >= wanted;

const moved = (deployment: KubeObject, { available, updated }: Progress): boolean =>
  available > count(deployment, 'availableReplicas') || updated > count(deployment, 'updatedReplicas');

const progressing = (deployment: KubeObject, progress: Progress, wall: Wall): Condition => {
  const set = progress.current ? nameOf(progress.current) : '';
  if (isDone(progress))
    return {
      type: 'Progressing',
      status: 'True',
      reason: 'NewReplicaSetAvailable',
      message: `ReplicaSet "${set}" has successfully progressed.`,
    };
  const left = timeLeft(deployment, progress, wall);
  const late = hasTimedOut(deployment, progress) || (left !== null && left <= 0);
  if (late && !moved(deployment, progress))
    return { type: 'Progressing', status: 'False', reason: TIMED_OUT, message: timedOutText(set) };
  return {
    type: 'Progressing',
    status: 'True',
    reason: 'ReplicaSetUpdated',
    message: `ReplicaSet "${set}" is progressing.`,
  };
};

/** The ReplicaSet's own failure to make Pods, passed on. */
const replicaFailure = ({ current }: Progress): Condition[] =>
  (current ? conditionsOf(current) : [])
    .filter((c) => c.type === 'ReplicaFailure')
    .map(({ type, status, reason = '', message = '' }) => ({ type, status, reason, message }));

/** Conditions of a Deployment's status; those that say the same as before keep their times. */
export const deploymentConditions = (deployment: KubeObject, progress: Progress, wall: Wall): object[] => {
  const now = rfc3339(wall);
  const all = [availability(progress), ...replicaFailure(progress), progressing(deployment, progress, wall)];
  return all.map((c) => {
    const before = conditionsOf(deployment).find((b) => b.type === c.type);
    const same = before?.status === c.status && before.reason === c.reason && before.message === c.message;
    const still =
      same && !(c.type === 'Progressing' && c.reason === 'ReplicaSetUpdated' && moved(deployment, progress));
    if (still && before) return before;
    return {
      ...c,
      lastUpdateTime: now,
      lastTransitionTime: before?.status === c.status ? before.lastTransitionTime : now,
    };
  });
};
