/** The machine `vault`: one server, its listener, its clock. All it knows is in `state`; what it does is in `core/`. */
import { setup } from 'xstate';
import { type Effect, effects } from '../kernel/effects.ts';
import type { ActorDone, RequestArrived, Spawned, Stamped } from '../kernel/events.ts';
import { backends } from './backends.ts';
import type { Continuation } from './core/continuation.ts';
import { type Handled, handle, nextDue, pass, resume, undergo } from './core/handle.ts';
import type { Deferral } from './core/transaction.ts';
import { initialState } from './state/initial.ts';
import type { VaultState } from './state/state.ts';
import { versionName } from './versions.ts';

/** What a world says of its Vault. */
export interface VaultInput {
  /** `dev`: initialised, unsealed, root token `root`, KV v2 at `secret/`. `server`: to be initialised. */
  readonly mode?: 'dev' | 'server';
  /** `1.19` or `1.21`; a patch release of either counts as it. */
  readonly version?: string;
  /** Dev mode's root token. */
  readonly rootToken?: string;
  /** Names that Vault answers at; port 8200. */
  readonly hosts?: readonly string[];
}

interface Waiting {
  readonly continuation: Continuation;
  /** Exchange to answer; `null`: nobody waits. */
  readonly exchange: number | null;
}

export interface VaultContext {
  readonly self: string;
  readonly hosts: readonly string[];
  readonly state: VaultState;
  /** By actor. */
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** Number of actors started, for their names. */
  readonly started: number;
  /** No connection is accepted: the process has used up its file descriptors. */
  readonly exhausted: boolean;
}

/** The process is ended and started again, wins or loses the leadership of its cluster, has a full disk under its logs. */
interface Undergone {
  readonly type: 'process.restart' | 'leadership.lost' | 'leadership.acquired' | 'disk.full' | 'disk.freed';
}

/** The process may open no more files, sockets included; or it may again. */
interface Descriptors {
  readonly type: 'descriptors.exhausted' | 'descriptors.freed';
}

/** A token, a lease, or a move has come to its end. */
interface Due {
  readonly type: 'expiration';
}

const HOSTS = ['vault:8200', 'vault.vault.svc:8200'];

/** Name of the timer that wakes the server when the next token or lease ends. */
const TIMER = 'expiration';

interface Stamp {
  readonly wall: number;
  readonly entropy: number;
}

/** Effects and context that follow from a call. */
interface Outcome {
  readonly context: Partial<VaultContext>;
  readonly effects: readonly Effect[];
  /** Unix milliseconds to wake at; `null`: never. */
  readonly wake: number | null;
}

const start = (context: VaultContext, deferral: Deferral, number: number): { id: string; effect: Effect } => {
  const id = `${context.self}/${deferral.kind.replace(/^vault\//, '')}-${number}`;
  return { id, effect: { type: 'spawn', params: { id, kind: deferral.kind, input: deferral.input } } };
};

/** @param exchange the request that is being handled; `null`: none */
const outcomeOf = (context: VaultContext, handled: Handled, exchange: number | null): Outcome => {
  const effects: Effect[] = [];
  const waiting: Record<string, Waiting> = {};
  let { started } = context;
  const defer = (deferral: Deferral, answers: number | null): void => {
    started += 1;
    const { id, effect } = start(context, deferral, started);
    waiting[id] = { continuation: deferral.continuation, exchange: answers };
    effects.push(effect);
  };
  for (const { level, logger, text } of handled.log) effects.push({ type: 'log', params: { level, logger, text } });
  for (const params of handled.appends) effects.push({ type: 'append', params });
  if (handled.deferred) defer(handled.deferred, exchange);
  for (const deferral of handled.background) defer(deferral, null);
  if (handled.response && exchange !== null)
    effects.push({ type: 'respond', params: { exchange, ...handled.response } });
  const more = Object.keys(waiting).length > 0;
  return {
    context: { state: handled.state, ...(more && { waiting: { ...context.waiting, ...waiting }, started }) },
    effects,
    wake: nextDue(handled.state) ?? null,
  };
};

const onRequest = (context: VaultContext, event: Stamped<RequestArrived>): Outcome => {
  const { method, path, headers, body, remote, exchange } = event;
  return outcomeOf(context, handle(context.state, { method, path, headers, body, remote }, event, backends), exchange);
};

const onDone = (context: VaultContext, event: Stamped<ActorDone>): Outcome | undefined => {
  const { [event.actor]: found, ...waiting } = context.waiting;
  if (!found) return undefined;
  const handled = resume(context.state, found.continuation, event.output, event, backends);
  const outcome = outcomeOf({ ...context, waiting }, handled, found.exchange);
  return { ...outcome, context: { waiting, ...outcome.context } };
};

const UNDERGONE = {
  'process.restart': 'restart',
  'leadership.lost': 'leadership lost',
  'leadership.acquired': 'leadership acquired',
  'disk.full': 'disk full',
  'disk.freed': 'disk freed',
} as const;

const onUndergone = (context: VaultContext, event: Stamped<Undergone>): Outcome =>
  outcomeOf(context, undergo(context.state, event, backends, UNDERGONE[event.type]), null);

const onDue = (context: VaultContext, event: Stamp): Outcome =>
  outcomeOf(context, pass(context.state, event, backends), null);

const vaultSetup = setup({
  types: {
    context: {} as VaultContext,
    events: {} as Stamped<RequestArrived | ActorDone | Due | Undergone | Descriptors>,
    input: {} as Spawned<VaultInput>,
  },
  actions: effects,
  guards: {
    uninitialized: ({ context }) => !context.state.seal.initialized,
    sealed: ({ context }) => context.state.seal.initialized && context.state.seal.sealed,
    unsealed: ({ context }) => !context.state.seal.sealed,
    standby: ({ context }) => context.state.standby === true,
    active: ({ context }) => context.state.standby !== true,
    exhausted: ({ context }) => context.exhausted,
  },
});

const perform = vaultSetup.enqueueActions(({ context, event, enqueue }) => {
  const outcome =
    event.type === 'http.request'
      ? onRequest(context, event)
      : event.type === 'actor.done'
        ? onDone(context, event)
        : event.type in UNDERGONE
          ? onUndergone(context, event as Stamped<Undergone>)
          : onDue(context, event);
  if (!outcome) return;
  const before = nextDue(context.state) ?? null;
  enqueue.assign(outcome.context);
  for (const effect of outcome.effects) enqueue(effect as Parameters<typeof enqueue>[0]);
  if (outcome.wake === before && event.type !== 'expiration') return;
  if (outcome.wake === null) enqueue.cancel(TIMER);
  else
    enqueue.raise({ type: 'expiration' } as Stamped<Due>, { id: TIMER, delay: Math.max(0, outcome.wake - event.wall) });
});

/** Whoever waits for an answer of the old process sees the connection close. */
const restart = vaultSetup.enqueueActions(({ context, enqueue }) => {
  for (const [actor, { exchange }] of Object.entries(context.waiting)) {
    enqueue({ type: 'stop', params: { id: actor } });
    if (exchange !== null) enqueue({ type: 'drop', params: { exchange } });
  }
  enqueue.assign({ waiting: {}, exhausted: false });
  enqueue(perform);
});

/**
 * The kernel has taken the connection, the server cannot: the client waits. The server tries again every second and
 * writes the line each time; here once a connection. (Go: net/http/server.go, Serve)
 */
const notAccepted = vaultSetup.enqueueActions(({ enqueue }) => {
  const text = 'http: Accept error: accept tcp [::]:8200: accept4: too many open files; retrying in 1s';
  enqueue({ type: 'log', params: { level: 'info', logger: '', text } });
});

/** Kind `vault`. */
export const vaultMachine = vaultSetup.createMachine({
  id: 'vault',
  context: ({ input }) => ({
    self: input.self,
    hosts: input.hosts ?? HOSTS,
    state: initialState(
      {
        mode: input.mode ?? 'dev',
        version: versionName(input.version),
        ...(input.rootToken !== undefined && { rootToken: input.rootToken }),
      },
      input,
      backends,
    ),
    waiting: {},
    started: 0,
    exhausted: false,
  }),
  initial: 'starting',
  on: {
    'http.request': [{ guard: 'exhausted', actions: notAccepted }, { actions: perform }],
    'process.restart': { actions: restart },
    'leadership.lost': { actions: perform },
    'leadership.acquired': { actions: perform },
    'disk.full': { actions: perform },
    'disk.freed': { actions: perform },
    'descriptors.exhausted': { actions: vaultSetup.assign({ exhausted: true }) },
    'descriptors.freed': { actions: vaultSetup.assign({ exhausted: false }) },
    'actor.done': { actions: perform },
    expiration: { actions: perform },
  },
  states: {
    starting: {
      entry: vaultSetup.enqueueActions(({ context, enqueue }) => {
        for (const host of context.hosts) enqueue({ type: 'listen', params: { host } });
        const { devKey } = context.state.seal;
        if (devKey !== undefined) enqueue({ type: 'log', params: { text: `Unseal Key: ${devKey}` } });
      }),
      always: [
        { guard: 'uninitialized', target: 'uninitialized' },
        { guard: 'sealed', target: 'sealed' },
        { target: 'unsealed' },
      ],
    },
    uninitialized: { always: { guard: 'sealed', target: 'sealed' } },
    sealed: { always: { guard: 'unsealed', target: 'unsealed' } },
    unsealed: {
      always: [
        { guard: 'sealed', target: 'sealed' },
        { guard: 'standby', target: 'standby' },
      ],
    },
    standby: {
      always: [
        { guard: 'sealed', target: 'sealed' },
        { guard: 'active', target: 'unsealed' },
      ],
    },
  },
});
