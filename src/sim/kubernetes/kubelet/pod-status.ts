import { rfc3339, type Wall } from '../../kernel/index.ts';
import { type KubeObject, part } from '../api/object.ts';
import { podSpecOf } from '../pod/types.ts';
import type { ContainerStatus } from './container-status.ts';
import { freshStatus } from './container-status.ts';

/** What a Pod's status is made of. */
export interface PodFacts {
  readonly pod: KubeObject;
  readonly podIP: string;
  readonly hostIP: string;
  readonly startedAt: Wall;
  readonly networkReady: boolean;
  readonly initialized: boolean;
  /** By container name, init containers included. */
  readonly statuses: Readonly<Record<string, ContainerStatus>>;
  /** Why the kubelet put the Pod off its node; '' unless it did. */
  readonly evicted: string;
}

interface Condition {
  readonly type: string;
  readonly status: string;
  readonly reason?: string;
  readonly message?: string;
}

/** Statuses in the order of the spec; a container not begun yet waits. */
const inOrder = (
  names: readonly { readonly name: string; image?: string }[],
  facts: PodFacts,
  waiting: string,
): ContainerStatus[] => names.map(({ name, image }) => facts.statuses[name] ?? freshStatus(name, image ?? '', waiting));

/** Phase of a Pod (kubernetes: pkg/kubelet/kubelet_pods.go, getPhase). */
export const phaseOf = (facts: PodFacts, containers: readonly ContainerStatus[]): string => {
  if (facts.evicted !== '') return 'Failed';
  const policy = podSpecOf(facts.pod).restartPolicy ?? 'Always';
  const failedInit = (podSpecOf(facts.pod).initContainers ?? []).some((c) => {
    const exit = facts.statuses[c.name]?.state.terminated;
    return policy === 'Never' && c.restartPolicy !== 'Always' && exit !== undefined && exit.exitCode !== 0;
  });
  if (failedInit) return 'Failed';
  if (!facts.initialized) return 'Pending';
  if (containers.some((s) => s.state.waiting && !s.lastState.terminated)) return 'Pending';
  if (containers.some((s) => s.state.running || s.state.waiting)) return 'Running';
  if (policy === 'Always') return 'Running';
  const codes = containers.map((s) => s.state.terminated?.exitCode ?? 0);
  if (codes.every((code) => code === 0)) return 'Succeeded';
  return policy === 'Never' ? 'Failed' : 'Running';
};

const unready = (statuses: readonly ContainerStatus[]): string =>
  `containers with unready status: [${statuses.map((s) => s.name).join(' ')}]`;

const conditionsFor = (
  facts: PodFacts,
  phase: string,
  init: readonly ContainerStatus[],
  containers: readonly ContainerStatus[],
): Condition[] => {
  const over = phase === 'Succeeded' || phase === 'Failed';
  const notReady = containers.filter((s) => !s.ready);
  const pendingInit = init.filter((s) => !s.ready);
  const ready: Omit<Condition, 'type'> = over
    ? { status: 'False', reason: phase === 'Succeeded' ? 'PodCompleted' : 'PodFailed' }
    : notReady.length > 0 || !facts.initialized
      ? { status: 'False', reason: 'ContainersNotReady', message: unready(notReady.length > 0 ? notReady : containers) }
      : { status: 'True' };
  return [
    { type: 'PodReadyToStartContainers', status: facts.networkReady && !over ? 'True' : 'False' },
    facts.initialized
      ? { type: 'Initialized', status: 'True', ...(phase === 'Succeeded' && { reason: 'PodCompleted' }) }
      : {
          type: 'Initialized',
          status: 'False',
          reason: 'ContainersNotInitialized',
          message: `containers with incomplete status: [${pendingInit.map((s) => s.name).join(' ')}]`,
        },
    { type: 'Ready', ...ready },
    { type: 'ContainersReady', ...ready },
  ];
};

/** The status a kubelet reports; times of conditions that did not change are kept. */
export const podStatus = (facts: PodFacts, wall: Wall): object => {
  const spec = podSpecOf(facts.pod);
  const waiting = facts.initialized
    ? 'ContainerCreating'
    : (spec.initContainers ?? []).length > 0
      ? 'PodInitializing'
      : 'ContainerCreating';
  const init = inOrder(spec.initContainers ?? [], facts, 'PodInitializing');
  const containers = inOrder(spec.containers ?? [], facts, waiting);
  const phase = phaseOf(facts, containers);
  const old = (part(facts.pod, 'status').conditions ?? []) as (Condition & { lastTransitionTime?: string })[];
  const mine = conditionsFor(facts, phase, init, containers);
  const conditions = [
    ...mine.map((c) => {
      const before = old.find((o) => o.type === c.type);
      return {
        ...c,
        lastTransitionTime:
          before?.status === c.status && before.lastTransitionTime ? before.lastTransitionTime : rfc3339(wall),
      };
    }),
    ...old.filter((o) => !mine.some((c) => c.type === o.type)),
  ];
  return {
    phase,
    ...(facts.evicted !== '' && { reason: 'Evicted', message: facts.evicted }),
    conditions,
    hostIP: facts.hostIP,
    hostIPs: [{ ip: facts.hostIP }],
    ...(facts.networkReady && { podIP: facts.podIP, podIPs: [{ ip: facts.podIP }] }),
    startTime: rfc3339(facts.startedAt),
    ...(init.length > 0 && { initContainerStatuses: init }),
    containerStatuses: containers,
  };
};
