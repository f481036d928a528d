import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { formatGoDuration } from '../../vault/framework/duration.ts';
import { callOf, type Operation, request, type VaultClient } from '../api/client.ts';
import { outcomeOf } from '../api/outcome.ts';
import { wrapInfoText } from '../auth/login-result.ts';
import { cacheFile } from '../cache-file.ts';
import { type Drawn, type Draws, draw } from '../draws.ts';
import { progressOf, type ServerStopped, type Shutdown, type TokenNew } from '../events.ts';
import { type Mounts, worldPath } from '../files.ts';
import { type Level, Logger } from '../log/hclog.ts';
import { octalMode, type Sink } from './sink-config.ts';

/**
 * The sink server: writes each new token to every sink, one after the other.
 * Source: vault: command/agentproxyshared/sink/sink.go.
 */

export interface SinkServerInput {
  readonly agent: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly mounts: Mounts;
  readonly sinks: readonly Sink[];
  readonly exitAfterAuth: boolean;
  readonly draws: Draws;
}

interface Context extends SinkServerInput {
  readonly drawn: Drawn;
  readonly latest: string;
  /** A token that came while another was being written. */
  readonly waiting: string | null;
  /** Sinks still to be written with the latest token. */
  readonly queue: readonly Sink[];
  /** Milliseconds before a failed sink is tried again. */
  readonly backoff: number;
  readonly shuttingDown: boolean;
}

type Event = Stamped<ResponseArrived | RequestFailed | TokenNew | Shutdown>;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<SinkServerInput> },
  actions: { ...effects },
  delays: { backoff: ({ context }) => Math.round(context.backoff) },
});

const act = (fn: (context: Context, event: Event) => { set?: Partial<Context>; out?: readonly Effect[] }) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const server = (c: Context): Logger => new Logger(c.level, 'agent.sink.server');
const fileSink = (c: Context): Logger => new Logger(c.level, 'agent.sink.file');

const written = (c: Context): Effect[] => progressOf(c.agent, false);

const write = (c: Context, sink: Sink, text: string): Effect[] => {
  if (sink.type === 'inmem') {
    const event: TokenNew = { type: 'token.new', token: text };
    return [{ type: 'send', params: { to: sink.listener, event } }];
  }
  if (sink.type === 'cache')
    return [{ type: 'write', params: { path: worldPath(c.mounts, sink.path), text: cacheFile(text), mode: '0600' } }];
  const params = { path: worldPath(c.mounts, sink.path), text, mode: octalMode(sink.mode) };
  return [{ type: 'write', params }, ...fileSink(c).info('token written', ['path', sink.path])];
};

/** The first sink of the queue is done. */
const finished = (c: Context, text: string) => {
  const [sink, ...queue] = c.queue;
  const out = sink ? write(c, sink, text) : [];
  return { set: { queue }, out: queue.length === 0 ? [...out, ...written(c)] : out };
};

const accept = (c: Context, token: string) => {
  if (c.sinks.length === 0) return { set: { latest: token, waiting: null }, out: written(c) };
  return { set: { latest: token, waiting: null, queue: token === c.latest ? c.queue : c.sinks } };
};

const received = act((c, event) => (event.type === 'token.new' ? accept(c, event.token) : {}));
const takeWaiting = act((c) => (c.waiting === null ? {} : accept(c, c.waiting)));
const keepWaiting = act((_, event) => (event.type === 'token.new' ? { set: { waiting: event.token } } : {}));

const wraps = (c: Context): boolean => {
  const sink = c.queue[0];
  return sink?.type === 'file' && sink.wrapTtl > 0;
};

const wrapping = (c: Context): Operation => {
  const sink = c.queue[0];
  return {
    method: 'PUT',
    path: 'sys/wrapping/wrap',
    token: c.latest,
    body: { token: c.latest },
    wrapTtl: formatGoDuration(sink?.type === 'file' ? sink.wrapTtl : 0),
  };
};

const wrapped = act((c, event) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return {};
  const outcome = outcomeOf(callOf(c.client, wrapping(c)), event);
  const text = outcome.kind === 'answer' ? wrapInfoText(outcome.body) : undefined;
  if (text !== undefined) return { ...finished(c, text), set: { ...finished(c, text).set, backoff: 0 } };
  // The stray bracket is the real text's. (sink.go: wrapToken)
  const error =
    outcome.kind === 'answer'
      ? 'nil wrap info returned, not writing out to sink'
      : `error wrapping token, not writing out to sink: ${outcome.text})`;
  const { u, drawn } = draw(c.draws, c.drawn, 'sink', event.entropy);
  const backoff = 1_000 + Math.floor(u * 2_000e6) / 1e6;
  const pairs = [['error', error] as const, ['backoff', formatGoDuration(backoff / 1000)] as const];
  return {
    set: { drawn, backoff },
    out: server(c).error('error returned by sink function, retrying', ...pairs),
  };
});

const stop = act((c) => {
  const done: ServerStopped = { type: 'server.stopped', server: 'sink' };
  return {
    out: [
      ...written(c),
      ...server(c).info('sink server stopped'),
      ...new Logger(c.level, 'agent').info('sinks finished, exiting'),
      { type: 'send', params: { to: c.agent, event: done } },
    ],
  };
});

/** The statechart of `agent/sink`. */
export const sinkServer = s.createMachine({
  id: 'agent/sink',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, self: _self, ...input } }) => ({
    ...input,
    drawn: {},
    latest: '',
    waiting: null,
    queue: [],
    backoff: 0,
    shuttingDown: false,
  }),
  entry: act((c) => ({ out: server(c).info('starting sink server') })),
  initial: 'waitingForToken',
  states: {
    waitingForToken: {
      on: { 'token.new': { target: 'writing', actions: received }, shutdown: 'stopped' },
    },
    writing: {
      always: [
        { guard: ({ context }) => context.waiting !== null, target: 'writing', reenter: true, actions: takeWaiting },
        { guard: ({ context }) => wraps(context), target: 'wrapping' },
        {
          guard: ({ context }) => context.queue.length > 0,
          target: 'writing',
          reenter: true,
          actions: act((c) => finished(c, c.latest)),
        },
        { guard: ({ context }) => context.exitAfterAuth, target: 'stopped' },
        { target: 'waitingForToken' },
      ],
    },
    wrapping: {
      entry: act((c) => ({ out: [request(c.client, 'wrap', wrapping(c))] })),
      on: {
        'http.response': { target: 'checkingWrapping', actions: wrapped },
        'http.failure': { target: 'checkingWrapping', actions: wrapped },
        'token.new': { actions: keepWaiting },
        // The call is not given up: the sink it is for is still written.
        shutdown: { actions: act(() => ({ set: { shuttingDown: true } })) },
      },
    },
    checkingWrapping: {
      always: [
        { guard: ({ context }) => context.shuttingDown, target: 'stopped' },
        { guard: ({ context }) => context.backoff > 0, target: 'retrying' },
        { target: 'writing' },
      ],
    },
    retrying: {
      after: { backoff: { target: 'writing', actions: act(() => ({ set: { backoff: 0 } })) } },
      on: { 'token.new': { actions: keepWaiting }, shutdown: 'stopped' },
    },
    stopped: { entry: stop },
  },
});
