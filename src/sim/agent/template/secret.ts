import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { ActorDone, RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import { callOf, type Operation, request, type VaultClient } from '../api/client.ts';
import { CLIENT_TIMEOUT, isOpen, patience, TEMPLATING_IDLE } from '../api/connection.ts';
import { outcomeOf } from '../api/outcome.ts';
import { retryWait as clientWait, DEFAULT_RETRIES, isRetried } from '../api/retry.ts';
import { type Drawn, type Draws, draw, drawsOf } from '../draws.ts';
import type { WatcherEnd, WatcherInput, WatcherRenewed } from '../lifetime/watcher.ts';
import { type Level, Logger } from '../log/hclog.ts';
import type { Dependency } from './dependency.ts';
import type { DependencyData, DependencyFailed, DependencyGaveUp, ServerError } from './events.ts';
import { type MountOfPath, mountOf } from './kv-path.ts';
import { leaseWait } from './lease-wait.ts';
import { certificateWait, pemParts } from './pki.ts';
import { type Retry, retryWait } from './retry.ts';
import { sameData } from './same-data.ts';
import { fetched, fetchOf, preflight, preflightOf } from './secret-fetch.ts';

/**
 * One dependency of templates on Vault (or Consul): fetches it, repeats what fails, renews its lease or reads it again.
 * Source: consul-template: watch/view.go, dependency/vault_read.go, vault_common.go.
 */

export interface SecretInput {
  readonly runner: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly token: string;
  readonly dependency: Dependency;
  readonly retry: Retry;
  /** Seconds between reads of a secret without a lease. */
  readonly staticInterval: number;
  readonly threshold: number;
  readonly draws: Draws;
}

interface Context extends SecretInput {
  readonly self: string;
  readonly drawn: Drawn;
  readonly mount: MountOfPath | null;
  readonly knowsMount: boolean;
  readonly secret: Readonly<Record<string, unknown>> | null;
  /** Fetches in a row that failed. */
  readonly retries: number;
  /** Retries of the HTTP client for the present call, and when the first attempt went out. */
  readonly attempt: number;
  readonly calledAt: number;
  /** When the connection to Vault was used last, and whether the present call opens one. */
  readonly usedAt: number | null;
  readonly dialing: boolean;
  /** The wait in progress (ms). */
  readonly wait: number;
  readonly leases: number;
  readonly verdict: 'renew' | 'wait' | 'retry' | 'give up';
}

type Event = Stamped<ResponseArrived | RequestFailed | ActorDone | WatcherRenewed>;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<SecretInput> },
  actions: { ...effects },
  delays: { wait: ({ context }) => Math.round(context.wait) },
});

type Change = { set?: Partial<Context>; out?: readonly Effect[] };
const act = (fn: (context: Context, event: Event) => Change) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const log = (c: Context): Logger => new Logger(c.level, 'agent');
const tell = (c: Context, event: DependencyData | DependencyFailed | DependencyGaveUp): Effect => ({
  type: 'send',
  params: { to: c.runner, event },
});

const operationOf = (c: Context): Operation => {
  const asks = preflight(c.dependency);
  if (asks !== 'never' && !c.knowsMount) return preflightOf(c.dependency, c.token);
  return fetchOf(c.dependency, c.mount, c.token);
};

const callTimeout = (c: Context, at: number): number => Math.max(1, CLIENT_TIMEOUT - (at - c.calledAt));

/** The clients of Consul and Nomad do not retry by themselves. */
const clientRetries = (c: Context): number =>
  c.dependency.kind === 'consul' || c.dependency.kind === 'nomad' ? 0 : DEFAULT_RETRIES;

const call = act((c, event) => {
  const { timeout, dialing } = patience(isOpen(c.usedAt, event.at, TEMPLATING_IDLE), callTimeout(c, event.at));
  return { set: { dialing }, out: [request(c.client, 'call', operationOf(c), timeout)] };
});

/** What an answer, or none, leaves of the connection. */
const connectionAfter = (event: Event): Pick<Context, 'usedAt'> => ({
  usedAt: event.type === 'http.response' ? event.at : null,
});

const startCall = act((_, event) => ({ set: { attempt: 0, calledAt: event.at } }));

const retryCall = act((c, event) => {
  const { u, drawn } = draw(c.draws, c.drawn, 'client', event.entropy);
  return { set: { ...connectionAfter(event), drawn, attempt: c.attempt + 1, wait: clientWait(c.attempt + 1, u) } };
});

const isRetriedByClient = ({ context, event }: { context: Context; event: Event }): boolean =>
  (event.type === 'http.response' || event.type === 'http.failure') &&
  context.attempt < clientRetries(context) &&
  isRetried(event, context.dialing);

const mountKnown = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const outcome = outcomeOf(callOf(c.client, operationOf(c), c.dialing), event);
  if (outcome.kind === 'answer')
    return { set: { ...connectionAfter(event), knowsMount: true, mount: mountOf(outcome.body) } };
  const silent = c.dependency.kind !== 'read' || (outcome.kind === 'api error' && outcome.status === 404);
  const { name, path } = c.dependency;
  const warning = `${name}: failed to check if ${path} is KVv2, assume not: ${outcome.text}`;
  return { set: { ...connectionAfter(event), knowsMount: true, mount: null }, out: silent ? [] : log(c).warn(warning) };
});

/** A fetch failed: print it, tell the runner, and decide whether there is another try. */
const failed = (c: Context, failure: ServerError): { set: Partial<Context>; out: Effect[] } => {
  const told: Effect[] = [tell(c, { type: 'dependency.failed', failure })];
  const wait = retryWait(c.retry, c.retries);
  if (wait !== null) {
    const pause = JSON.stringify(formatGoDuration(wait / 1000));
    const line = `(view) ${failure.text} (retry attempt ${c.retries + 1} after ${pause})`;
    return {
      set: {
        verdict: 'retry',
        wait,
        retries: c.retries + 1,
        knowsMount: c.knowsMount && preflight(c.dependency) === 'once',
      },
      out: [...log(c).warn(line), ...told],
    };
  }
  return {
    set: { verdict: 'give up' },
    out: [
      ...log(c).error(`(view) ${failure.text} (exceeded maximum retries)`),
      ...told,
      tell(c, { type: 'dependency.gaveUp', error: failure.text }),
    ],
  };
};

/** What the template sees: a secret's body, a list's names, a certificate's parts. */
const dataOf = (d: Dependency, secret: Readonly<Record<string, unknown>> | null): unknown => {
  if (d.kind === 'pki') return pemParts(secret);
  if (d.kind !== 'list') return secret;
  const keys = (secret?.data as { keys?: unknown } | null | undefined)?.keys;
  return Array.isArray(keys) ? keys.map(String).sort() : [];
};

/** What the answer to a fetch means: data and when to look again, or another try. */
const judge = (c: Context, event: Stamped<ResponseArrived | RequestFailed>): Change => {
  const result = fetched(c.dependency, c.mount, callOf(c.client, operationOf(c), c.dialing), event, event.wall);
  if (result.kind === 'failed') return failed(c, result.failure);
  const secret = result.kind === 'secret' ? result.secret : null;
  const warnings = Array.isArray(secret?.warnings) ? secret.warnings.map(String) : [];
  const warned = warnings.flatMap((w) => log(c).warn(`${c.dependency.name}: ${w}`));
  const data = dataOf(c.dependency, secret);
  const changed = c.secret === null || !sameData(data, dataOf(c.dependency, c.secret));
  const out = [
    ...warned,
    ...(changed ? [tell(c, { type: 'dependency.data', dependency: c.dependency.name, data })] : []),
  ];
  const base = { secret: secret ?? {}, retries: 0, knowsMount: preflight(c.dependency) === 'once' };
  if (c.dependency.kind === 'list') return { set: { ...base, verdict: 'wait', wait: c.staticInterval * 1000 }, out };
  if (secret?.renewable === true) return { set: { ...base, verdict: 'renew' }, out };
  if (c.dependency.kind === 'pki')
    return { set: { ...base, verdict: 'wait', wait: certificateWait(secret, c.threshold, event.wall) }, out };
  const { u, drawn } = draw(c.draws, c.drawn, 'interval', event.entropy);
  const next = leaseWait(secret ?? {}, c.staticInterval, c.threshold, event.wall, u);
  if ('error' in next) return failed({ ...c, drawn }, { status: null, text: next.error });
  const note = next.note === undefined ? [] : log(c).debug(next.note);
  return { set: { ...base, drawn, verdict: 'wait', wait: next.wait }, out: [...out, ...note] };
};

const answered = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const { set, out = [] } = judge(c, event);
  return { set: { ...connectionAfter(event), ...set }, out };
});

const startRenewal = act((c) => {
  const leases = c.leases + 1;
  const { lease_id: id, lease_duration: seconds } = c.secret ?? {};
  const input: WatcherInput = {
    client: c.client,
    token: c.token,
    lease: { id: String(id), seconds: typeof seconds === 'number' ? seconds : 0, renewable: true },
    owner: c.self,
    behaviour: 'errorOnErrors',
    retries: DEFAULT_RETRIES,
    draws: drawsOf(c.draws, `lease ${leases}`),
  };
  return {
    set: { leases },
    out: [{ type: 'spawn', params: { id: `${c.self}/lease ${leases}`, kind: 'agent/lifetime-watcher', input } }],
  };
});

const renewed = act((c, event) =>
  event.type === 'watcher.renewed'
    ? { out: event.warnings.flatMap((w) => log(c).warn(`${c.dependency.name}: ${w}`)) }
    : {},
);

const renewalEnded = act((c, event) => {
  const { error } = event.type === 'actor.done' ? (event.output as WatcherEnd) : {};
  const { name } = c.dependency;
  return {
    out: [
      ...(error === undefined ? [] : log(c).warn(`${name}: failed to renew: ${error}`)),
      ...log(c).warn(`${name}: renewer done (maybe the lease expired)`),
    ],
  };
});

/** The statechart of `agent/secret`. */
export const secret = s.createMachine({
  id: 'agent/secret',
  context: ({ input: { at, wall: _wall, entropy: _entropy, place: _place, ...input } }) => ({
    ...input,
    drawn: {},
    mount: null,
    knowsMount: false,
    secret: null,
    retries: 0,
    attempt: 0,
    calledAt: at,
    usedAt: null,
    dialing: false,
    wait: 0,
    leases: 0,
    verdict: 'wait',
  }),
  initial: 'starting',
  states: {
    // A goroutine of its own: the runner goes on first.
    starting: { after: { 0: 'due' } },
    due: {
      entry: startCall,
      always: [
        {
          guard: ({ context }) => preflight(context.dependency) !== 'never' && !context.knowsMount,
          target: 'askingForMount',
        },
        { target: 'fetching' },
      ],
    },
    askingForMount: {
      entry: call,
      on: {
        'http.response': [
          { guard: isRetriedByClient, target: 'repeatingMountCall', actions: retryCall },
          { target: 'readyToFetch', actions: mountKnown },
        ],
        'http.failure': [
          { guard: isRetriedByClient, target: 'repeatingMountCall', actions: retryCall },
          { target: 'readyToFetch', actions: mountKnown },
        ],
      },
    },
    repeatingMountCall: { after: { wait: 'askingForMount' } },
    readyToFetch: { entry: startCall, always: 'fetching' },
    fetching: {
      entry: call,
      on: {
        'http.response': [
          { guard: isRetriedByClient, target: 'repeatingCall', actions: retryCall },
          { target: 'deciding', actions: answered },
        ],
        'http.failure': [
          { guard: isRetriedByClient, target: 'repeatingCall', actions: retryCall },
          { target: 'deciding', actions: answered },
        ],
      },
    },
    repeatingCall: { after: { wait: 'fetching' } },
    deciding: {
      always: [
        { guard: ({ context }) => context.verdict === 'give up', target: 'gaveUp' },
        { guard: ({ context }) => context.verdict === 'retry', target: 'backingOff' },
        { guard: ({ context }) => context.verdict === 'renew', target: 'renewingLease' },
        { target: 'upToDate' },
      ],
    },
    upToDate: { after: { wait: 'due' } },
    backingOff: { after: { wait: 'due' } },
    renewingLease: {
      entry: startRenewal,
      on: {
        'watcher.renewed': { actions: renewed },
        'actor.done': { target: 'due', actions: renewalEnded },
      },
    },
    gaveUp: {},
  },
});
