import { enqueueActions, setup } from 'xstate';
import { effects, type KernelEvent, Random, type Spawned, type Stamped } from '../../kernel/index.ts';
import { part } from '../api/object.ts';
import { collection, requestOf } from '../client/client.ts';
import { entropyOf } from '../client/moment.ts';

/** The account's files of a process that the model runs outside of any Pod: Vault's own server, above all. */
export interface ProjectedTokenInput {
  /** Credential that may create tokens of the account. */
  readonly token: string;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Where `token`, `ca.crt` and `namespace` are written: `/var/run/secrets/kubernetes.io/serviceaccount`. */
  readonly directory: string;
  /** PEM for `ca.crt`. */
  readonly authority: string;
  readonly expirationSeconds?: number;
}

interface Context extends ProjectedTokenInput {
  readonly seconds: number;
}

const RETRY = 10_000;

/** Keeps a ServiceAccount's token in a directory fresh, as a kubelet does for a Pod: a new one at 80 % of its life. */
export const projectedTokenMachine = setup({
  types: { context: {} as Context, events: {} as Stamped<KernelEvent>, input: {} as Spawned<ProjectedTokenInput> },
  guards: { isToken: ({ event }) => event.type === 'http.response' && event.status === 201 },
  delays: { refresh: ({ context: c, event }) => c.seconds * 800 - new Random(entropyOf(event)).below(10_000) },
  actions: {
    ...effects,
    writeRest: enqueueActions(({ context: c, enqueue }) => {
      enqueue({ type: 'write', params: { path: `${c.directory}/ca.crt`, text: c.authority } });
      enqueue({ type: 'write', params: { path: `${c.directory}/namespace`, text: c.namespace } });
    }),
    ask: enqueueActions(({ context: c, enqueue }) => {
      const path = `${collection('', 'serviceaccounts', c.namespace)}/${c.serviceAccount}/token`;
      const body = {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: c.seconds },
      };
      enqueue({ type: 'request', params: requestOf('token', c.token, { method: 'POST', path, body }) });
    }),
    writeToken: enqueueActions(({ context: c, event, enqueue }) => {
      if (event.type !== 'http.response') return;
      const text = String(part(event.body as Record<string, unknown>, 'status').token);
      enqueue({ type: 'write', params: { path: `${c.directory}/token`, text } });
    }),
  },
}).createMachine({
  id: 'projected-token',
  context: ({ input }) => ({ ...input, seconds: input.expirationSeconds ?? 3607 }),
  entry: 'writeRest',
  initial: 'requesting',
  states: {
    requesting: {
      entry: 'ask',
      on: {
        'http.response': [{ guard: 'isToken', actions: 'writeToken', target: 'fresh' }, { target: 'waiting' }],
        'http.failure': 'waiting',
      },
    },
    fresh: { after: { refresh: 'requesting' } },
    waiting: { after: { [RETRY]: 'requesting' } },
  },
});
