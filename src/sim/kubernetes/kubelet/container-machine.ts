import { assign, setup } from 'xstate';
import type { FileContent } from '../../kernel/events.ts';
import { effects, type KernelEvent, rfc3339, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import type { Note } from '../client/events.ts';
import { wallOf } from '../client/moment.ts';
import { type Container, type Probe, podSpecOf } from '../pod/types.ts';
import { worldPath } from './app-machine.ts';
import { type ContainerStatus, freshStatus, type State, terminatedState } from './container-status.ts';
import { environmentOf, type Found, foundKey, neededByEnvironment } from './environment.ts';
import { imageSize, pullError } from './images.ts';
import { type Launch, programFor } from './programs.ts';

/** How a Pod starts one of its containers. */
export interface ContainerInput {
  readonly parent: string;
  /** The kubelet's credential. */
  readonly token: string;
  readonly pod: KubeObject;
  readonly podIP: string;
  readonly hostIP: string;
  readonly node: string;
  readonly container: Container;
  readonly init: boolean;
  readonly mounts: Launch['mounts'];
  /** Whether the node has the image. */
  readonly cached: boolean;
}

interface Context extends ContainerInput {
  readonly self: string;
  readonly status: ContainerStatus;
  readonly found: Found;
  readonly env: Readonly<Record<string, string>>;
  /** What keeps the container from being made. */
  readonly problem: string;
  readonly pulls: number;
  readonly pullStarted: number;
  /** Exits in a row that followed soon on a start. */
  readonly crashes: number;
  readonly startedAt: number;
  readonly exitCode: number;
  readonly stopping: boolean;
  readonly grace: number;
}

/** What a container tells its Pod. */
export type ContainerReport =
  | {
      readonly type: 'container.status';
      readonly name: string;
      readonly init: boolean;
      readonly status: ContainerStatus;
    }
  | { readonly type: 'container.note'; readonly note: Note }
  | { readonly type: 'container.pulled'; readonly image: string };

type Event = KernelEvent | FileContent | { readonly type: 'container.stop'; readonly grace: number };

// kubelet: pkg/kubelet/kubelet.go (MaxContainerBackOff, backOffPeriod), images/image_manager.go.
const PULL = 1_500;
const PULL_CACHED = 400;
const BACKOFF_FIRST = 10_000;
const BACKOFF_MAX = 300_000;
/** After so long a run a crash counts as the first again. */
const BACKOFF_RESET = 600_000;
/** How long the kubelet takes to act on a change of its own. */
const SYNC = 1_000;
const CONFIG_RETRY = 12_000;

const exponential = (n: number): number => Math.min(BACKOFF_MAX, BACKOFF_FIRST * 2 ** Math.max(0, n - 1));

const programId = (c: Context): string => `pods/${c.pod.metadata.namespace}/${c.pod.metadata.name}/${c.container.name}`;
const podPlace = (c: Context): string => `pods/${c.pod.metadata.namespace}/${c.pod.metadata.name}`;
const image = (c: Context): string => c.container.image ?? '';

const launchOf = (c: Context): Launch => {
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
    supervisor: c.self,
  };
};

/** A restart policy as it holds for this container: sidecars always come back. */
const policy = (c: Context): string => {
  if (c.init)
    return c.container.restartPolicy === 'Always'
      ? 'Always'
      : podSpecOf(c.pod).restartPolicy === 'Never'
        ? 'Never'
        : 'OnFailure';
  return podSpecOf(c.pod).restartPolicy ?? 'Always';
};

const restarts = (c: Context): boolean =>
  !c.stopping && (policy(c) === 'Always' || (policy(c) === 'OnFailure' && c.exitCode !== 0));

/** A file whose presence an exec probe asks for. */
const probedFile = (probe: Probe | undefined): string | null => {
  const command = (probe?.exec?.command ?? []).join(' ');
  return /\b(?:cat|test -\w|\[ -\w|ls)\s+(\/\S+)/.exec(command)?.[1] ?? null;
};

/** `1.5s`, `400ms`, as Go prints a duration. */
const goSeconds = (milliseconds: number): string =>
  milliseconds < 1000 ? `${milliseconds}ms` : `${milliseconds / 1000}s`;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Stamped<Event>,
    input: {} as Spawned<ContainerInput>,
    output: {} as { readonly name: string; readonly exitCode: number },
  },
  guards: {
    hasImage: ({ context: c }) => c.cached && c.container.imagePullPolicy !== 'Always',
    pullFails: ({ context: c }) => pullError(image(c)) !== null,
    knowsAll: ({ context: c }) => neededByEnvironment(c.container).every((n) => foundKey(n) in c.found),
    cannotConfigure: ({ context: c }) => c.problem !== '',
    restarts: ({ context: c }) => restarts(c),
    backsOff: ({ context: c }) => restarts(c) && c.crashes > 1,
    isStopping: ({ context: c }) => c.stopping,
    hasReadinessProbe: ({ context: c }) =>
      c.container.readinessProbe !== undefined || c.container.startupProbe !== undefined,
    probesFile: ({ context: c }) => probedFile(c.container.readinessProbe ?? c.container.startupProbe) !== null,
    fileIsThere: ({ event }) => event.type === 'file.content' && event.text !== null,
  },
  delays: {
    pull: ({ context: c }) => (c.cached ? PULL_CACHED : PULL),
    pullBackOff: ({ context: c }) => exponential(c.pulls),
    crashBackOff: ({ context: c }) => exponential(c.crashes - 1),
    grace: ({ context: c }) => c.grace * 1000,
    probeDelay: ({ context: c }) => {
      const probe = c.container.startupProbe ?? c.container.readinessProbe;
      return (probe?.initialDelaySeconds ?? 0) * 1000 + SYNC;
    },
    probePeriod: ({ context: c }) => (c.container.readinessProbe?.periodSeconds ?? 10) * 1000,
  },
  actions: {
    ...effects,
    prepareStop: assign({
      stopping: true,
      grace: ({ context: c, event }) => (event.type === 'container.stop' ? event.grace : c.grace),
    }),
  },
});

/** Change the status and report it to the Pod. */
const report = (change: (c: Context, wall: number) => Partial<ContainerStatus>) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const status = { ...context.status, ...change(context, wallOf(event)) };
    enqueue.assign({ status });
    const told: ContainerReport = {
      type: 'container.status',
      name: context.container.name,
      init: context.init,
      status,
    };
    enqueue({ type: 'send', params: { to: context.parent, event: told } });
  });

const waiting = (reason: string, message?: (c: Context) => string) =>
  report((c) => ({
    state: { waiting: { reason, ...(message && { message: message(c) }) } },
    ready: false,
    started: false,
  }));

/** Tell something about the container, as `kubectl describe pod` lists it. */
const note = (type: Note['type'], reason: string, message: (c: Context, wall: number) => string) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const fieldPath = `spec.${context.init ? 'initContainers' : 'containers'}{${context.container.name}}`;
    const told: ContainerReport = {
      type: 'container.note',
      note: { type, reason, message: message(context, wallOf(event)), fieldPath },
    };
    enqueue({ type: 'send', params: { to: context.parent, event: told } });
  });

const quoted = (text: string): string => JSON.stringify(text);

const pullFailure = (c: Context): string => `failed to pull image ${quoted(image(c))}: ${pullError(image(c))}`;

const podName = (c: Context): string => `${c.pod.metadata.name}_${c.pod.metadata.namespace}(${c.pod.metadata.uid})`;

const backOffText = (c: Context): string =>
  `back-off ${exponential(c.crashes - 1) / 1000 >= 60 ? goMinutes(exponential(c.crashes - 1)) : `${exponential(c.crashes - 1) / 1000}s`} restarting failed container=${c.container.name} pod=${podName(c)}`;

const goMinutes = (milliseconds: number): string =>
  `${Math.floor(milliseconds / 60_000)}m${(milliseconds % 60_000) / 1000}s`;

/** Ask for the Secrets and ConfigMaps the variables need. */
const ask = s.enqueueActions(({ context: c, enqueue }) => {
  enqueue.assign({ found: {}, problem: '' });
  for (const needed of neededByEnvironment(c.container)) {
    const path = `${collection('', needed.resource, c.pod.metadata.namespace)}/${needed.name}`;
    enqueue({ type: 'request', params: requestOf(`get ${foundKey(needed)}`, c.token, { method: 'GET', path }) });
  }
});

const received = s.assign({
  found: ({ context: c, event }) => {
    if (event.type !== 'http.response' && event.type !== 'http.failure') return c.found;
    const object = event.type === 'http.response' && event.status === 200 ? (event.body as KubeObject) : null;
    return { ...c.found, [event.id.slice('get '.length)]: object };
  },
});

const configure = s.assign(({ context: c }) => {
  const env = environmentOf(c.container, c);
  return 'error' in env && typeof env.error === 'string' && Object.keys(env).length === 1
    ? { problem: env.error }
    : { env: env as Record<string, string> };
});

const containerId = (c: Context, wall: number): string => {
  let h = 0;
  for (const char of `${c.pod.metadata.uid} ${c.container.name} ${wall}`)
    h = (Math.imul(h, 31) + char.charCodeAt(0)) >>> 0;
  return `containerd://${h.toString(16).padStart(8, '0').repeat(8)}`;
};

const launch = s.enqueueActions(({ context: c, event, enqueue }) => {
  const launched = launchOf(c);
  const program = programFor(launched);
  enqueue.assign({ startedAt: wallOf(event) });
  enqueue({
    type: 'spawn',
    params: {
      id: programId(c),
      kind: program.kind,
      input: program.input(launched),
      place: podPlace(c),
      address: c.podIP,
    },
  });
});

const running = report((c, wall) => ({
  state: { running: { startedAt: rfc3339(wall) } },
  containerID: containerId(c, wall),
  imageID: `${image(c)}@sha256:${imageSize(image(c)).toString(16).padStart(64, '0')}`,
  ready: false,
  started: c.container.startupProbe === undefined,
}));

const died = s.enqueueActions(({ context: c, event, enqueue }) => {
  const output = event.type === 'actor.done' ? (event.output as { exitCode?: number } | undefined) : undefined;
  const exitCode = event.type === 'actor.done' ? (output?.exitCode ?? 0) : 137;
  const long = wallOf(event) - c.startedAt >= BACKOFF_RESET;
  enqueue.assign({ exitCode, crashes: (long ? 0 : c.crashes) + 1 });
});

const terminated = report((c, wall) => {
  const state: State = terminatedState(c.exitCode, c.startedAt, wall, c.status.containerID ?? '');
  return { state, ready: c.init && c.exitCode === 0, started: false };
});

/** The state that the next start leaves behind. */
const remember = s.assign({
  status: ({ context: c }) => ({
    ...c.status,
    lastState: c.status.state.terminated ? c.status.state : c.status.lastState,
    restartCount: c.status.restartCount + 1,
  }),
});

const backingOff = report((c) => ({
  state: { waiting: { reason: 'CrashLoopBackOff', message: backOffText(c) } },
  lastState: c.status.state.terminated ? c.status.state : c.status.lastState,
  ready: false,
}));

const readiness = (ready: boolean) => report(() => ({ ready, ...(ready && { started: true }) }));

/**
 * One container of a Pod, from its image to its last exit. Source of texts and times: kubernetes pkg/kubelet/kuberuntime
 * and pkg/kubelet/images. Output: `{ name, exitCode }` once it will not run again.
 */
export const containerMachine = s.createMachine({
  id: 'container',
  context: ({ input }) => ({
    ...input,
    status: freshStatus(
      input.container.name,
      input.container.image ?? '',
      input.init ? 'PodInitializing' : 'ContainerCreating',
    ),
    found: {},
    env: {},
    problem: '',
    pulls: 0,
    pullStarted: input.wall,
    crashes: 0,
    startedAt: 0,
    exitCode: 0,
    stopping: false,
    grace: 30,
  }),
  initial: 'ensuringImage',
  on: { 'container.stop': { actions: 'prepareStop', target: '.exited' } },
  states: {
    ensuringImage: {
      always: [
        {
          guard: 'hasImage',
          actions: note('Normal', 'Pulled', (c) => `Container image ${quoted(image(c))} already present on machine`),
          target: 'creating',
        },
        { target: 'pulling' },
      ],
    },
    pulling: {
      entry: [
        note('Normal', 'Pulling', (c) => `Pulling image ${quoted(image(c))}`),
        s.assign({ pullStarted: ({ event }) => wallOf(event) }),
      ],
      after: {
        pull: [
          { guard: 'pullFails', target: 'errImagePull' },
          {
            actions: [
              note('Normal', 'Pulled', (c, wall) => {
                const took = goSeconds(wall - c.pullStarted);
                return `Successfully pulled image ${quoted(image(c))} in ${took} (${took} including waiting). Image size: ${imageSize(image(c))} bytes.`;
              }),
              {
                type: 'send',
                params: ({ context: c }) => ({
                  to: c.parent,
                  event: { type: 'container.pulled', image: image(c) } as { type: string },
                }),
              },
              s.assign({ cached: true, pulls: 0 }),
            ],
            target: 'creating',
          },
        ],
      },
    },
    errImagePull: {
      entry: [
        s.assign({ pulls: ({ context: c }) => c.pulls + 1 }),
        waiting('ErrImagePull', pullFailure),
        note('Warning', 'Failed', (c) => `Failed to pull image ${quoted(image(c))}: ${pullError(image(c))}`),
        note('Warning', 'Failed', () => 'Error: ErrImagePull'),
      ],
      after: { [SYNC]: 'imagePullBackOff' },
    },
    imagePullBackOff: {
      entry: [
        waiting(
          'ImagePullBackOff',
          (c) => `Back-off pulling image ${quoted(image(c))}: ErrImagePull: ${pullFailure(c)}`,
        ),
        note('Normal', 'BackOff', (c) => `Back-off pulling image ${quoted(image(c))}`),
        note('Warning', 'Failed', () => 'Error: ImagePullBackOff'),
      ],
      after: { pullBackOff: 'pulling' },
    },
    creating: {
      entry: ask,
      always: { guard: 'knowsAll', actions: configure, target: 'configured' },
      on: { 'http.response': { actions: received }, 'http.failure': { actions: received } },
    },
    configured: { always: [{ guard: 'cannotConfigure', target: 'createContainerConfigError' }, { target: 'running' }] },
    createContainerConfigError: {
      entry: [
        waiting('CreateContainerConfigError', (c) => c.problem),
        note('Warning', 'Failed', (c) => `Error: ${c.problem}`),
      ],
      after: { [CONFIG_RETRY]: 'creating' },
    },
    running: {
      entry: [
        note('Normal', 'Created', (c) => `Created container: ${c.container.name}`),
        launch,
        running,
        note('Normal', 'Started', (c) => `Started container ${c.container.name}`),
      ],
      initial: 'started',
      on: {
        'actor.done': { actions: died, target: 'terminated' },
        'container.stop': { actions: 'prepareStop', target: 'stopping' },
      },
      states: {
        started: { always: [{ guard: 'hasReadinessProbe', target: 'unready' }, { target: 'ready' }] },
        unready: { after: { probeDelay: [{ guard: 'probesFile', target: 'probing' }, { target: 'ready' }] } },
        probing: {
          entry: {
            type: 'read',
            params: ({ context: c }) => ({
              id: 'probe',
              path: worldPath(launchOf(c), probedFile(c.container.readinessProbe ?? c.container.startupProbe) ?? ''),
            }),
          },
          on: {
            'file.content': [
              { guard: 'fileIsThere', target: 'ready' },
              {
                actions: note('Warning', 'Unhealthy', (c) => {
                  const file = probedFile(c.container.readinessProbe ?? c.container.startupProbe);
                  return `Readiness probe failed: cat: can't open '${file}': No such file or directory\n`;
                }),
                target: 'failing',
              },
            ],
          },
        },
        failing: { after: { probePeriod: 'probing' } },
        ready: { entry: readiness(true) },
      },
    },
    stopping: {
      entry: [
        note('Normal', 'Killing', (c) => `Stopping container ${c.container.name}`),
        {
          type: 'send',
          params: ({ context: c }) => ({
            to: programId(c),
            event: { type: 'signal', signal: 'SIGTERM' } as { type: string },
          }),
        },
      ],
      on: {
        'actor.done': { actions: died, target: 'terminated' },
        'container.stop': { actions: 'prepareStop', target: 'stopping', reenter: true },
      },
      after: {
        grace: {
          actions: [{ type: 'stop', params: ({ context: c }) => ({ id: programId(c) }) }, died],
          target: 'terminated',
        },
      },
    },
    terminated: {
      entry: terminated,
      always: [
        { guard: 'backsOff', target: 'exitedBadly' },
        { guard: 'restarts', target: 'restarting' },
        { target: 'exited' },
      ],
    },
    restarting: { after: { [SYNC]: { actions: remember, target: 'ensuringImage' } } },
    exitedBadly: { after: { [SYNC]: 'crashLoopBackOff' } },
    crashLoopBackOff: {
      entry: [
        backingOff,
        note(
          'Warning',
          'BackOff',
          (c) => `Back-off restarting failed container ${c.container.name} in pod ${podName(c)}`,
        ),
      ],
      after: { crashBackOff: { actions: remember, target: 'ensuringImage' } },
    },
    exited: { type: 'final' },
  },
  output: ({ context: c }) => ({ name: c.container.name, exitCode: c.exitCode }),
});
