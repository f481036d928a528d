import { setup } from 'xstate';
import type { Operation } from '../../agent/api/client.ts';
import { type Outcome, secretOf } from '../../agent/api/outcome.ts';
import { DEFAULT_RETRIES } from '../../agent/api/retry.ts';
import type { WatcherInput } from '../../agent/lifetime/watcher.ts';
import { effects } from '../../kernel/effects.ts';
import type { ActorDone, FileContent, Spawned, Stamped } from '../../kernel/events.ts';
import { part } from '../../kubernetes/api/object.ts';
import type { Launch } from '../../kubernetes/kubelet/programs.ts';
import { actsOf } from '../act.ts';
import { line } from '../in-cluster.ts';
import { callVault, type VaultAnswer } from '../vault-call.ts';
import { type Settings, settingsOf } from './settings.ts';

/**
 * An application that logs in with Vault's Go client and keeps its secret in memory. With renewal it does what the
 * client library's examples do: a LifetimeWatcher, and a new login when that ends. Without, its token dies, each read
 * after that is refused, and it works on with what it has. It does not start without its secret.
 * Source: vault: api/lifetime_watcher.go, api/auth/kubernetes; hashicorp/vault-examples: examples/token-renewal/go.
 */
interface Context {
  readonly self: string;
  readonly name: string;
  readonly settings: Settings;
  readonly vaultToken: string;
  readonly seconds: number;
  readonly renewable: boolean;
  /** The secret's fields; null before the first read. */
  readonly secret: Readonly<Record<string, unknown>> | null;
  readonly version: number | null;
  /** Calls made so far: their names. */
  readonly calls: number;
}

type Event = Stamped<FileContent | ActorDone | { readonly type: 'signal'; readonly signal: string }>;

/** Pause before a login is tried again while the application serves. */
const LOGIN_RETRY = 10_000;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<Launch>,
    output: {} as { exitCode: number },
  },
  guards: {
    hasToken: ({ event }) => event.type === 'file.content' && event.text !== null,
    answeredWell: ({ event }) => outcomeIn(event)?.kind === 'answer',
    gotSecret: ({ event }) => fieldsIn(event) !== null,
    refreshes: ({ context }) => context.settings.refresh > 0,
    isWatcher: ({ context: c, event }) => event.type === 'actor.done' && event.actor === `${c.self}/lifetime-watcher`,
  },
  delays: { refresh: ({ context }) => context.settings.refresh },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const outcomeIn = (event: Event): Outcome | null => {
  if (event.type !== 'actor.done') return null;
  const { output } = event;
  return typeof output === 'object' && output !== null && 'outcome' in output ? (output as VaultAnswer).outcome : null;
};

const bodyIn = (event: Event): Readonly<Record<string, unknown>> | null => {
  const outcome = outcomeIn(event);
  const secret = outcome && secretOf(outcome);
  return secret && !('kind' in secret) ? secret : null;
};

/** Fields of a KV secret of either version. */
const fieldsIn = (event: Event): Readonly<Record<string, unknown>> | null => {
  const data = part(bodyIn(event) ?? {}, 'data');
  const inner = 'data' in data && 'metadata' in data ? data.data : data;
  return typeof inner === 'object' && inner !== null && Object.keys(inner).length > 0
    ? (inner as Record<string, unknown>)
    : null;
};

const whyNot = (c: Context, event: Event): string => {
  if (event.type === 'file.content') return `open ${c.settings.tokenPath}: no such file or directory`;
  const outcome = outcomeIn(event);
  if (!outcome) return '';
  const missing = outcome.kind === 'answer' || (outcome.kind === 'api error' && outcome.status === 404);
  return missing ? `no secret at ${c.settings.secret}` : outcome.text;
};

const readJwt = act((c) => ({ out: [{ type: 'read', params: { id: 'jwt', path: c.settings.tokenPath } }] }));

const logIn = act((c, event) => {
  const jwt = event.type === 'file.content' ? event.text : '';
  const { client, mount, role } = c.settings;
  const operation: Operation = { method: 'PUT', path: `auth/${mount}/login`, body: { jwt, role } };
  return { out: [callVault(c.self, 'login', client, operation)] };
});

const takeLogin = act((c, event) => {
  const auth = part(bodyIn(event) ?? {}, 'auth');
  return {
    set: {
      vaultToken: String(auth.client_token ?? ''),
      seconds: Number(auth.lease_duration ?? 0),
      renewable: auth.renewable === true,
    },
    out: [line(`logged in to Vault as role ${c.settings.role}, token lives ${auth.lease_duration}s`, 'info', c.name)],
  };
});

const keepAlive = act((c) => {
  if (!c.settings.renews) return {};
  const input: WatcherInput = {
    client: c.settings.client,
    token: c.vaultToken,
    lease: { seconds: c.seconds, renewable: c.renewable },
    owner: c.self,
    behaviour: 'ignoreErrors',
    retries: DEFAULT_RETRIES,
    draws: {},
  };
  const id = `${c.self}/lifetime-watcher`;
  return { out: [{ type: 'spawn', params: { id, kind: 'agent/lifetime-watcher', input } }] };
});

const read = act((c) => {
  const operation: Operation = { method: 'GET', path: c.settings.secret, token: c.vaultToken };
  return { set: { calls: c.calls + 1 }, out: [callVault(c.self, `read ${c.calls}`, c.settings.client, operation)] };
});

const takeSecret = act((c, event) => {
  const { version } = part(part(bodyIn(event) ?? {}, 'data'), 'metadata');
  const next = typeof version === 'number' ? version : null;
  const changed = next !== c.version || c.secret === null;
  return {
    set: { secret: fieldsIn(event), version: next },
    out: changed
      ? [line(`using secret ${c.settings.secret}${next === null ? '' : `, version ${next}`}`, 'info', c.name)]
      : [],
  };
});

const complain = (what: string) =>
  act((c, event) => ({ out: [line(`${what}: ${whyNot(c, event)}`, 'error', c.name)] }));
const loginFailed = complain('unable to log in to Vault');
const readFailed = complain('unable to read secret');
const goOn = act((c) => ({ out: [line('working on with the secret in memory', 'warn', c.name)] }));
const endOfToken = act((c) => ({ out: [line('token can no longer be renewed, logging in again', 'info', c.name)] }));

const stop = { signal: { target: '#sdk.exited' } } as const;
const tokenEnds = { guard: 'isWatcher', target: 'loggingInAgain', actions: endOfToken } as const;

/** The statechart of `sdk/application`. */
export const applicationMachine = s.createMachine({
  id: 'sdk',
  context: ({ input }) => ({
    self: input.self,
    name: input.container,
    settings: settingsOf(input),
    vaultToken: '',
    seconds: 0,
    renewable: false,
    secret: null,
    version: null,
    calls: 0,
  }),
  on: stop,
  initial: 'readingServiceAccountToken',
  states: {
    readingServiceAccountToken: {
      entry: readJwt,
      on: {
        'file.content': [
          { guard: 'hasToken', target: 'loggingIn', actions: logIn },
          { target: 'failed', actions: loginFailed },
        ],
      },
    },
    loggingIn: {
      on: {
        'actor.done': [
          { guard: 'answeredWell', target: 'readingFirstSecret', actions: [takeLogin, keepAlive] },
          { target: 'failed', actions: loginFailed },
        ],
      },
    },
    readingFirstSecret: {
      entry: read,
      on: {
        'actor.done': [
          { guard: 'isWatcher' },
          { guard: 'gotSecret', target: 'serving', actions: takeSecret },
          { target: 'failed', actions: readFailed },
        ],
      },
    },
    serving: {
      on: { 'actor.done': tokenEnds },
      after: { refresh: { guard: 'refreshes', target: 'refreshing' } },
    },
    refreshing: {
      entry: read,
      on: {
        'actor.done': [
          tokenEnds,
          // An answer to a read that a new login has overtaken.
          { guard: ({ context: c, event }) => event.actor !== `${c.self}/read ${c.calls - 1}` },
          { guard: 'gotSecret', target: 'serving', actions: takeSecret },
          { target: 'serving', actions: [readFailed, goOn] },
        ],
      },
    },
    loggingInAgain: {
      entry: readJwt,
      on: {
        'file.content': { guard: 'hasToken', actions: logIn },
        'actor.done': [
          { guard: ({ context: c, event }) => event.actor !== `${c.self}/login` },
          { guard: 'answeredWell', target: 'serving', actions: [takeLogin, keepAlive] },
          { target: 'waitingToLogIn', actions: [loginFailed, goOn] },
        ],
      },
    },
    waitingToLogIn: { after: { [LOGIN_RETRY]: 'loggingInAgain' } },
    failed: { type: 'final' },
    exited: { type: 'final' },
  },
  output: ({ context }) => ({ exitCode: context.secret === null ? 1 : 0 }),
});
