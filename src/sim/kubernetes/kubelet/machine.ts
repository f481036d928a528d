import { enqueueActions, setup } from 'xstate';
import type { FileNames, LogContent, RequestArrived } from '../../kernel/events.ts';
import { effects, type KernelEvent, rfc3339, type Spawned, type Stamped } from '../../kernel/index.ts';
import { find } from '../../kernel/trie.ts';
import { type KubeObject, nameOf, namespaceOf } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import { type Informer, informed, newInformer, type Seen, startInformer } from '../client/informer.ts';
import { wallOf } from '../client/moment.ts';
import { type ExecRequest, type ExecResult, execRequest, isRunning } from './exec.ts';
import { logRequest, logText, type PodStarts, printedBetween, type Reading, started } from './logs.ts';
import { nodeObject } from './node.ts';

/** How the cluster starts a kubelet. */
export interface KubeletInput {
  readonly token: string;
  /** Name of the node, which is its place too. */
  readonly node: string;
  /** Position of the node among all, from 0: its range of Pod addresses follows from it. */
  readonly index: number;
}

interface Context extends KubeletInput {
  readonly self: string;
  readonly hostIP: string;
  readonly pods: Informer;
  /** Actors of Pods by key, with the uid each was started for. */
  readonly actors: Readonly<Record<string, { readonly id: string; readonly uid: string }>>;
  readonly images: readonly string[];
  /** Pods started so far: the next address. */
  readonly started: number;
  /** Requests for logs that wait: exchange by the id of the reading. */
  readonly reading: Readonly<Record<string, Reading>>;
  /** When programs of containers started. */
  readonly starts: PodStarts;
}

type Event =
  | KernelEvent
  | FileNames
  | LogContent
  | { readonly type: 'image.pulled'; readonly image: string }
  | { readonly type: 'log.begins'; readonly pod: string; readonly container: string }
  | { readonly type: 'exec.done'; readonly exchange: number; readonly result: ExecResult }
  | { readonly type: 'due'; readonly what: 'list' | 'register' };

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: Partial<Context>): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
}

const REGISTER_RETRY = 5_000;

const actorId = (c: Context, pod: KubeObject): string => `${c.self}/${namespaceOf(pod)}/${nameOf(pod)}`;

/** Sixteen ranges of 250 addresses a node: more than it may run Pods. */
const podIP = (c: Context): string =>
  `10.244.${c.index * 16 + Math.floor((c.started % 4000) / 250)}.${2 + (c.started % 250)}`;

/** Start, inform or end the actors of Pods as the collection changes. */
const follow = (context: Context, seen: readonly Seen[], enqueue: Enqueue): Context => {
  let c = context;
  for (const { key, object } of seen) {
    const actor = c.actors[key];
    if (!object) {
      // Gone from the API: whatever still runs is killed.
      if (actor) enqueue({ type: 'stop', params: { id: actor.id } });
      const { [key]: _, ...actors } = c.actors;
      const { [key]: __, ...starts } = c.starts;
      c = { ...c, actors, starts };
      enqueue({ type: 'list', params: { id: `clean ${key}`, prefix: `pods/${key}/` } });
    } else if (!actor || actor.uid !== object.metadata.uid) {
      if (actor) enqueue({ type: 'stop', params: { id: actor.id } });
      c = begin(c, key, object, enqueue);
    } else {
      enqueue({
        type: 'send',
        params: { to: actor.id, event: { type: 'pod.changed', pod: object } as { type: string } },
      });
      if (object.metadata.deletionTimestamp !== undefined) {
        const grace = object.metadata.deletionGracePeriodSeconds ?? 30;
        enqueue({ type: 'send', params: { to: actor.id, event: { type: 'pod.delete', grace } as { type: string } } });
      }
    }
  }
  return c;
};

const begin = (c: Context, key: string, pod: KubeObject, enqueue: Enqueue): Context => {
  const phase = (pod.status as { phase?: string } | undefined)?.phase;
  if (pod.metadata.deletionTimestamp !== undefined || phase === 'Succeeded' || phase === 'Failed') return c;
  const id = actorId(c, pod);
  const input = {
    kubelet: c.self,
    token: c.token,
    node: c.node,
    hostIP: c.hostIP,
    podIP: podIP(c),
    pod,
    images: c.images,
  };
  enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/pod', input } });
  return { ...c, started: c.started + 1, actors: { ...c.actors, [key]: { id, uid: pod.metadata.uid ?? '' } } };
};

/** `POST /exec/…`: passed to the container, if it runs. */
const runCommand = (c: Context, event: Stamped<RequestArrived>, asked: ExecRequest, enqueue: Enqueue): void => {
  const { exchange, body } = event;
  const { namespace, pod, container, command } = asked;
  const key = `${namespace}/${pod}`;
  const actor = c.actors[key];
  if (!actor || !isRunning(find(c.pods.objects, key), container)) {
    const refused = `container not found (${JSON.stringify(container)})`;
    enqueue({ type: 'respond', params: { exchange, status: 200, body: { refused } } });
    return;
  }
  const stdin = typeof body === 'string' ? body : '';
  const order = { type: 'container.exec', kubelet: c.self, exchange, command, stdin };
  enqueue({ type: 'send', params: { to: `${actor.id}/${container}`, event: order } });
};

/** Asks the history for what a container printed. */
const readLogs = (c: Context, event: Stamped<KernelEvent>, enqueue: Enqueue): Context => {
  if (event.type !== 'http.request') return c;
  const { exchange } = event;
  const asked = logRequest(event.path);
  if (!asked) {
    enqueue({ type: 'respond', params: { exchange, status: 404, body: '404 page not found\n' } });
    return c;
  }
  const { pod, container, previous: _, ...options } = asked;
  const id = `logs ${exchange}`;
  enqueue({ type: 'logs', params: { id, actor: `pods/${pod}/${container}` } });
  const between = printedBetween(c.starts[pod]?.[container] ?? [0, 0], find(c.pods.objects, pod), asked);
  return { ...c, reading: { ...c.reading, [id]: { exchange, ...options, ...between } } };
};

const answerLogs = (c: Context, event: Stamped<LogContent>, enqueue: Enqueue): Context => {
  const { [event.id]: waiting, ...reading } = c.reading;
  if (!waiting) return c;
  const headers = { 'content-type': 'text/plain' };
  const body = logText(waiting, event);
  enqueue({ type: 'respond', params: { exchange: waiting.exchange, status: 200, headers, body } });
  return { ...c, reading };
};

/** The kubelet of one node: registers it, runs the Pods that are bound to it, hands out their logs. */
export const kubeletMachine = setup({
  types: { context: {} as Context, events: {} as Stamped<Event>, input: {} as Spawned<KubeletInput> },
  guards: {
    hasRegistered: ({ event }) =>
      event.type === 'http.response' && event.id === 'register' && [201, 409].includes(event.status),
  },
  actions: {
    ...effects,
    register: enqueueActions(({ context: c, event, enqueue }) => {
      const call = {
        method: 'POST',
        path: collection('', 'nodes'),
        body: nodeObject(c.node, c.hostIP, c.index, rfc3339(wallOf(event))),
      } as const;
      enqueue({ type: 'request', params: requestOf('register', c.token, call) });
    }),
    listPods: enqueueActions(({ context: c, enqueue }) => {
      for (const effect of startInformer(c.pods, c.token).effects) enqueue(effect);
    }),
    take: enqueueActions(({ context, event, enqueue: add }) => {
      const enqueue = add as unknown as Enqueue;
      let c = context;
      if (event.type === 'image.pulled') {
        if (!c.images.includes(event.image)) enqueue.assign({ images: [...c.images, event.image] });
        return;
      }
      if (event.type === 'log.begins') {
        enqueue.assign({ starts: started(c.starts, event.pod, event.container, event.at) });
        return;
      }
      if (event.type === 'due') {
        if (event.what === 'list') for (const effect of startInformer(c.pods, c.token).effects) enqueue(effect);
        return;
      }
      if (event.type === 'file.names') {
        for (const path of event.names) enqueue({ type: 'remove', params: { path } });
        return;
      }
      if (event.type === 'log.content') c = answerLogs(c, event, enqueue);
      else if (event.type === 'exec.done')
        enqueue({ type: 'respond', params: { exchange: event.exchange, status: 200, body: event.result } });
      else if (event.type === 'http.request') {
        const asked = event.method === 'POST' ? execRequest(event.path) : null;
        if (asked) runCommand(c, event, asked, enqueue);
        else c = readLogs(c, event, enqueue);
      } else {
        const step = informed(c.pods, c.token, event);
        if (step) {
          c = { ...c, pods: step.informer };
          for (const effect of step.effects) enqueue(effect);
          if (step.retryAfter !== undefined)
            enqueue.raise({ type: 'due', what: 'list' } as { type: string }, { id: 'list', delay: step.retryAfter });
          c = follow(c, step.seen, enqueue);
        } else if (event.type === 'actor.done') {
          const gone = Object.entries(c.actors).find(([, a]) => a.id === event.actor)?.[0];
          if (gone !== undefined) {
            const { [gone]: _, ...actors } = c.actors;
            c = { ...c, actors };
          }
        }
      }
      enqueue.assign(c);
    }),
  },
}).createMachine({
  id: 'kubelet',
  context: ({ input }) => ({
    ...input,
    hostIP: `192.168.0.${10 + input.index}`,
    pods: newInformer('pods', collection('', 'pods'), `fieldSelector=spec.nodeName%3D${input.node}`),
    actors: {},
    images: [],
    started: 0,
    reading: {},
    starts: {},
  }),
  entry: { type: 'listen', params: ({ context: c }) => ({ host: `${c.node}:10250`, authority: c.node }) },
  initial: 'registering',
  states: {
    registering: {
      entry: 'register',
      on: {
        'http.response': [{ guard: 'hasRegistered', target: 'running' }, { target: 'waiting' }],
        'http.failure': 'waiting',
      },
    },
    waiting: { after: { [REGISTER_RETRY]: 'registering' } },
    running: { entry: 'listPods', on: { '*': { actions: 'take' } } },
  },
});
