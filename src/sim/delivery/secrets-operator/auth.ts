import { blake2b } from '@noble/hashes/blake2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { setup } from 'xstate';
import { utf8 } from '../../jwt/index.ts';
import { effects } from '../../kernel/effects.ts';
import type { Spawned } from '../../kernel/events.ts';
import { part } from '../../kubernetes/api/object.ts';
import type { Note } from '../../kubernetes/client/events.ts';
import { actsOf } from '../act.ts';
import { healthConditions, updatedConditions } from './conditions.ts';
import {
  beginning,
  dropFinalizer,
  type ResourceContext,
  type ResourceEvent,
  type ResourceInput,
  reportValidity,
} from './resource.ts';

/**
 * A VaultAuth: does its connection exist? Nobody logs in before something is synced.
 * Source: vault-secrets-operator 1.4.1: controllers/vaultauth_controller.go.
 */
interface Context extends ResourceContext {
  readonly problem: string;
}

/** The operator's answer to whether the connection is there. */
interface ConnectionChecked {
  readonly type: 'connection.checked';
  /** `''`: it is. */
  readonly error: string;
}

type Event = ResourceEvent | (ConnectionChecked & { at: number; wall: number; entropy: number });

const PLURAL = 'vaultauths';
const FINALIZER = 'vaultauth.secrets.hashicorp.com/finalizer';

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<ResourceInput> },
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

const check = act((c) => ({
  set: { stale: false },
  out: [
    {
      type: 'send',
      params: {
        to: c.operator,
        event: { type: 'connection.check', from: c.self, object: c.object } as { type: string },
      },
    },
  ],
}));

const judge = act((c, event) => {
  if (event.type !== 'connection.checked') return {};
  const problem = event.error;
  const valid = problem === '';
  const note: Note = valid
    ? { type: 'Normal', reason: 'Accepted', message: 'Successfully handled VaultAuth resource request' }
    : { type: 'Warning', reason: 'Accepted', message: `Failed to handle VaultAuth resource request: err=${problem}` };
  const { set, out } = reportValidity(c, PLURAL, FINALIZER, event, {
    valid,
    notes: [note],
    error: problem,
    specHash: bytesToHex(blake2b(utf8(JSON.stringify(part(c.object, 'spec'))), { dkLen: 32 })),
    conditions: updatedConditions(c.object, healthConditions('VaultAuth', valid), event.wall),
  });
  return { set: { ...set, problem }, out };
});

const take = act((_, event) =>
  event.type === 'resource.changed' || event.type === 'resource.refreshed'
    ? { set: { object: event.object, stale: event.type === 'resource.changed' } }
    : {},
);
const release = act((c) => ({ out: [dropFinalizer(c, PLURAL, FINALIZER)] }));
const again = { guard: 'isStale', target: 'checkingConnection' } as const;

/** The statechart of `vault-secrets-operator/auth`. */
export const authMachine = s.createMachine({
  id: 'vault-secrets-operator/auth',
  context: ({ input }) => ({ ...beginning(input), problem: '' }),
  on: {
    'resource.changed': [{ guard: 'isDeleted', target: '.deleting', actions: take }, { actions: take }],
    'resource.refreshed': { actions: take },
  },
  initial: 'checkingConnection',
  states: {
    checkingConnection: { entry: check, on: { 'connection.checked': { target: 'writingStatus', actions: judge } } },
    writingStatus: { on: { 'actor.done': 'statusWritten' } },
    statusWritten: { always: [again, { guard: 'isValid', target: 'valid' }, { target: 'invalid' }] },
    valid: { always: again },
    invalid: { always: again, after: { horizon: 'checkingConnection' } },
    deleting: { entry: release, on: { 'resource.changed': {} } },
  },
});
