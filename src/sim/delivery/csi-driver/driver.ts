import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { FileContent, FileNames, KernelEvent, Spawned, Stamped } from '../../kernel/events.ts';
import { collection } from '../../kubernetes/client/client.ts';
import { type Informer, informed, newInformer, startInformer } from '../../kubernetes/client/informer.ts';
import { driverHost, PUBLISH, type PublishRequest, UNPUBLISH } from '../../kubernetes/kubelet/csi.ts';
import type { Launch } from '../../kubernetes/kubelet/programs.ts';
import { actsOf } from '../act.ts';
import { parseGoDuration } from '../go-duration.ts';
import { flag, line, readAccountToken } from '../in-cluster.ts';
import { DRIVER, GROUP, NODE_LABEL } from './names.ts';
import type { Published } from './publish.ts';

/**
 * The Secrets Store CSI driver of one node: answers the kubelet's calls, each by a `secrets-store/publish`, and keeps a
 * `secrets-store/sync` for each mounted class whose objects are to become Secrets.
 * Source: secrets-store-csi-driver 1.6: cmd/secrets-store-csi-driver/main.go, pkg/secrets-store, controllers.
 */

interface Volume {
  /** Virtual time at which its files changed last. */
  readonly changedAt: number;
}

interface Context {
  readonly self: string;
  readonly launch: Launch;
  readonly token: string;
  readonly rotation: boolean;
  /** Milliseconds in which a volume is not looked at again after it changed. */
  readonly interval: number;
  /** Mounted volumes by their directory. */
  readonly volumes: Readonly<Record<string, Volume>>;
  readonly statuses: Informer;
  /** Actors of mounted classes, by the key of their status. */
  readonly syncs: Readonly<Record<string, string>>;
  readonly calls: number;
}

type Event = Stamped<KernelEvent | FileContent | FileNames | { readonly type: 'relist' | 'signal' }>;

/** `--rotation-poll-interval` when it is not given. */
const POLL_INTERVAL = 120_000;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<Launch>,
    output: {} as { exitCode: number },
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const settingsOf = (launch: Launch): Pick<Context, 'rotation' | 'interval'> => {
  const given = parseGoDuration(flag(launch, 'rotation-poll-interval') ?? '');
  return {
    rotation: flag(launch, 'enable-secret-rotation') === 'true',
    interval: typeof given === 'number' ? given : POLL_INTERVAL,
  };
};

const takeToken = act((_, event) => (event.type === 'file.content' ? { set: { token: event.text ?? '' } } : {}));

const begin = act((c) => ({
  out: [
    { type: 'listen', params: { host: driverHost(DRIVER, c.launch.node) } },
    line(`"Listening for connections" address="/csi/csi.sock"`),
    ...startInformer(c.statuses, c.token).effects,
  ],
}));

const answered = (exchange: number, body: object): Effect => ({
  type: 'respond',
  params: { exchange, status: 200, body },
});

/** Every call that mounts a volume of a Pod on this node; the kubelet repeats it where rotation is on. */
const publish = (c: Context, exchange: number, request: PublishRequest, at: number) => {
  const volume = c.volumes[request.target_path];
  const again = { requiresRepublish: c.rotation };
  // The age is that of the directory: content that stays the same leaves it, so after one interval each call counts.
  const rests = volume !== undefined && (!c.rotation || at < volume.changedAt + c.interval);
  if (rests) return { out: [answered(exchange, again)] };
  const id = `${c.self}/publish ${c.calls}`;
  const input = { exchange, request, token: c.token, node: c.launch.node, remount: volume !== undefined };
  return {
    set: { calls: c.calls + 1 },
    out: [{ type: 'spawn', params: { id, kind: 'secrets-store/publish', input } }] satisfies Effect[],
  };
};

const serve = act((c, event) => {
  if (event.type !== 'http.request') return {};
  const request = event.body as PublishRequest;
  if (event.path === PUBLISH) return publish(c, event.exchange, request, event.at);
  if (event.path !== UNPUBLISH)
    return { out: [{ type: 'respond', params: { exchange: event.exchange, status: 404 } }] };
  const { [request.target_path]: _, ...volumes } = c.volumes;
  return {
    set: { volumes },
    out: [
      { type: 'list', params: { id: 'unmount', prefix: `${request.target_path}/` } },
      answered(event.exchange, {}),
      line(`"node unpublish volume complete" targetPath="${request.target_path}"`),
    ],
  };
});

const clear = act((_, event) => ({
  out: event.type === 'file.names' ? event.names.map((path): Effect => ({ type: 'remove', params: { path } })) : [],
}));

const hear = act((c, event) => {
  if (event.type !== 'actor.done') return {};
  const done = event.output as Published | null;
  if (done === null || typeof done !== 'object' || !('target' in done)) return {};
  const before = c.volumes[done.target];
  const changedAt = done.changed || !before ? event.at : before.changedAt;
  return {
    ...(done.mounted && { set: { volumes: { ...c.volumes, [done.target]: { changedAt } } } }),
    out: [answered(done.exchange, done.error ?? { requiresRepublish: c.rotation })],
  };
});

/** Follow the statuses of this node: one actor for each. */
const follow = act((c, event) => {
  if (event.type === 'relist') return { out: startInformer(c.statuses, c.token).effects };
  const step = informed(c.statuses, c.token, event as Stamped<KernelEvent>);
  if (!step) return {};
  const out: Effect[] = [...step.effects];
  let { syncs } = c;
  if (step.retryAfter !== undefined)
    out.push({ type: 'send', params: { to: c.self, event: { type: 'relist' }, delay: step.retryAfter } });
  for (const { key, object } of step.seen) {
    const id = syncs[key];
    if (!object) {
      const { [key]: _, ...rest } = syncs;
      syncs = rest;
      if (id !== undefined) out.push({ type: 'stop', params: { id } });
    } else if (id !== undefined)
      out.push({ type: 'send', params: { to: id, event: { type: 'status.changed', object } as { type: string } } });
    else {
      const started = `${c.self}/sync/${key}`;
      syncs = { ...syncs, [key]: started };
      const input = { token: c.token, object };
      out.push({ type: 'spawn', params: { id: started, kind: 'secrets-store/sync', input } });
    }
  }
  return { set: { statuses: step.informer, syncs }, out };
});

/** The statechart of `secrets-store/driver`. */
export const driverMachine = s.createMachine({
  id: 'secrets-store/driver',
  context: ({ input }) => ({
    self: input.self,
    launch: input,
    token: '',
    ...settingsOf(input),
    volumes: {},
    statuses: newInformer(
      'statuses',
      collection(GROUP, 'secretproviderclasspodstatuses'),
      `labelSelector=${encodeURIComponent(`${NODE_LABEL}=${input.node}`)}`,
    ),
    syncs: {},
    calls: 0,
  }),
  initial: 'startingUp',
  states: {
    startingUp: {
      entry: s.enqueueActions(({ context, enqueue }) => enqueue(readAccountToken(context.launch))),
      on: { 'file.content': { target: 'serving', actions: takeToken } },
    },
    serving: {
      entry: begin,
      on: {
        'http.request': { actions: serve },
        'file.names': { actions: clear },
        'actor.done': { actions: hear },
        'http.response': { actions: follow },
        'http.failure': { actions: follow },
        'http.chunk': { actions: follow },
        relist: { actions: follow },
        signal: 'stopped',
      },
    },
    stopped: { type: 'final' },
  },
  output: () => ({ exitCode: 0 }),
});
