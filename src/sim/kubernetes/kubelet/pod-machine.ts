import { setup } from 'xstate';
import { effects, type KernelEvent, Random, type Spawned, type Stamped } from '../../kernel/index.ts';
import { type KubeObject, nameOf, namespaceOf, sameJson } from '../api/object.ts';
import { collection, MERGE_PATCH, requestOf } from '../client/client.ts';
import { type Note, type Told, tell } from '../client/events.ts';
import { entropyOf, wallOf } from '../client/moment.ts';
import { type Container, podSpecOf } from '../pod/types.ts';
import type { ContainerReport } from './container-machine.ts';
import type { ContainerStatus } from './container-status.ts';
import { podStatus } from './pod-status.ts';
import { filesOf, mountsOf, type Source, volumeSources } from './volumes.ts';

/** How the kubelet starts a Pod. */
export interface PodInput {
  readonly token: string;
  readonly node: string;
  readonly hostIP: string;
  readonly podIP: string;
  readonly pod: KubeObject;
  /** Images the node has. */
  readonly images: readonly string[];
}

interface Answer {
  readonly status: number;
  readonly body: unknown;
}

interface Context extends PodInput {
  readonly self: string;
  /** The kubelet. */
  readonly kubelet: string;
  readonly startedAt: number;
  readonly sources: readonly Source[];
  /** Answers to the calls of the sources, by index; `null`: no answer came. */
  readonly answers: Readonly<Record<string, Answer | null>>;
  readonly mountProblem: string;
  readonly mountTries: number;
  readonly statuses: Readonly<Record<string, ContainerStatus>>;
  /** Containers that will not run again, with their exit codes. */
  readonly done: Readonly<Record<string, number>>;
  readonly running: readonly string[];
  readonly networkReady: boolean;
  readonly initialized: boolean;
  readonly grace: number;
  /** Status as last sent, and whether its answer is awaited. */
  readonly sent: object;
  readonly sending: boolean;
  readonly told: Told;
  readonly next: number;
}

type Event =
  | KernelEvent
  | ContainerReport
  | { readonly type: 'pod.changed'; readonly pod: KubeObject }
  | { readonly type: 'pod.delete'; readonly grace: number }
  | { readonly type: 'token.due'; readonly index: number }
  | { readonly type: 'status.retry' };

// kubelet: pkg/kubelet/token/token_manager.go, pkg/volume/util/nestedpendingoperations.
const DAY = 86_400;
const MOUNT_RETRY_FIRST = 500;
const MOUNT_RETRY_MAX = 122_000;
const SYNC_PERIOD = 60_000;
const TOKEN_RETRY = 60_000;
/** From a Pod's arrival to its network being ready. */
const SANDBOX = 300;

const initContainers = (c: Context): readonly Container[] => podSpecOf(c.pod).initContainers ?? [];
const containers = (c: Context): readonly Container[] => podSpecOf(c.pod).containers ?? [];
const podPath = (c: Context): string => `${collection('', 'pods', namespaceOf(c.pod))}/${nameOf(c.pod)}`;
const childId = (c: Context, name: string): string => `${c.self}/${name}`;

/** The next init container to start, once those before it are done or, if they stay, have started. */
const nextInit = (c: Context): Container | undefined =>
  initContainers(c).find((i) => {
    if (i.name in c.done) return false;
    const status = c.statuses[i.name];
    return !(i.restartPolicy === 'Always' && status?.started);
  });

const facts = (c: Context) => ({
  pod: c.pod,
  podIP: c.podIP,
  hostIP: c.hostIP,
  startedAt: c.startedAt,
  networkReady: c.networkReady,
  initialized: c.initialized,
  statuses: c.statuses,
});

const s = setup({
  types: { context: {} as Context, events: {} as Stamped<Event>, input: {} as Spawned<PodInput & { kubelet: string }> },
  guards: {
    hasAllAnswers: ({ context: c }) => c.sources.every((source, i) => source.call === null || `${i}` in c.answers),
    cannotMount: ({ context: c }) => c.mountProblem !== '',
    initsAreDone: ({ context: c }) => nextInit(c) === undefined,
    initIsNext: ({ context: c }) => {
      const next = nextInit(c);
      return next !== undefined && !c.running.includes(next.name);
    },
    initFailed: ({ context: c }) =>
      podSpecOf(c.pod).restartPolicy === 'Never' && initContainers(c).some((i) => (c.done[i.name] ?? 0) !== 0),
    allAreDone: ({ context: c }) => containers(c).every(({ name }) => name in c.done),
    nothingRuns: ({ context: c }) => c.running.length === 0,
    isDeleted: ({ context: c }) => c.pod.metadata.deletionTimestamp !== undefined,
  },
  delays: {
    sandbox: SANDBOX,
    mountRetry: ({ context: c }) => Math.min(MOUNT_RETRY_MAX, MOUNT_RETRY_FIRST * 2 ** Math.max(0, c.mountTries - 1)),
  },
  actions: { ...effects },
});

type Enqueuer = Parameters<Parameters<typeof s.enqueueActions>[0]>[0];

/** Send the status as it is now, unless it was sent already or one is on its way. */
const sendStatus = (c: Context, wall: number, enqueue: Enqueuer['enqueue']): void => {
  const status = podStatus(facts(c), wall);
  if (c.sending || sameJson(status, c.sent)) return;
  enqueue.assign({ sent: status, sending: true });
  const call = { method: 'PATCH', path: `${podPath(c)}/status`, contentType: MERGE_PATCH, body: { status } } as const;
  enqueue({ type: 'request', params: requestOf('status', c.token, call) });
};

const publish = s.enqueueActions(({ context, event, enqueue }) => sendStatus(context, wallOf(event), enqueue));

const record = (c: Context, note: Note, wall: number, enqueue: Enqueuer['enqueue']): void => {
  const { call, told } = tell(
    c.told,
    { kind: 'Pod', apiVersion: 'v1', object: c.pod },
    note,
    { component: 'kubelet', host: c.node },
    wall,
  );
  enqueue.assign({ told, next: c.next + 1 });
  enqueue({ type: 'request', params: requestOf(`event ${c.next}`, c.token, call) });
};

const fetchSources = s.enqueueActions(({ context: c, enqueue }) => {
  enqueue.assign({ answers: {}, mountProblem: '' });
  c.sources.forEach((source, i) => {
    if (source.call) enqueue({ type: 'request', params: requestOf(`mount ${i}`, c.token, source.call) });
  });
});

const keepAnswer = s.assign({
  answers: ({ context: c, event }) => {
    if (event.type === 'http.response' && event.id.startsWith('mount '))
      return { ...c.answers, [event.id.slice(6)]: { status: event.status, body: event.body } };
    if (event.type === 'http.failure' && event.id.startsWith('mount '))
      return { ...c.answers, [event.id.slice(6)]: null };
    return c.answers;
  },
});

/** Seconds until the kubelet replaces a token: at 80 % of its life or after a day, a little early, at its next look. */
const refreshDelay = (seconds: number, entropy: number): number => {
  const random = new Random(entropy);
  const due = Math.min(seconds * 0.8, DAY) * 1000 - random.below(10_000);
  return Math.max(1000, Math.round(due) + random.below(SYNC_PERIOD));
};

const due = (enqueue: Enqueuer['enqueue'], index: number, delay: number): void => {
  enqueue.raise({ type: 'token.due', index } as never, { id: `token ${index}`, delay });
};

const mount = s.enqueueActions(({ context: c, event, enqueue }) => {
  let problem = '';
  c.sources.forEach((source, i) => {
    const files = filesOf(source, c.pod, c.answers[i] ?? null, c.podIP, c.hostIP);
    if (typeof files === 'string') {
      if (problem === '') problem = `MountVolume.SetUp failed for volume ${JSON.stringify(source.volume)} : ${files}`;
      return;
    }
    for (const file of files)
      enqueue({ type: 'write', params: { ...file, mode: source.kind === 'token' ? '0600' : '0644' } });
    if (source.kind === 'token') due(enqueue, i, refreshDelay(source.seconds, entropyOf(event) + i));
  });
  enqueue.assign({ mountProblem: problem, answers: {}, mountTries: c.mountTries + 1 });
  if (problem !== '') record(c, { type: 'Warning', reason: 'FailedMount', message: problem }, wallOf(event), enqueue);
});

const askToken = s.enqueueActions(({ context: c, event, enqueue }) => {
  const source = event.type === 'token.due' ? c.sources[event.index] : undefined;
  if (event.type === 'token.due' && source?.call)
    enqueue({ type: 'request', params: requestOf(`token ${event.index}`, c.token, source.call) });
});

/** A new token takes the old one's place; when none came the old one stays and the kubelet asks again. */
const takeToken = s.enqueueActions(({ context: c, event, enqueue }) => {
  if ((event.type !== 'http.response' && event.type !== 'http.failure') || !event.id.startsWith('token ')) return;
  const index = Number(event.id.slice(6));
  const source = c.sources[index];
  if (!source) return;
  const files = filesOf(source, c.pod, event.type === 'http.response' ? event : null, c.podIP, c.hostIP);
  if (typeof files === 'string') {
    due(enqueue, index, TOKEN_RETRY);
    return;
  }
  for (const file of files) enqueue({ type: 'write', params: { ...file, mode: '0600' } });
  due(enqueue, index, refreshDelay(source.seconds, entropyOf(event)));
});

const start = (c: Context, container: Container, init: boolean, enqueue: Enqueuer['enqueue']): void => {
  const input = {
    parent: c.self,
    token: c.token,
    pod: c.pod,
    podIP: c.podIP,
    hostIP: c.hostIP,
    node: c.node,
    container,
    init,
    mounts: mountsOf(c.pod, container),
    cached: c.images.includes(container.image ?? ''),
  };
  enqueue({ type: 'spawn', params: { id: childId(c, container.name), kind: 'kubernetes/container', input } });
};

const startInit = s.enqueueActions(({ context: c, enqueue }) => {
  const next = nextInit(c);
  if (!next) return;
  start(c, next, true, enqueue);
  enqueue.assign({ running: [...c.running, next.name] });
});

const startContainers = s.enqueueActions(({ context: c, enqueue }) => {
  for (const container of containers(c)) start(c, container, false, enqueue);
  enqueue.assign({ running: [...c.running, ...containers(c).map((x) => x.name)], initialized: true });
});

const stopContainers = s.enqueueActions(({ context: c, enqueue }) => {
  for (const name of c.running)
    enqueue({
      type: 'send',
      params: { to: childId(c, name), event: { type: 'container.stop', grace: c.grace } as { type: string } },
    });
});

/** Sidecars outlive the containers they serve by nothing. */
const stopSidecars = s.enqueueActions(({ context: c, enqueue }) => {
  const sidecars = initContainers(c).filter((i) => i.restartPolicy === 'Always' && c.running.includes(i.name));
  for (const { name } of sidecars)
    enqueue({
      type: 'send',
      params: { to: childId(c, name), event: { type: 'container.stop', grace: c.grace } as { type: string } },
    });
});

const hear = s.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type === 'container.status') {
    const next = { ...c, statuses: { ...c.statuses, [event.name]: event.status } };
    enqueue.assign({ statuses: next.statuses });
    sendStatus(next, wallOf(event), enqueue);
  } else if (event.type === 'container.note') record(c, event.note, wallOf(event), enqueue);
  else if (event.type === 'container.pulled') {
    enqueue.assign({ images: [...c.images, event.image] });
    enqueue({
      type: 'send',
      params: { to: c.kubelet, event: { type: 'image.pulled', image: event.image } as { type: string } },
    });
  } else if (event.type === 'actor.done') {
    const { name, exitCode } = event.output as { name: string; exitCode: number };
    enqueue.assign({ done: { ...c.done, [name]: exitCode }, running: c.running.filter((r) => r !== name) });
  }
});

const answered = s.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return;
  if (event.id !== 'status') return;
  const ok = event.type === 'http.response' && event.status === 200;
  const next = { ...c, sending: false, ...(ok ? { pod: event.body as KubeObject } : { sent: {} }) };
  enqueue.assign({ sending: false, ...(ok ? { pod: next.pod } : { sent: {} }) });
  if (ok) sendStatus(next, wallOf(event), enqueue);
  else if (event.type === 'http.failure')
    enqueue.raise({ type: 'status.retry' } as never, { id: 'status', delay: 5_000 });
});

const remove = s.enqueueActions(({ context: c, enqueue }) => {
  const path = `${podPath(c)}?gracePeriodSeconds=0`;
  const body = {
    kind: 'DeleteOptions',
    apiVersion: 'v1',
    gracePeriodSeconds: 0,
    preconditions: { uid: c.pod.metadata.uid },
  };
  enqueue({ type: 'request', params: requestOf('delete', c.token, { method: 'DELETE', path, body }) });
});

/**
 * One Pod on a node: volumes, network, init containers one after the other, containers together, and the end.
 * Source of texts and times: kubernetes pkg/kubelet.
 */
export const podMachine = s.createMachine({
  id: 'pod',
  context: ({ input }) => ({
    ...input,
    startedAt: input.wall,
    sources: volumeSources(input.pod),
    answers: {},
    mountProblem: '',
    mountTries: 0,
    statuses: {},
    done: {},
    running: [],
    networkReady: false,
    initialized: false,
    grace: podSpecOf(input.pod).terminationGracePeriodSeconds ?? 30,
    sent: {},
    sending: false,
    told: {},
    next: 0,
  }),
  initial: 'pending',
  on: {
    'pod.changed': {
      actions: s.assign({ pod: ({ context: c, event }) => (event.type === 'pod.changed' ? event.pod : c.pod) }),
    },
    'pod.delete': {
      actions: s.assign({ grace: ({ context: c, event }) => (event.type === 'pod.delete' ? event.grace : c.grace) }),
      target: '.terminating',
    },
    'container.status': { actions: hear },
    'container.note': { actions: hear },
    'container.pulled': { actions: hear },
    'http.response': { actions: [answered, takeToken] },
    'http.failure': { actions: [answered, takeToken] },
    'token.due': { actions: askToken },
    'status.retry': { actions: publish },
  },
  states: {
    pending: { entry: publish, always: 'mountingVolumes' },
    mountingVolumes: {
      entry: fetchSources,
      always: { guard: 'hasAllAnswers', actions: mount, target: 'volumesTried' },
      on: { 'http.response': { actions: [keepAnswer, answered] }, 'http.failure': { actions: [keepAnswer, answered] } },
    },
    volumesTried: { always: [{ guard: 'cannotMount', target: 'waitingForVolumes' }, { target: 'creatingSandbox' }] },
    waitingForVolumes: { after: { mountRetry: 'mountingVolumes' } },
    creatingSandbox: { after: { sandbox: { actions: s.assign({ networkReady: true }), target: 'initializing' } } },
    initializing: {
      entry: publish,
      always: [
        { guard: 'initFailed', target: 'failed' },
        { guard: 'initsAreDone', target: 'running' },
        { guard: 'initIsNext', actions: startInit, target: 'initializing' },
      ],
      on: { 'actor.done': { actions: hear }, 'container.status': { actions: hear } },
    },
    running: {
      entry: [startContainers, publish],
      always: { guard: 'allAreDone', target: 'finishing' },
      on: { 'actor.done': { actions: hear } },
    },
    finishing: {
      entry: stopSidecars,
      always: { guard: 'nothingRuns', target: 'completed' },
      on: { 'actor.done': { actions: hear } },
    },
    failed: { entry: publish },
    completed: { entry: publish },
    terminating: {
      entry: stopContainers,
      always: { guard: 'nothingRuns', target: 'removing' },
      on: {
        'actor.done': { actions: hear },
        'pod.delete': {
          actions: s.assign({
            grace: ({ context: c, event }) => (event.type === 'pod.delete' ? event.grace : c.grace),
          }),
          target: 'terminating',
          reenter: true,
        },
      },
    },
    removing: {
      entry: [publish, remove],
      on: {
        'http.response': [{ guard: ({ event }) => event.id === 'delete', target: 'gone' }, { actions: answered }],
        'http.failure': [{ guard: ({ event }) => event.id === 'delete', target: 'lost' }, { actions: answered }],
        'pod.delete': {},
      },
    },
    // The API server cannot be reached: what is deleted stays Terminating until it can.
    lost: { after: { 10000: 'removing' }, on: { 'pod.delete': {} } },
    gone: { type: 'final' },
  },
});
