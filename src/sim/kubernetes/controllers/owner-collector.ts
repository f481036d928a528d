import { enqueueActions, setup } from 'xstate';
import { type Effect, effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import { entries } from '../../kernel/trie.ts';
import { type KubeObject, nameOf, namespaceOf } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import { type Informer, informed, newInformer, type Seen, startInformer } from '../client/informer.ts';
import { KINDS } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';

/**
 * The garbage collector's part for custom resources and for Secrets: what names an owner that is gone, and no other that
 * is there, is deleted. It begins with the cluster's first CustomResourceDefinition; a cluster without one has nothing for
 * it to do. Source: kubernetes: pkg/controller/garbagecollector.
 */
export interface OwnerCollectorInput {
  readonly token: string;
}

interface Context extends OwnerCollectorInput {
  readonly self: string;
  readonly informers: Readonly<Record<string, Informer>>;
  readonly deleted: number;
}

type Event = Stamped<KernelEvent | { readonly type: 'relist'; readonly informer: string }>;

const DEFINITIONS = 'customresourcedefinitions';
/** Built-in kinds that own Secrets or custom resources. */
const OWNERS = ['pods', 'replicasets', 'statefulsets', 'daemonsets', 'jobs'];

const kindCalled = (plural: string): Kind | undefined => KINDS.find((kind) => kind.plural === plural);
const isDependent = (plural: string): boolean => plural === 'secrets' || kindCalled(plural)?.custom === true;

const pathOf = (plural: string, namespace = ''): string => {
  const kind = kindCalled(plural);
  const path = collection(kind?.group ?? '', plural, namespace);
  return kind?.version === undefined
    ? path
    : path.replace('/v1/', `/${kind.version}/`).replace(/\/v1$/, `/${kind.version}`);
};

const initial = (): Record<string, Informer> =>
  Object.fromEntries(
    [DEFINITIONS, 'secrets', ...OWNERS].map((plural) => [plural, newInformer(plural, pathOf(plural))]),
  );

/** Dependents of owners that are gone now. */
const orphans = (c: Context, gone: readonly string[]): { plural: string; object: KubeObject }[] => {
  const all = Object.entries(c.informers).map(([plural, { objects }]) => ({
    plural,
    list: entries(objects).map(([, o]) => o),
  }));
  const there = new Set(all.flatMap(({ list }) => list.map(({ metadata }) => metadata.uid)));
  return all
    .filter(({ plural }) => isDependent(plural))
    .flatMap(({ plural, list }) =>
      list
        .filter(({ metadata }) => {
          const owners = metadata.ownerReferences ?? [];
          return owners.some(({ uid }) => gone.includes(uid)) && !owners.some(({ uid }) => there.has(uid));
        })
        .map((object) => ({ plural, object })),
    );
};

const follow = (c: Context, seen: readonly Seen[]): { context: Context; out: Effect[] } => {
  const out: Effect[] = [];
  let context = c;
  for (const { informer, object } of seen) {
    const plural = informer === DEFINITIONS && object ? nameOf(object).split('.')[0] : undefined;
    if (plural === undefined || plural in context.informers || !kindCalled(plural)?.custom) continue;
    const added = newInformer(plural, pathOf(plural));
    context = { ...context, informers: { ...context.informers, [plural]: added } };
    out.push(...startInformer(added, c.token).effects);
  }
  const gone = seen.flatMap(({ object, before }) =>
    object === null && before?.metadata.uid ? [before.metadata.uid] : [],
  );
  for (const { plural, object } of gone.length > 0 ? orphans(context, gone) : []) {
    const path = `${pathOf(plural, namespaceOf(object))}/${nameOf(object)}`;
    const body = { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { uid: object.metadata.uid } };
    out.push({
      type: 'request',
      params: requestOf(`delete ${context.deleted}`, c.token, { method: 'DELETE', path, body }),
    });
    context = { ...context, deleted: context.deleted + 1 };
  }
  return { context, out };
};

/** The statechart of `kubernetes/owner-collector`. */
export const ownerCollectorMachine = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<OwnerCollectorInput> },
  actions: {
    ...effects,
    begin: enqueueActions(({ context: c, enqueue }) => {
      for (const informer of Object.values(c.informers))
        for (const effect of startInformer(informer, c.token).effects) enqueue(effect);
    }),
    take: enqueueActions(({ context: c, event, enqueue }) => {
      if (event.type === 'relist') {
        const informer = c.informers[event.informer];
        for (const effect of informer ? startInformer(informer, c.token).effects : []) enqueue(effect);
        return;
      }
      for (const informer of Object.values(c.informers)) {
        const step = informed(informer, c.token, event);
        if (!step) continue;
        const informers = { ...c.informers, [informer.name]: step.informer };
        const { context, out } = follow({ ...c, informers }, step.seen);
        enqueue.assign(context);
        for (const effect of [...step.effects, ...out]) enqueue(effect);
        if (step.retryAfter !== undefined) {
          const again = { type: 'relist', informer: informer.name } as { type: string };
          enqueue({ type: 'send', params: { to: c.self, event: again, delay: step.retryAfter } });
        }
        return;
      }
    }),
  },
}).createMachine({
  id: 'kubernetes/owner-collector',
  context: ({ input }) => ({ self: input.self, token: input.token, informers: initial(), deleted: 0 }),
  initial: 'watching',
  states: { watching: { entry: 'begin', on: { '*': { actions: 'take' } } } },
});
