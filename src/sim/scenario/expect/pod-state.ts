/** A Pod in kubectl's columns READY, STATUS and RESTARTS. Source: kubernetes pkg/printers/internalversion/printers.go. */
import type { KubeObject } from '../../kubernetes/api/object.ts';

interface State {
  readonly waiting?: { readonly reason?: string };
  readonly running?: object;
  readonly terminated?: { readonly reason?: string; readonly exitCode?: number; readonly signal?: number };
}
interface Status {
  readonly name: string;
  readonly ready?: boolean;
  readonly started?: boolean;
  readonly restartCount?: number;
  readonly state?: State;
}
interface PodStatus {
  readonly phase?: string;
  readonly reason?: string;
  readonly initContainerStatuses?: readonly Status[];
  readonly containerStatuses?: readonly Status[];
  readonly conditions?: readonly { readonly type: string; readonly status: string }[];
}
interface PodSpec {
  readonly containers?: readonly { readonly name: string }[];
  readonly initContainers?: readonly { readonly name: string; readonly restartPolicy?: string }[];
}

export interface PodState {
  /** `2/2`. */
  readonly ready: string;
  /** `Init:0/1`, `Running`, `CrashLoopBackOff`. */
  readonly status: string;
  readonly restarts: number;
}

const ended = ({ reason, signal, exitCode }: NonNullable<State['terminated']>): string =>
  reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode ?? 0}`);

/** What the init containers say, or null when they have done their work. */
const initStatus = (spec: PodSpec, statuses: readonly Status[]): string | null => {
  const inits = spec.initContainers ?? [];
  for (const [i, status] of statuses.entries()) {
    const { terminated, waiting } = status.state ?? {};
    const stays = inits.find(({ name }) => name === status.name)?.restartPolicy === 'Always';
    if (terminated?.exitCode === 0 || (stays && status.started)) continue;
    if (terminated) return `Init:${ended(terminated)}`;
    if (waiting?.reason && waiting.reason !== 'PodInitializing') return `Init:${waiting.reason}`;
    return `Init:${i}/${inits.length}`;
  }
  return null;
};

const mainStatus = (initial: string, statuses: readonly Status[], isReady: boolean): string => {
  let reason = initial;
  let runs = false;
  for (const { state, ready } of statuses.toReversed()) {
    if (state?.waiting?.reason) reason = state.waiting.reason;
    else if (state?.terminated) reason = ended(state.terminated);
    else if (ready && state?.running) runs = true;
  }
  return reason === 'Completed' && runs ? (isReady ? 'Running' : 'NotReady') : reason;
};

/** The columns of a Pod. */
export const podState = (pod: KubeObject): PodState => {
  const status = (pod.status ?? {}) as PodStatus;
  const spec = (pod.spec ?? {}) as PodSpec;
  const inits = status.initContainerStatuses ?? [];
  const mains = status.containerStatuses ?? [];
  const isReady = status.conditions?.some(({ type, status: s }) => type === 'Ready' && s === 'True') ?? false;
  const initialized = status.conditions?.some((c) => c.type === 'Initialized' && c.status === 'True') ?? false;
  const init = initialized ? null : initStatus(spec, inits);
  const initial = status.reason || status.phase || 'Pending';
  let printed = init ?? mainStatus(initial, mains, isReady);
  if (pod.metadata.deletionTimestamp !== undefined) printed = status.reason === 'NodeLost' ? 'Unknown' : 'Terminating';
  const counted = init !== null ? inits : mains;
  return {
    ready: `${mains.filter(({ ready, state }) => ready && state?.running).length}/${(spec.containers ?? []).length}`,
    status: printed,
    restarts: counted.reduce((sum, { restartCount = 0 }) => sum + restartCount, 0),
  };
};
