/**
 * A Pod in a line: how many containers are ready, the word for its state, how often they were restarted. Source:
 * kubernetes: pkg/printers/internalversion/printers.go (printPod).
 */
import type { KubeObject } from '../api/object.ts';

interface State {
  readonly waiting?: { readonly reason?: string };
  readonly running?: object;
  readonly terminated?: {
    readonly reason?: string;
    readonly exitCode?: number;
    readonly signal?: number;
    readonly finishedAt?: string;
  };
}

interface ContainerStatus {
  readonly name?: string;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restartCount?: number;
  readonly state?: State;
  readonly lastState?: State;
}

interface PodStatus {
  readonly phase?: string;
  readonly reason?: string;
  readonly initContainerStatuses?: readonly ContainerStatus[];
  readonly containerStatuses?: readonly ContainerStatus[];
  readonly conditions?: readonly { readonly type?: string; readonly status?: string; readonly reason?: string }[];
}

interface PodSpec {
  readonly containers?: readonly object[];
  readonly initContainers?: readonly { readonly name?: string; readonly restartPolicy?: string }[];
}

export interface PodSummary {
  /** Containers that are ready, sidecars among the init containers included, of how many. */
  readonly ready: number;
  readonly total: number;
  /** `Init:0/1`, `Running`, `CrashLoopBackOff`. */
  readonly status: string;
  readonly restarts: number;
  /** Unix milliseconds at which a container ended that was restarted; `null`: none was. */
  readonly lastRestart: number | null;
}

/** Restarts and the latest of them. */
interface Count {
  readonly restarts: number;
  readonly last: number;
}

const NONE: Count = { restarts: 0, last: 0 };

const counted = (count: Count, { restartCount = 0, lastState }: ContainerStatus): Count => {
  const ended = Date.parse(lastState?.terminated?.finishedAt ?? '');
  return {
    restarts: count.restarts + restartCount,
    last: Number.isNaN(ended) ? count.last : Math.max(count.last, ended),
  };
};

const endedBy = ({ reason, signal, exitCode }: NonNullable<State['terminated']>): string =>
  reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`);

interface Initializing {
  /** What keeps the init containers from being done; `null`: nothing does. */
  readonly waitsFor: string | null;
  readonly ready: number;
  readonly count: Count;
}

const initializing = (spec: PodSpec, statuses: readonly ContainerStatus[]): Initializing => {
  const inits = spec.initContainers ?? [];
  const isSidecar = (name: string | undefined): boolean =>
    inits.some((init) => init.name === name && init.restartPolicy === 'Always');
  let ready = 0;
  let all = NONE;
  let sidecars = NONE;
  for (const [i, status] of statuses.entries()) {
    all = counted(all, status);
    const sidecar = isSidecar(status.name);
    if (sidecar) sidecars = counted(sidecars, status);
    const { terminated, waiting } = status.state ?? {};
    if (terminated?.exitCode === 0) continue;
    if (sidecar && status.started) {
      if (status.ready) ready++;
      continue;
    }
    const reason = waiting?.reason ?? '';
    const why = terminated
      ? endedBy(terminated)
      : reason !== '' && reason !== 'PodInitializing'
        ? reason
        : `${i}/${inits.length}`;
    return { waitsFor: `Init:${why}`, ready, count: all };
  }
  // Init containers that are done no longer count, sidecars do.
  return { waitsFor: null, ready, count: sidecars };
};

const hasCondition = ({ conditions }: PodStatus, type: string): boolean =>
  conditions?.some((condition) => condition.type === type && condition.status === 'True') ?? false;

/** What the containers say, the first of them last. */
const running = (status: PodStatus, initial: string): { readonly reason: string; readonly ready: number } => {
  let reason = initial;
  let ready = 0;
  for (const one of status.containerStatuses?.toReversed() ?? []) {
    const { waiting, terminated } = one.state ?? {};
    if (waiting?.reason) reason = waiting.reason;
    else if (terminated) reason = endedBy(terminated);
    else if (one.ready && one.state?.running) ready++;
  }
  if (reason === 'Completed' && ready > 0) reason = hasCondition(status, 'Ready') ? 'Running' : 'NotReady';
  return { reason, ready };
};

const gated = ({ conditions }: PodStatus): boolean =>
  conditions?.some(({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated') ?? false;

/** @param pod as the API server sends it */
export const podSummary = (pod: KubeObject): PodSummary => {
  const status = (pod.status ?? {}) as PodStatus;
  const spec = (pod.spec ?? {}) as PodSpec;
  const sidecars = (spec.initContainers ?? []).filter(({ restartPolicy }) => restartPolicy === 'Always').length;
  const init = initializing(spec, status.initContainerStatuses ?? []);
  let reason = gated(status) ? 'SchedulingGated' : status.reason || status.phase || '';
  let { ready, count } = init;
  if (init.waitsFor !== null) reason = init.waitsFor;
  if (init.waitsFor === null || hasCondition(status, 'Initialized')) {
    const main = running(status, reason);
    reason = main.reason;
    ready += main.ready;
    for (const one of status.containerStatuses ?? []) count = counted(count, one);
  }
  if (pod.metadata.deletionTimestamp !== undefined) {
    if (status.reason === 'NodeLost') reason = 'Unknown';
    else if (status.phase !== 'Succeeded' && status.phase !== 'Failed') reason = 'Terminating';
  }
  return {
    ready,
    total: (spec.containers ?? []).length + sidecars,
    status: reason,
    restarts: count.restarts,
    lastRestart: count.last > 0 ? count.last : null,
  };
};
