import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { type KubeObject, namespaceOf } from '../../kubernetes/api/object.ts';
import { collection, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import { actsOf } from '../act.ts';
import { destinationOf, notOwned, wantedSecret } from './destination-secret.ts';
import type { SecretData } from './secret-data.ts';

/**
 * Writes the destination Secret of a resource: creates it, or replaces its data if it is the resource's own.
 * Source: vault-secrets-operator 1.4.1: helpers/secrets.go (SyncSecret).
 */
export interface DestinationInput {
  readonly token: string;
  readonly object: KubeObject;
  readonly kind: string;
  readonly data: SecretData;
}

/** Why it could not be written; `''`: it was. */
export interface DestinationOutput {
  readonly error: string;
}

interface Context extends DestinationInput {
  readonly found: KubeObject | null;
  readonly error: string;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<DestinationInput>,
    output: {} as DestinationOutput,
  },
  guards: {
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    isMissing: ({ event }) => event.type === 'http.response' && event.status === 404,
    isNameless: ({ context }) => destinationOf(context.object).name === '',
    failed: ({ context }) => context.error !== '',
    typeChanged: ({ context: c }) =>
      destinationOf(c.object).create && c.found !== null && c.found.type !== destinationOf(c.object).type,
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const secrets = (c: Context): string => collection('', 'secrets', namespaceOf(c.object));
const path = (c: Context): string => `${secrets(c)}/${destinationOf(c.object).name}`;
const ask = (c: Context, id: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE', at: string, body?: object): Effect => ({
  type: 'request',
  params: requestOf(id, c.token, { method, path: at, ...(body && { body }) }),
});

const nameless = act(() => ({ set: { error: 'invalid Destination, err=invalid objectKey, empty name' } }));
const read = act((c) => ({ out: [ask(c, 'read', 'GET', path(c))] }));
const take = act((c, event) => {
  if (event.type !== 'http.response') return {};
  const found = event.body as KubeObject;
  const error = destinationOf(c.object).create ? notOwned(found, c.object, c.kind) : null;
  return { set: { found, ...(error !== null && { error }) } };
});
const missing = act((c) => {
  const { create, name } = destinationOf(c.object);
  return create
    ? {}
    : { set: { error: `destination secret ${namespaceOf(c.object)}/${name} does not exist, and create=false` } };
});
const create = act((c) => ({
  out: [ask(c, 'create', 'POST', secrets(c), wantedSecret(c.object, c.kind, c.data, null))],
}));
const update = act((c) => ({
  out: [ask(c, 'update', 'PUT', path(c), wantedSecret(c.object, c.kind, c.data, c.found))],
}));
const remove = act((c) => ({ out: [ask(c, 'delete', 'DELETE', path(c))] }));
const fail = act((_, event) => ({
  set: {
    error: event.type === 'http.response' ? messageOf(event.body) : event.type === 'http.failure' ? event.reason : '',
  },
}));

const refused = { target: 'refused', actions: fail } as const;

/** The statechart of `vault-secrets-operator/destination`. */
export const destinationMachine = s.createMachine({
  id: 'vault-secrets-operator/destination',
  context: ({ input }) => ({
    token: input.token,
    object: input.object,
    kind: input.kind,
    data: input.data,
    found: null,
    error: '',
  }),
  initial: 'checkingName',
  states: {
    checkingName: {
      always: [{ guard: 'isNameless', target: 'refused', actions: nameless }, { target: 'readingSecret' }],
    },
    readingSecret: {
      entry: read,
      on: {
        'http.response': [
          { guard: 'ok', target: 'checkingOwner', actions: take },
          { guard: 'isMissing', target: 'checkingCreate', actions: missing },
          refused,
        ],
        'http.failure': refused,
      },
    },
    checkingCreate: { always: [{ guard: 'failed', target: 'refused' }, { target: 'creating' }] },
    checkingOwner: {
      always: [
        { guard: 'failed', target: 'refused' },
        { guard: 'typeChanged', target: 'deleting' },
        { target: 'updating' },
      ],
    },
    creating: {
      entry: create,
      on: { 'http.response': [{ guard: 'ok', target: 'written' }, refused], 'http.failure': refused },
    },
    updating: {
      entry: update,
      on: { 'http.response': [{ guard: 'ok', target: 'written' }, refused], 'http.failure': refused },
    },
    // The type of a Secret cannot be changed.
    deleting: {
      entry: remove,
      on: { 'http.response': [{ guard: 'ok', target: 'creating' }, refused], 'http.failure': refused },
    },
    written: { type: 'final' },
    refused: { type: 'final' },
  },
  output: ({ context }) => ({ error: context.error }),
});
