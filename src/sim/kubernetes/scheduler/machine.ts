import { enqueueActions, setup } from 'xstate';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import { entries, find } from '../../kernel/trie.ts';
import { type KubeObject, nameOf, namespaceOf } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import { type Told, tell } from '../client/events.ts';
import { type Informer, informed, newInformer, startInformer } from '../client/informer.ts';
import { podSpecOf } from '../pod/types.ts';
import { placement } from './placement.ts';

interface Context {
  readonly token: string;
  readonly pods: Informer;
  readonly nodes: Informer;
  /** Pods whose binding is under way, by key. */
  readonly binding: Readonly<Record<string, string>>;
  /** Pods placed so far, by node: the least loaded comes next. */
  readonly load: Readonly<Record<string, number>>;
  /** Pods that found no node, and the events that said so. */
  readonly told: Told;
  readonly unplaced: Readonly<Record<string, string>>;
  readonly next: number;
}

type Event = KernelEvent | { readonly type: 'due'; readonly what: 'pods' | 'nodes' };

const SOURCE = { component: 'default-scheduler' };

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: Partial<Context>): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
}

/** Bind what has no node yet; say why where none fits. */
const place = (context: Context, keys: readonly string[], wall: number, enqueue: Enqueue): Context => {
  let c = context;
  const say = (pod: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): void => {
    const { call, told } = tell(
      c.told,
      { kind: 'Pod', apiVersion: 'v1', object: pod },
      { type, reason, message },
      SOURCE,
      wall,
    );
    enqueue({ type: 'request', params: requestOf(`event ${c.next}`, c.token, call) });
    c = { ...c, told, next: c.next + 1 };
  };
  const nodes = entries(c.nodes.objects).map(([, node]) => node);
  for (const key of keys) {
    const pod = find(c.pods.objects, key);
    if (!pod || key in c.binding || podSpecOf(pod).nodeName || pod.metadata.deletionTimestamp) continue;
    const chosen = placement(podSpecOf(pod), nodes, c.load);
    if ('refusal' in chosen) {
      if (c.unplaced[key] === chosen.refusal) continue;
      say(pod, 'Warning', 'FailedScheduling', chosen.refusal);
      c = { ...c, unplaced: { ...c.unplaced, [key]: chosen.refusal } };
      continue;
    }
    const { node } = chosen;
    const body = {
      apiVersion: 'v1',
      kind: 'Binding',
      metadata: { name: nameOf(pod), namespace: namespaceOf(pod) },
      target: { apiVersion: 'v1', kind: 'Node', name: node },
    };
    const path = `${collection('', 'pods', namespaceOf(pod))}/${nameOf(pod)}/binding`;
    enqueue({ type: 'request', params: requestOf(`bind ${key}`, c.token, { method: 'POST', path, body }) });
    c = { ...c, binding: { ...c.binding, [key]: node }, load: { ...c.load, [node]: (c.load[node] ?? 0) + 1 } };
    say(pod, 'Normal', 'Scheduled', `Successfully assigned ${key} to ${node}`);
  }
  return c;
};

const bound = (context: Context, id: string): Context => {
  const { [id.slice('bind '.length)]: _, ...binding } = context.binding;
  return { ...context, binding };
};

/** The scheduler: gives every Pod without a node the least loaded node that suits it. */
export const schedulerMachine = setup({
  types: { context: {} as Context, events: {} as Stamped<Event>, input: {} as Spawned<{ token: string }> },
  actions: {
    ...effects,
    start: enqueueActions(({ context, enqueue }) => {
      for (const informer of [context.pods, context.nodes])
        for (const effect of startInformer(informer, context.token).effects) enqueue(effect);
    }),
    take: enqueueActions(({ context, event, enqueue: add }) => {
      const enqueue = add as unknown as Enqueue;
      if (event.type === 'due') {
        for (const effect of startInformer(context[event.what], context.token).effects) enqueue(effect);
        return;
      }
      let next = context;
      // A change of a Pod concerns that Pod; a change of a node, or the first list, all that have none yet.
      let keys: readonly string[] = [];
      for (const name of ['pods', 'nodes'] as const) {
        const step = informed(next[name], next.token, event);
        if (!step) continue;
        const first = next.pods.revision === '' || next.nodes.revision === '';
        next = { ...next, [name]: step.informer };
        keys =
          name === 'pods' && !first
            ? step.seen.map((c) => c.key)
            : step.seen.length > 0 || first
              ? entries(next.pods.objects).map(([key]) => key)
              : [];
        for (const effect of step.effects) enqueue(effect);
        if (step.retryAfter !== undefined)
          enqueue.raise({ type: 'due', what: name } as { type: string }, {
            id: `list ${name}`,
            delay: step.retryAfter,
          });
      }
      if ((event.type === 'http.response' || event.type === 'http.failure') && event.id.startsWith('bind '))
        next = bound(next, event.id);
      if (next.pods.revision !== '' && next.nodes.revision !== '') next = place(next, keys, event.wall, enqueue);
      enqueue.assign(next);
    }),
  },
}).createMachine({
  id: 'scheduler',
  context: ({ input }) => ({
    token: input.token,
    pods: newInformer('pods', collection('', 'pods'), 'fieldSelector=spec.nodeName%3D'),
    nodes: newInformer('nodes', collection('', 'nodes')),
    binding: {},
    load: {},
    told: {},
    unplaced: {},
    next: 0,
  }),
  entry: 'start',
  initial: 'scheduling',
  states: { scheduling: {} },
  on: { '*': { actions: 'take' } },
});
