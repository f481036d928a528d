import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import type { KubeObject } from '../../kubernetes/api/object.ts';
import { MERGE_PATCH, messageOf, requestOf } from '../../kubernetes/client/client.ts';
import { actsOf } from '../act.ts';
import { type Plural, resourcePath } from './resources.ts';

/**
 * Writes the status of a resource, then adds the operator's finalizer if it is not there yet. The real operator replaces
 * the whole status; a merge patch of it has the same outcome without the conflicts of a stale copy.
 * Source: vault-secrets-operator 1.4.1: controllers/common.go (maybeAddFinalizer), controllers/vaultstaticsecret_controller.go.
 */
export interface StatusInput {
  readonly token: string;
  readonly plural: Plural;
  readonly object: KubeObject;
  readonly status: object;
  readonly finalizer: string;
}

/** The object as the API server has it now; null when it could not be written. */
export interface StatusOutput {
  readonly object: KubeObject | null;
  readonly error: string;
}

interface Context extends StatusInput {
  readonly written: KubeObject | null;
  readonly error: string;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<StatusInput>, output: {} as StatusOutput },
  guards: {
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
    hasFinalizer: ({ context: c }) =>
      c.object.metadata.deletionTimestamp !== undefined || (c.written?.metadata.finalizers ?? []).includes(c.finalizer),
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const patch = (c: Context, id: string, path: string, body: object): Effect => ({
  type: 'request',
  params: requestOf(id, c.token, { method: 'PATCH', path, contentType: MERGE_PATCH, body }),
});

const write = act((c) => ({
  out: [patch(c, 'status', `${resourcePath(c.plural, c.object)}/status`, { status: c.status })],
}));
const addFinalizer = act((c) => {
  const finalizers = [...(c.written?.metadata.finalizers ?? []), c.finalizer];
  return { out: [patch(c, 'finalizer', resourcePath(c.plural, c.object), { metadata: { finalizers } })] };
});
const take = act((_, event) => (event.type === 'http.response' ? { set: { written: event.body as KubeObject } } : {}));
const fail = act((_, event) => ({
  set: {
    error: event.type === 'http.response' ? messageOf(event.body) : event.type === 'http.failure' ? event.reason : '',
  },
}));

/** The statechart of `vault-secrets-operator/status`. */
export const statusMachine = s.createMachine({
  id: 'vault-secrets-operator/status',
  context: ({ input }) => ({
    token: input.token,
    plural: input.plural,
    object: input.object,
    status: input.status,
    finalizer: input.finalizer,
    written: null,
    error: '',
  }),
  initial: 'writingStatus',
  states: {
    writingStatus: {
      entry: write,
      on: {
        'http.response': [
          { guard: 'ok', target: 'statusWritten', actions: take },
          { target: 'failed', actions: fail },
        ],
        'http.failure': { target: 'failed', actions: fail },
      },
    },
    statusWritten: { always: [{ guard: 'hasFinalizer', target: 'done' }, { target: 'addingFinalizer' }] },
    addingFinalizer: {
      entry: addFinalizer,
      on: {
        'http.response': [
          { guard: 'ok', target: 'done', actions: take },
          { target: 'failed', actions: fail },
        ],
        'http.failure': { target: 'failed', actions: fail },
      },
    },
    done: { type: 'final' },
    failed: { type: 'final' },
  },
  output: ({ context }) => ({ object: context.written, error: context.error }),
});
