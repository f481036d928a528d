import { setup } from 'xstate';
import { secretOf } from '../../agent/api/outcome.ts';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { Spawned } from '../../kernel/events.ts';
import { type KubeObject, namespaceOf, part } from '../../kubernetes/api/object.ts';
import { collection, requestOf } from '../../kubernetes/client/client.ts';
import type { Note } from '../../kubernetes/client/events.ts';
import { actsOf } from '../act.ts';
import { goDuration } from '../go-duration.ts';
import { line } from '../in-cluster.ts';
import { callVault } from '../vault-call.ts';
import { type Condition, synced } from './conditions.ts';
import type { DestinationOutput } from './destination.ts';
import { dataIn, destinationOf } from './destination-secret.ts';
import { backoff, horizonWithJitter, luck, ON_ERROR } from './horizon.ts';
import { comparesMacs, kvRead, staticHorizon } from './kv-request.ts';
import {
  beginning,
  dropFinalizer,
  type InUse,
  isForbidden,
  outcomeIn,
  type ResourceContext,
  type ResourceEvent,
  type ResourceInput,
  record,
  taintClient,
  wantClient,
} from './resource.ts';
import type { RestartOutput } from './rollout-restart.ts';
import { macOf, type SecretData, secretData } from './secret-data.ts';
import {
  afterRestart,
  objectAfterStatus,
  reportStatus,
  restartWorkloads,
  specOf,
  statusOf,
  targetsOf,
  writeDestination,
} from './secret-steps.ts';

/**
 * A VaultStaticSecret: reads a KV secret again and again and keeps a Kubernetes Secret equal to it, also against those who
 * change the Secret behind its back. Source: vault-secrets-operator 1.4.1: controllers/vaultstaticsecret_controller.go,
 * helpers/hmac.go.
 */
interface Context extends ResourceContext {
  readonly use: InUse | null;
  /** The destination Secret as it was found. */
  readonly found: KubeObject | null;
  readonly data: SecretData;
  readonly mac: string;
  readonly conditions: readonly Condition[];
  readonly healthy: boolean;
  /** Errors of Vault in a row. */
  readonly failures: number;
}

const PLURAL = 'vaultstaticsecrets';
const FINALIZER = 'vaultstaticsecret.secrets.hashicorp.com/finalizer';

const operationOf = (c: Context) => kvRead(specOf(c), c.use?.token ?? '');
const lastMac = (c: Context): string => String(statusOf(c).secretMAC ?? '');

/** Whether the Secret is written: always, unless it is known to be as Vault has it and the resource is as it was. */
const mustSync = (c: Context): boolean => {
  if (!comparesMacs(specOf(c)) || statusOf(c).lastGeneration !== c.object.metadata.generation) return true;
  const equal = lastMac(c) === c.mac && c.found !== null && macOf(dataIn(c.found), c.hmacKey) === c.mac;
  return !equal;
};

const s = setup({
  types: { context: {} as Context, events: {} as ResourceEvent, input: {} as Spawned<ResourceInput> },
  guards: {
    destinationIsMissing: ({ context: c }) => !destinationOf(c.object).create && c.found === null,
    failed: ({ context }) => !context.healthy,
    mustSync: ({ context }) => mustSync(context),
    mustRestart: ({ context: c }) => comparesMacs(specOf(c)) && lastMac(c) !== '' && targetsOf(c).length > 0,
    wasWritten: ({ event }) => event.type === 'actor.done' && (event.output as DestinationOutput).error === '',
    isStale: ({ context }) => context.stale,
    isDeleted: ({ event }) =>
      event.type === 'resource.changed' && event.object.metadata.deletionTimestamp !== undefined,
    isNever: ({ context }) => context.horizon === 0,
  },
  delays: { horizon: ({ context }) => context.horizon },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const begin = act((c) => ({ set: { stale: false, conditions: [], healthy: true, found: null }, out: [wantClient(c)] }));

/** Note an error: its event, the condition, when it is tried again. */
const failWith = (
  c: Context,
  event: ResourceEvent,
  note: { readonly reason: string; readonly message: string } | null,
  error: string,
  horizon: number,
): { set: Partial<Context>; out: readonly Effect[] } => {
  const told = record(c, PLURAL, note ? [{ type: 'Warning', ...note }] : [], event.wall);
  const message = `Failed to sync the secret, horizon=${goDuration(horizon)}, err=${error}`;
  return {
    set: { ...told.set, horizon, healthy: false, conditions: [synced('False', message)] },
    out: told.out,
  };
};
const soon = (event: ResourceEvent): number => horizonWithJitter(ON_ERROR, luck(event.entropy));

const noClient = act((c, event) => {
  if (event.type !== 'client.failed') return {};
  const note = { reason: 'VaultClientConfigError', message: `Failed to get Vault auth login: ${event.error}` };
  return failWith(c, event, note, event.error, soon(event));
});
const useClient = act((_, event) =>
  event.type === 'client.ready'
    ? { set: { use: { client: event.client, token: event.vaultToken, id: event.id, key: event.key } } }
    : {},
);

const findDestination = act((c) => {
  const path = `${collection('', 'secrets', namespaceOf(c.object))}/${destinationOf(c.object).name}`;
  return { out: [{ type: 'request', params: requestOf('destination', c.token, { method: 'GET', path }) }] };
});
const takeDestination = act((_, event) =>
  event.type === 'http.response' && event.status === 200 ? { set: { found: event.body as KubeObject } } : {},
);
const noDestination = act(() => ({
  set: { horizon: ON_ERROR },
  out: [line('Destination secret does not exist, either create it or set .spec.destination.create=true')],
}));

const check = act((c, event) => {
  const horizon = staticHorizon(specOf(c), event.entropy + 1);
  if (typeof horizon !== 'number') {
    const note = { reason: 'VaultStaticSecretError', message: `Field validation failed, err=${horizon.error}` };
    return failWith(c, event, note, horizon.error, soon(event));
  }
  const operation = operationOf(c);
  if ('error' in operation)
    return failWith(
      c,
      event,
      { reason: 'VaultStaticSecretError', message: operation.error },
      operation.error,
      soon(event),
    );
  return { set: { horizon } };
});
const read = act((c) => {
  const operation = operationOf(c);
  return { out: 'error' in operation || !c.use ? [] : [callVault(c.self, 'read', c.use.client, operation)] };
});

const take = act((c, event) => {
  const outcome = outcomeIn(event);
  if (!outcome) return {};
  const secret = secretOf(outcome);
  const operation = operationOf(c);
  const path = 'error' in operation ? '' : operation.path.replace(/\?.*$/, '');
  if (secret === null || 'kind' in secret) {
    const text = secret === null ? `empty response from Vault, path=${JSON.stringify(path)}` : String(secret.text);
    const wait = backoff(c.failures, luck(event.entropy));
    const note = { reason: 'VaultClientError', message: `Failed to read Vault secret: ${text}` };
    const failure = failWith(c, event, note, text, wait);
    const taint = isForbidden(outcome) && c.use ? [taintClient(c, c.use.key)] : [];
    return { set: { ...failure.set, failures: c.failures + 1 }, out: [...failure.out, ...taint] };
  }
  const whole = part(secret, 'data');
  const fields = specOf(c).type === 'kv-v2' ? part(whole, 'data') : whole;
  const made = secretData(fields, whole, destinationOf(c.object).transformation);
  if ('error' in made) {
    const note = { reason: 'SecretDataBuilderError', message: `Failed to build K8s secret data: ${made.error}` };
    const failure = failWith(c, event, note, made.error, soon(event));
    return { set: { ...failure.set, failures: 0 }, out: failure.out };
  }
  return { set: { data: made.data, mac: macOf(made.data, c.hmacKey), failures: 0 } };
});

const write = act((c) => ({ out: [writeDestination(c, PLURAL, c.data)] }));
const written = act((c, event) => {
  const note: Note = { type: 'Normal', reason: 'SecretSynced', message: 'Secret synced' };
  const told = record(c, PLURAL, [note], event.wall);
  const condition = synced('True', `Secret synced, horizon=${goDuration(c.horizon)}`);
  return { set: { ...told.set, conditions: [condition] }, out: told.out };
});
/** The status is left as it was. */
const notWritten = act((c, event) => {
  if (event.type !== 'actor.done') return {};
  const { error } = event.output as DestinationOutput;
  const note: Note = { type: 'Warning', reason: 'SecretSyncError', message: `Failed to update k8s secret: ${error}` };
  const told = record(c, PLURAL, [note], event.wall);
  return { set: { ...told.set, horizon: soon(event) }, out: told.out };
});

const restart = act((c) => ({ out: [restartWorkloads(c)] }));
const restarted = act((c, event) => {
  if (event.type !== 'actor.done') return {};
  const { set, out, condition } = afterRestart(c, PLURAL, event.output as RestartOutput, event.wall);
  return { set: { ...set, conditions: [...c.conditions, condition] }, out };
});

const report = act((c, event) => {
  const told = { conditions: c.conditions, healthy: c.healthy, wall: event.wall };
  const more = c.healthy && comparesMacs(specOf(c)) ? { secretMAC: c.mac } : {};
  return { out: [reportStatus(c, PLURAL, FINALIZER, told, more)] };
});

const change = act((_, event) =>
  event.type === 'resource.changed' || event.type === 'resource.refreshed'
    ? { set: { object: event.object, ...(event.type === 'resource.changed' && { stale: true }) } }
    : { set: { stale: true } },
);
const takeStatus = act((c, event) =>
  event.type === 'actor.done' ? { set: { object: objectAfterStatus(c, event.output) } } : {},
);
const release = act((c) => ({ out: [dropFinalizer(c, PLURAL, FINALIZER)] }));
const again = { guard: 'isStale', target: 'gettingClient' } as const;

/** The statechart of `vault-secrets-operator/static-secret`. */
export const staticSecretMachine = s.createMachine({
  id: 'vault-secrets-operator/static-secret',
  context: ({ input }) => ({
    ...beginning(input),
    use: null,
    found: null,
    data: {},
    mac: '',
    conditions: [],
    healthy: true,
    failures: 0,
  }),
  on: {
    'resource.changed': [{ guard: 'isDeleted', target: '.deleting', actions: change }, { actions: change }],
    'resource.refreshed': { actions: change },
    resync: { actions: change },
  },
  initial: 'gettingClient',
  states: {
    gettingClient: {
      entry: begin,
      on: {
        'client.ready': { target: 'findingDestination', actions: useClient },
        'client.failed': { target: 'writingStatus', actions: noClient },
        // The client that was asked is gone.
        resync: { target: 'gettingClient', reenter: true },
      },
    },
    findingDestination: {
      entry: findDestination,
      on: {
        'http.response': [
          { guard: ({ event }) => event.id !== 'destination' },
          { target: 'checkingSpec', actions: takeDestination },
        ],
        'http.failure': { guard: ({ event }) => event.id === 'destination', target: 'checkingSpec' },
      },
    },
    checkingSpec: {
      always: [
        { guard: 'destinationIsMissing', target: 'waiting', actions: noDestination },
        { target: 'specChecked', actions: check },
      ],
    },
    specChecked: { always: [{ guard: 'failed', target: 'writingStatus' }, { target: 'readingSecret' }] },
    readingSecret: { entry: read, on: { 'actor.done': { target: 'comparing', actions: take } } },
    comparing: {
      always: [
        { guard: 'failed', target: 'writingStatus' },
        { guard: 'mustSync', target: 'writingSecret' },
        { target: 'writingStatus' },
      ],
    },
    writingSecret: {
      entry: write,
      on: {
        'actor.done': [
          { guard: 'wasWritten', target: 'secretWritten', actions: written },
          { target: 'waiting', actions: notWritten },
        ],
      },
    },
    secretWritten: { always: [{ guard: 'mustRestart', target: 'restartingWorkloads' }, { target: 'writingStatus' }] },
    restartingWorkloads: { entry: restart, on: { 'actor.done': { target: 'writingStatus', actions: restarted } } },
    writingStatus: { entry: report, on: { 'actor.done': { target: 'statusWritten', actions: takeStatus } } },
    statusWritten: { always: [again, { guard: 'isNever', target: 'resting' }, { target: 'waiting' }] },
    waiting: { always: again, after: { horizon: 'gettingClient' } },
    // Nothing is to be repeated: neither refreshAfter nor hmacSecretData asks for it.
    resting: { always: again },
    deleting: { entry: release, on: { 'resource.changed': {} } },
  },
});
