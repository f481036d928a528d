import { setup } from 'xstate';
import type { Operation } from '../../agent/api/client.ts';
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
import { destinationOf } from './destination-secret.ts';
import { backoff, horizonWithJitter, luck, ON_ERROR } from './horizon.ts';
import { credentialsRequest, type Lease, leaseHorizon, leaseIn, truncation } from './lease.ts';
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
import { type SecretData, secretData } from './secret-data.ts';
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
 * A VaultDynamicSecret: gets leased credentials, renews their lease at `renewalPercent` of its life, and gets new ones when
 * the lease cannot be renewed as it was. When the resource goes, its lease is revoked, whatever `spec.revoke` says: the
 * controller of 1.4.1 does not look at that field.
 * Source: vault-secrets-operator 1.4.1: controllers/vaultdynamicsecret_controller.go. Credentials of static roles
 * (`allowStaticCreds`) are not modelled.
 */
interface Context extends ResourceContext {
  readonly use: InUse | null;
  readonly found: KubeObject | null;
  readonly data: SecretData;
  readonly lease: Lease | null;
  /** Why new credentials are got; `''`: the lease is only renewed. */
  readonly reason: string;
  /** Something else asked for new credentials. */
  readonly forced: boolean;
  readonly conditions: readonly Condition[];
  readonly healthy: boolean;
  readonly failures: number;
  /** What went wrong in getting or writing credentials. */
  readonly error: string;
}

const PLURAL = 'vaultdynamicsecrets';
const FINALIZER = 'vaultdynamicsecret.secrets.hashicorp.com/finalizer';

const lastGeneration = (c: Context): number => Number(statusOf(c).lastGeneration ?? 0);
const leaseOf = (c: Context): Partial<Lease> => part(statusOf(c), 'secretLease') as Partial<Lease>;
const s = setup({
  types: { context: {} as Context, events: {} as ResourceEvent, input: {} as Spawned<ResourceInput> },
  guards: {
    destinationIsMissing: ({ context: c }) => !destinationOf(c.object).create && c.found === null,
    onlyRenews: ({ context: c }) => c.reason === '' && leaseOf(c).renewable === true && Boolean(leaseOf(c).id),
    failed: ({ context }) => context.error !== '',
    mustRestart: ({ context }) => targetsOf(context).length > 0,
    wasWritten: ({ event }) => event.type === 'actor.done' && (event.output as DestinationOutput).error === '',
    isStale: ({ context }) => context.stale,
    isDeleted: ({ event }) =>
      event.type === 'resource.changed' && event.object.metadata.deletionTimestamp !== undefined,
    isNever: ({ context }) => context.horizon === 0,
    isRevoked: ({ context: c, event }) => event.type === 'actor.done' && event.actor === `${c.self}/revoke`,
  },
  delays: { horizon: ({ context }) => context.horizon },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const begin = act((c) => {
  const path = `${collection('', 'secrets', namespaceOf(c.object))}/${destinationOf(c.object).name}`;
  return {
    set: { stale: false, conditions: [], healthy: true, found: null, error: '', reason: '' },
    out: [{ type: 'request', params: requestOf('destination', c.token, { method: 'GET', path }) }],
  };
});
const takeDestination = act((_, event) =>
  event.type === 'http.response' && event.status === 200 ? { set: { found: event.body as KubeObject } } : {},
);
const noDestination = act(() => ({
  set: { horizon: ON_ERROR },
  out: [line('Destination secret does not exist, either create it or set .spec.destination.create=true')],
}));

const askForClient = act((c) => ({ out: [wantClient(c)] }));
const noClient = act((c, event) => {
  if (event.type !== 'client.failed') return {};
  const note: Note = {
    type: 'Warning',
    reason: 'VaultClientConfigError',
    message: `Failed to get Vault client: ${event.error}`,
  };
  const told = record(c, PLURAL, [note], event.wall);
  return { set: { ...told.set, horizon: horizonWithJitter(ON_ERROR, luck(event.entropy)) }, out: told.out };
});

const reasonFor = (c: Context, use: InUse): string => {
  const last = String(part(statusOf(c), 'vaultClientMeta').id ?? '');
  const lastKey = String(part(statusOf(c), 'vaultClientMeta').cacheKey ?? '');
  if (lastGeneration(c) === 0) return 'InitialSync';
  if (c.forced) return 'ForceSync';
  if (c.object.metadata.generation !== lastGeneration(c)) return 'ResourceUpdated';
  if (destinationOf(c.object).create && c.found === null) return 'InexistentDestination';
  if (lastKey !== '' && lastKey !== use.key) return 'VaultClientConfigChanged';
  return last !== '' && last !== use.id ? 'VaultTokenRotated' : '';
};
const useClient = act((c, event) => {
  if (event.type !== 'client.ready') return {};
  const use: InUse = { client: event.client, token: event.vaultToken, id: event.id, key: event.key };
  return { set: { use, reason: reasonFor(c, use) } };
});

const call = (c: Context, name: string, operation: Operation): Effect[] =>
  c.use ? [callVault(c.self, name, c.use.client, { ...operation, token: c.use.token })] : [];

const renew = act((c) => {
  const { id, duration } = leaseOf(c);
  const body = { lease_id: id, increment: duration };
  return { out: call(c, 'renew', { method: 'PUT', path: 'sys/leases/renew', body }) };
});

const takeRenewal = act((c, event) => {
  const outcome = outcomeIn(event);
  if (!outcome) return {};
  const granted = outcome.kind === 'answer' ? leaseIn(outcome.body as Record<string, unknown>) : null;
  const error = outcome.kind === 'answer' ? truncation(leaseOf(c).duration ?? 0, granted?.duration ?? 0) : outcome.text;
  const { id = '', duration = 0 } = leaseOf(c);
  if (error === '' && granted) {
    const horizon = leaseHorizon(specOf(c), granted.duration, event.entropy);
    const message = `Renewed lease, lease_id=${id}, horizon=${goDuration(horizon)}`;
    const told = record(c, PLURAL, [{ type: 'Normal', reason: 'SecretLeaseRenewal', message }], event.wall);
    const condition: Condition = {
      type: 'LeaseRenewal',
      status: 'True',
      reason: 'SecretLeaseRenewal',
      message: 'Successfully renewed lease',
    };
    return { set: { ...told.set, lease: granted, horizon, conditions: [condition] }, out: told.out };
  }
  // A lease that is gone needs no event: new credentials are on their way.
  const notes: Note[] = granted
    ? [
        {
          type: 'Normal',
          reason: 'SecretLeaseRenewal',
          message: `Lease renewal duration was truncated from ${duration}s to ${granted.duration}s, requesting new credentials`,
        },
      ]
    : error.includes('lease not found')
      ? []
      : [
          {
            type: 'Warning',
            reason: 'SecretLeaseRenewalError',
            message: `Could not renew lease, lease_id=${id}, err=${error}`,
          },
        ];
  const told = record(c, PLURAL, notes, event.wall);
  const condition: Condition = {
    type: 'LeaseRenewal',
    status: 'False',
    reason: 'SecretLeaseRenewalError',
    message: `Could not renew lease, err=${error}`,
  };
  return {
    set: { ...told.set, reason: 'SecretLeaseRenewalError', conditions: [condition] },
    out: told.out,
  };
});

const fail = (c: Context, event: ResourceEvent, error: string): { set: Partial<Context>; out: readonly Effect[] } => {
  const horizon = backoff(c.failures, luck(event.entropy));
  const message = `Failed to sync the secret, horizon=${goDuration(horizon)}, err=${error}`;
  const told = record(c, PLURAL, [{ type: 'Warning', reason: 'SecretSyncError', message }], event.wall);
  return {
    set: {
      ...told.set,
      error,
      forced: true,
      failures: c.failures + 1,
      healthy: false,
      horizon,
      conditions: [...c.conditions, synced('False', message)],
    },
    out: told.out,
  };
};

const requestCredentials = act((c, event) => {
  const operation = credentialsRequest(specOf(c));
  return 'error' in operation ? fail(c, event, operation.error) : { set: {}, out: call(c, 'credentials', operation) };
});
const takeCredentials = act((c, event) => {
  const outcome = outcomeIn(event);
  if (!outcome) return {};
  const secret = secretOf(outcome);
  if (secret === null || 'kind' in secret) {
    const operation = credentialsRequest(specOf(c));
    const path = 'error' in operation ? '' : operation.path;
    const text = secret === null ? `empty response from Vault, path=${JSON.stringify(path)}` : String(secret.text);
    const failure = fail(c, event, text);
    const taint = isForbidden(outcome) && c.use ? [taintClient(c, c.use.key)] : [];
    return { set: failure.set, out: [...failure.out, ...taint] };
  }
  const fields = part(secret, 'data');
  const made = secretData(fields, fields, destinationOf(c.object).transformation);
  return 'error' in made ? fail(c, event, made.error) : { set: { data: made.data, lease: leaseIn(secret) } };
});

const write = act((c) => ({ out: [writeDestination(c, PLURAL, c.data)] }));
const notWritten = act((c, event) =>
  event.type === 'actor.done' ? fail(c, event, (event.output as DestinationOutput).error) : {},
);

const written = act((c, event) => {
  const horizon = leaseHorizon(specOf(c), c.lease?.duration ?? 0, event.entropy);
  const message = `Secret synced, lease_id=${JSON.stringify(c.lease?.id ?? '')}, horizon=${goDuration(horizon)}, sync_reason=${JSON.stringify(c.reason)}`;
  const reason = lastGeneration(c) > 0 ? 'SecretRotated' : 'SecretSynced';
  const told = record(c, PLURAL, [{ type: 'Normal', reason, message }], event.wall);
  const conditions = [...c.conditions, synced('True', 'Secret synced')];
  return { set: { ...told.set, horizon, failures: 0, forced: false, conditions }, out: told.out };
});

const restart = act((c) => ({ out: [restartWorkloads(c)] }));
const restarted = act((c, event) => {
  if (event.type !== 'actor.done') return {};
  const { set, out, condition } = afterRestart(c, PLURAL, event.output as RestartOutput, event.wall);
  return { set: { ...set, conditions: [...c.conditions, condition] }, out };
});

const report = act((c, event) => {
  const told = { conditions: c.conditions, healthy: c.healthy, wall: event.wall };
  const renewed = { secretLease: c.lease, lastRenewalTime: Math.floor(event.wall / 1000) };
  return { out: [reportStatus(c, PLURAL, FINALIZER, told, c.healthy && c.lease ? renewed : {})] };
});

const revoke = act((c) => ({
  out: !leaseOf(c).id
    ? []
    : call(c, 'revoke', { method: 'PUT', path: 'sys/leases/revoke', body: { lease_id: leaseOf(c).id } }),
}));
const revoked = act((c, event) => {
  const outcome = outcomeIn(event);
  if (!outcome) return {};
  const note: Note =
    outcome.kind === 'answer'
      ? { type: 'Normal', reason: 'SecretLeaseRevoke', message: `Lease revoked: ${leaseOf(c).id}` }
      : { type: 'Warning', reason: 'SecretLeaseRevoke', message: `Failed to revoke lease: ${outcome.text}` };
  return record(c, PLURAL, [note], event.wall);
});
const release = act((c) => ({ out: [dropFinalizer(c, PLURAL, FINALIZER)] }));

const change = act((_, event) => {
  if (event.type === 'resource.refreshed') return { set: { object: event.object } };
  if (event.type === 'resource.changed') return { set: { object: event.object, stale: true } };
  return { set: { stale: true, forced: true } };
});
const takeStatus = act((c, event) =>
  event.type === 'actor.done' ? { set: { object: objectAfterStatus(c, event.output) } } : {},
);
const again = { guard: 'isStale', target: 'findingDestination' } as const;

/** The statechart of `vault-secrets-operator/dynamic-secret`. */
export const dynamicSecretMachine = s.createMachine({
  id: 'vault-secrets-operator/dynamic-secret',
  context: ({ input }) => ({
    ...beginning(input),
    use: null,
    found: null,
    data: {},
    lease: null,
    reason: '',
    forced: false,
    conditions: [],
    healthy: true,
    failures: 0,
    error: '',
  }),
  on: {
    'resource.changed': [{ guard: 'isDeleted', target: '.revokingLease', actions: change }, { actions: change }],
    'resource.refreshed': { actions: change },
    resync: { actions: change },
  },
  initial: 'findingDestination',
  states: {
    findingDestination: {
      entry: begin,
      on: {
        'http.response': [
          { guard: ({ event }) => event.id !== 'destination' },
          { target: 'destinationFound', actions: takeDestination },
        ],
        'http.failure': { guard: ({ event }) => event.id === 'destination', target: 'destinationFound' },
      },
    },
    destinationFound: {
      always: [
        { guard: 'destinationIsMissing', target: 'waiting', actions: noDestination },
        { target: 'gettingClient' },
      ],
    },
    gettingClient: {
      entry: askForClient,
      on: {
        'client.ready': { target: 'deciding', actions: useClient },
        'client.failed': { target: 'waiting', actions: noClient },
        // The client that was asked is gone.
        resync: { target: 'gettingClient', reenter: true },
      },
    },
    deciding: { always: [{ guard: 'onlyRenews', target: 'renewingLease' }, { target: 'requestingCredentials' }] },
    renewingLease: { entry: renew, on: { 'actor.done': { target: 'leaseAnswered', actions: takeRenewal } } },
    leaseAnswered: {
      always: [
        { guard: ({ context }) => context.reason === '', target: 'writingStatus' },
        { target: 'requestingCredentials' },
      ],
    },
    requestingCredentials: {
      entry: requestCredentials,
      always: { guard: 'failed', target: 'writingStatus' },
      on: { 'actor.done': { target: 'credentialsAnswered', actions: takeCredentials } },
    },
    credentialsAnswered: { always: [{ guard: 'failed', target: 'writingStatus' }, { target: 'writingSecret' }] },
    writingSecret: {
      entry: write,
      on: {
        'actor.done': [
          { guard: 'wasWritten', target: 'secretWritten', actions: written },
          { target: 'writingStatus', actions: notWritten },
        ],
      },
    },
    secretWritten: { always: [{ guard: 'mustRestart', target: 'restartingWorkloads' }, { target: 'writingStatus' }] },
    restartingWorkloads: { entry: restart, on: { 'actor.done': { target: 'writingStatus', actions: restarted } } },
    writingStatus: { entry: report, on: { 'actor.done': { target: 'statusWritten', actions: takeStatus } } },
    statusWritten: { always: [again, { guard: 'isNever', target: 'resting' }, { target: 'waiting' }] },
    waiting: { always: again, after: { horizon: 'findingDestination' } },
    resting: { always: again },
    revokingLease: {
      always: { guard: ({ context }) => context.use === null || !leaseOf(context).id, target: 'deleting' },
      entry: revoke,
      on: { 'actor.done': { guard: 'isRevoked', target: 'deleting', actions: revoked }, 'resource.changed': {} },
    },
    deleting: { entry: release, on: { 'resource.changed': {} } },
  },
});
