/**
 * One connection of the PostgreSQL plugin: it logs in, runs one transaction, and says what became of it in pgx's words.
 * Pools are not modelled, so every transaction shows on the network.
 */
import { assign, setup } from 'xstate';
import { effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import type { FailureReason } from '../../kernel/http.ts';
import type { Dsn } from './dsn.ts';

export interface ConnectionInput {
  readonly dsn: Dsn;
  /** One transaction; none: the client only looks whether the server lets it in. */
  readonly statements: readonly string[];
  /** Look first whether this role exists, and do nothing if not. */
  readonly onlyIfRole?: string;
  /** Comes back with the output: what the handler drew before it had to wait. */
  readonly carry: Readonly<Record<string, unknown>>;
}

export interface ConnectionOutput {
  readonly carry: Readonly<Record<string, unknown>>;
  /** `null`: committed. */
  readonly error: { readonly text: string; readonly connected: boolean } | null;
}

interface Context extends ConnectionInput {
  readonly error: ConnectionOutput['error'];
}

/** Milliseconds that Vault gives a request (default_max_request_duration). */
const REQUEST_TIMEOUT = 90_000;

/** Addresses that the errors name and the model has no need of. */
const RESOLVER = '10.96.0.10:53';
const CLUSTER_IP = '10.96.0.20';

const address = ({ host, port }: Dsn): string => {
  const ip = /^[\d.]+$/.test(host) ? host : host === 'localhost' ? '127.0.0.1' : CLUSTER_IP;
  return `${ip}:${port}`;
};

const connectError = ({ host, user, database }: Dsn, text: string): string =>
  `failed to connect to \`host=${host} user=${user} database=${database}\`: ${text}`;

const failure = (dsn: Dsn, reason: FailureReason): string => {
  const dial = `dial tcp ${address(dsn)}`;
  const texts: Partial<Record<FailureReason, string>> = {
    refused: `dial error (${dial}: connect: connection refused)`,
    'no such host': `hostname resolving error (lookup ${dsn.host} on ${RESOLVER}: no such host)`,
    unreachable: `dial error (${dial}: connect: no route to host)`,
    timeout: 'dial error (timeout: context deadline exceeded)',
  };
  return connectError(dsn, texts[reason] ?? 'failed to receive message (unexpected EOF)');
};

interface Refusal {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly during: string;
}

const refusal = (dsn: Dsn, body: unknown): NonNullable<ConnectionOutput['error']> => {
  const { severity, code, message, during } = body as Refusal;
  const text = `${severity}: ${message} (SQLSTATE ${code})`;
  if (during === 'execution') return { text, connected: true };
  const step = code === '28P01' ? 'failed SASL auth' : 'server error';
  return { text: connectError(dsn, `${step} (${text})`), connected: false };
};

/** Kind `vault/database-connection`. */
export const connectionMachine = setup({
  types: {
    context: {} as Context,
    events: {} as Stamped<ResponseArrived | RequestFailed>,
    input: {} as Spawned<ConnectionInput>,
    output: {} as ConnectionOutput,
  },
  actions: effects,
  guards: {
    committed: ({ event }) => event.type === 'http.response' && event.status === 200,
    loginRefused: ({ event }) =>
      event.type === 'http.response' && (event.body as Refusal | null)?.during !== 'execution',
  },
}).createMachine({
  id: 'vault/database-connection',
  context: ({ input }) => ({
    dsn: input.dsn,
    statements: input.statements,
    ...(input.onlyIfRole !== undefined && { onlyIfRole: input.onlyIfRole }),
    carry: input.carry,
    error: null,
  }),
  initial: 'transaction',
  states: {
    transaction: {
      entry: {
        type: 'request',
        params: ({ context: { dsn, statements, onlyIfRole } }) => ({
          id: 'transaction',
          to: `postgresql://${dsn.host}:${dsn.port}`,
          method: 'QUERY',
          path: `/${dsn.database}`,
          body: { user: dsn.user, password: dsn.password, statements, ...(onlyIfRole !== undefined && { onlyIfRole }) },
          timeout: dsn.connectTimeout > 0 ? dsn.connectTimeout * 1000 : REQUEST_TIMEOUT,
        }),
      },
      on: {
        'http.response': [
          { guard: 'committed', target: 'committed' },
          {
            guard: 'loginRefused',
            target: 'loginRefused',
            actions: assign({ error: ({ context, event }) => refusal(context.dsn, event.body) }),
          },
          {
            target: 'rolledBack',
            actions: assign({ error: ({ context, event }) => refusal(context.dsn, event.body) }),
          },
        ],
        'http.failure': {
          target: 'unreachable',
          actions: assign({
            error: ({ context, event }) => ({ text: failure(context.dsn, event.reason), connected: false }),
          }),
        },
      },
    },
    committed: { type: 'final' },
    rolledBack: { type: 'final' },
    loginRefused: { type: 'final' },
    unreachable: { type: 'final' },
  },
  output: ({ context }) => ({ carry: context.carry, error: context.error }),
});
