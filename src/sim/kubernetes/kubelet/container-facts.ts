import { printMilliseconds } from '../../go/duration.ts';
import { compareQuantities, quantityOf } from '../../go/quantity.ts';
import { quote } from '../../go/quote.ts';
import { type Container, type Probe, podSpecOf } from '../pod/types.ts';
import type { ContainerContext } from './container-context.ts';
import { pullError } from './images.ts';
import { type Launch, type Process, programFor } from './programs.ts';

// kubelet: pkg/kubelet/kubelet.go (MaxContainerBackOff, backOffPeriod), images/image_manager.go.
export const PULL = 1_500;
/** Milliseconds to find that the node has the image. */
export const PULL_CACHED = 400;
/** First pause between attempts, in milliseconds. */
export const BACKOFF_FIRST = 10_000;
/** Longest pause. */
export const BACKOFF_MAX = 300_000;
/** After so long a run a crash counts as the first again. */
export const BACKOFF_RESET = 600_000;
/** How long the kubelet takes to act on a change of its own. */
export const SYNC = 1_000;
/** Milliseconds in which a program asks for all the memory that it needs: it has done nothing else by then. */
export const FILLING = 1;
/** Pause before the variables are resolved again. */
export const CONFIG_RETRY = 12_000;

/** The pause after the nth failure. */
export const exponential = (n: number): number => Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** Math.max(0, n - 1));

/** Actor of the container's program. */
export const programId = (c: ContainerContext): string =>
  `pods/${c.pod.metadata.namespace}/${c.pod.metadata.name}/${c.container.name}`;
/** Place of a Pod's programs, with the Pod's address. */
export const podPlace = (c: ContainerContext): string => `pods/${c.pod.metadata.namespace}/${c.pod.metadata.name}`;
/** Name of the image as the spec gives it. */
export const image = (c: ContainerContext): string => c.container.image ?? '';

/** User of a container, root unless something is said. */
const userOf = (c: ContainerContext, container: Container): number =>
  container.securityContext?.runAsUser ?? podSpecOf(c.pod).securityContext?.runAsUser ?? 0;

/** Process number of a container's program in a shared process namespace, where the pause process is number 1. */
const sharedPid = (index: number): number => 7 + 6 * index;

const processes = (c: ContainerContext): Process[] => {
  const own = userOf(c, c.container);
  const shown = (container: Container, pid: number): Process => ({
    pid,
    command: [...(container.command ?? []), ...(container.args ?? [])].join(' ') || container.name,
    permitted: own === 0 || own === userOf(c, container),
  });
  const spec = podSpecOf(c.pod);
  if (!spec.shareProcessNamespace) return [shown(c.container, 1)];
  return (spec.containers ?? []).map((container, i) => shown(container, sharedPid(i)));
};

/** The container whose program has a number, as this container sees it. */
export const containerOf = (c: ContainerContext, pid: number): string => {
  const spec = podSpecOf(c.pod);
  if (!spec.shareProcessNamespace) return c.container.name;
  return (spec.containers ?? []).find((_, i) => sharedPid(i) === pid)?.name ?? c.container.name;
};

/** What the program is told. */
export const launchOf = (c: ContainerContext): Launch => {
  const spec = podSpecOf(c.pod);
  const { runAsUser: uid, runAsGroup: gid } = { ...spec.securityContext, ...c.container.securityContext };
  return {
    namespace: c.pod.metadata.namespace ?? '',
    pod: c.pod.metadata.name ?? '',
    podUid: c.pod.metadata.uid ?? '',
    podIP: c.podIP,
    node: c.node,
    serviceAccount: spec.serviceAccountName ?? 'default',
    container: c.container.name,
    init: c.init,
    image: image(c),
    command: c.container.command ?? [],
    args: c.container.args ?? [],
    env: c.env,
    mounts: c.mounts,
    workingDir: c.container.workingDir ?? '/',
    ...(uid !== undefined && { uid }),
    ...(gid !== undefined && { gid }),
    processes: processes(c),
    supervisor: c.self,
  };
};

/** Whether the program needs more memory than the container may have. */
export const exceedsMemory = (c: ContainerContext): boolean => {
  const limit = c.container.resources?.limits?.memory;
  const { memory } = programFor(launchOf(c));
  return (
    limit !== undefined && memory !== undefined && compareQuantities(quantityOf(`${memory}`), quantityOf(limit)) > 0
  );
};

/** A restart policy as it holds for this container: sidecars always come back. */
export const policy = (c: ContainerContext): string => {
  if (c.init)
    return c.container.restartPolicy === 'Always'
      ? 'Always'
      : podSpecOf(c.pod).restartPolicy === 'Never'
        ? 'Never'
        : 'OnFailure';
  return podSpecOf(c.pod).restartPolicy ?? 'Always';
};

/** Whether the container runs again after this exit. */
export const restarts = (c: ContainerContext): boolean =>
  !c.stopping && (policy(c) === 'Always' || (policy(c) === 'OnFailure' && c.exitCode !== 0));

/** A file whose presence an exec probe asks for. */
export const probedFile = (probe: Probe | undefined): string | null => {
  const command = (probe?.exec?.command ?? []).join(' ');
  return /\b(?:cat|test -\w|\[ -\w|ls)\s+(\/\S+)/.exec(command)?.[1] ?? null;
};

/** `1.5s`, `400ms`, as Go prints a duration. */
export const goSeconds = (milliseconds: number): string => printMilliseconds(milliseconds);

/** A name in Go's quotes. */
export const quoted = (text: string): string => quote(text);

/** The kubelet's words for an image that cannot be pulled. */
export const pullFailure = (c: ContainerContext): string =>
  `failed to pull image ${quoted(image(c))}: ${pullError(image(c))}`;

/** `name_namespace(uid)`, as the kubelet names Pods. */
export const podName = (c: ContainerContext): string =>
  `${c.pod.metadata.name}_${c.pod.metadata.namespace}(${c.pod.metadata.uid})`;

/** Message of CrashLoopBackOff. */
export const backOffText = (c: ContainerContext): string =>
  `back-off ${goSeconds(exponential(c.crashes - 1))} restarting failed container=${c.container.name} pod=${podName(c)}`;
