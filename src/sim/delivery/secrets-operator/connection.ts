import { setup } from 'xstate';
import type { Operation } from '../../agent/api/client.ts';
import { effects } from '../../kernel/effects.ts';
import type { Spawned } from '../../kernel/events.ts';
import { nameOf, namespaceOf, part } from '../../kubernetes/api/object.ts';
import type { Note } from '../../kubernetes/client/events.ts';
import { actsOf } from '../act.ts';
import { callVault } from '../vault-call.ts';
import { type Condition, healthConditions, updatedConditions } from './conditions.ts';
import {
  beginning,
  dropFinalizer,
  outcomeIn,
  type ResourceContext,
  type ResourceEvent,
  type ResourceInput,
  reportValidity,
} from './resource.ts';

/**
 * A VaultConnection: is Vault there? Source: vault-secrets-operator 1.4.1: controllers/vaultconnection_controller.go.
 */
interface Context extends ResourceContext {
  /** Why Vault cannot be reached; `''`: it can. */
  readonly problem: string;
}

const PLURAL = 'vaultconnections';
const FINALIZER = 'vaultconnection.secrets.hashicorp.com/finalizer';

const s = setup({
  types: { context: {} as Context, events: {} as ResourceEvent, input: {} as Spawned<ResourceInput> },
  guards: {
    isValid: ({ context }) => context.problem === '',
    isStale: ({ context }) => context.stale,
    isDeleted: ({ event }) =>
      event.type === 'resource.changed' && event.object.metadata.deletionTimestamp !== undefined,
  },
  delays: { horizon: ({ context }) => context.horizon },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const addressOf = (c: Context): string => String(part(c.object, 'spec').address ?? '');
const SEAL_STATUS: Operation = { method: 'GET', path: 'sys/seal-status' };

const ping = act((c) => ({
  set: { stale: false },
  out: [callVault(c.self, 'seal-status', { address: addressOf(c) }, SEAL_STATUS)],
}));

const judge = act((c, event) => {
  const outcome = outcomeIn(event);
  const problem = outcome && outcome.kind !== 'answer' ? outcome.text : '';
  const valid = problem === '';
  const address = addressOf(c);
  const key = `${namespaceOf(c.object)}/${nameOf(c.object)}`;
  const notes: Note[] = valid
    ? [{ type: 'Normal', reason: 'Accepted', message: 'VaultConnection accepted' }]
    : [
        { type: 'Warning', reason: 'VaultClientError', message: `Failed to check Vault seal status: ${problem}` },
        { type: 'Warning', reason: 'InvalidConfiguration', message: 'VaultConnection invalid' },
      ];
  const errors = `${problem}\ninvalid VaultConnection ${key}`;
  const reason = valid ? 'Accepted' : 'InvalidConfiguration';
  const status = valid ? 'True' : 'False';
  const conditions: Condition[] = [
    {
      type: 'VaultPing',
      status,
      reason,
      message: valid ? `Vault ping, address=${address}` : `Vault ping failed, address=${address}, errs=${problem}`,
    },
    {
      type: 'ResourceValidation',
      status,
      reason,
      message: valid
        ? `Successfully validated resource, address=${address}`
        : `Failed to validate resource, address=${address}, errs=${errors}`,
    },
    ...healthConditions('VaultConnection', valid),
  ];
  const conditionsNow = updatedConditions(c.object, conditions, event.wall);
  const { set, out } = reportValidity(c, PLURAL, FINALIZER, event, { valid, notes, conditions: conditionsNow });
  return { set: { ...set, problem }, out };
});

const take = act((_, event) =>
  event.type === 'resource.changed' || event.type === 'resource.refreshed'
    ? { set: { object: event.object, stale: event.type === 'resource.changed' } }
    : {},
);
const release = act((c) => ({ out: [dropFinalizer(c, PLURAL, FINALIZER)] }));

const again = { guard: 'isStale', target: 'pinging' } as const;

/** The statechart of `vault-secrets-operator/connection`. */
export const connectionMachine = s.createMachine({
  id: 'vault-secrets-operator/connection',
  context: ({ input }) => ({ ...beginning(input), problem: '' }),
  on: {
    'resource.changed': [{ guard: 'isDeleted', target: '.deleting', actions: take }, { actions: take }],
    'resource.refreshed': { actions: take },
  },
  initial: 'pinging',
  states: {
    pinging: { entry: ping, on: { 'actor.done': { target: 'writingStatus', actions: judge } } },
    writingStatus: { on: { 'actor.done': 'statusWritten' } },
    statusWritten: { always: [again, { guard: 'isValid', target: 'valid' }, { target: 'invalid' }] },
    valid: { always: again },
    invalid: { always: again, after: { horizon: 'pinging' } },
    deleting: { entry: release, on: { 'resource.changed': {} } },
  },
});
