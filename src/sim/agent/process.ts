import { setup } from 'xstate';
import { type Effect, effects } from '../kernel/effects.ts';
import type { FileContent, RequestFailed, ResponseArrived, Spawned, Stamped } from '../kernel/events.ts';
import { request, type VaultClient } from './api/client.ts';
import { patience } from './api/connection.ts';
import { type Arguments, logLevel, parseArguments } from './arguments.ts';
import { RELOAD, SHUTDOWN, versionNote } from './banner.ts';
import { keptTokenPath } from './cache-file.ts';
import type { AgentConfig } from './config/config.ts';
import { loadConfig } from './config/load.ts';
import type { ServerName, ServerStopped, Signal } from './events.ts';
import { worldPath } from './files.ts';
import { type Level, Logger, plain } from './log/hclog.ts';
import { clientOf } from './plan.ts';
import type { AgentInput } from './process-input.ts';
import type { QuitRequested } from './proxy/listener.ts';
import { startServers } from './start-servers.ts';
import { AGENT_VERSION } from './version.ts';

/**
 * A `vault agent` process: reads its configuration, asks Vault's health, starts its servers, and ends when one of them
 * returns or a signal comes. Its output is `{ exitCode }`. Source: vault: command/agent.go.
 */

export interface AgentOutput {
  readonly exitCode: number;
}

export interface AgentContext {
  readonly self: string;
  readonly input: AgentInput;
  readonly args: Arguments | null;
  /** Files read so far: path → text. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly config: AgentConfig | null;
  readonly level: Level;
  readonly client: VaultClient | null;
  /** When Vault answered first; the connection is used again. */
  readonly connectedAt: number | null;
  /** Servers that run. */
  readonly running: readonly ServerName[];
  readonly listeners: readonly string[];
  /** Text that ends the process before it has started. */
  readonly fatal: string | null;
  /** Error of the first server that returned. */
  readonly error: string | null;
  readonly exitCode: number;
  readonly ending: boolean;
  /** Told to end before it had started. */
  readonly signalled: boolean;
}

type Event = Stamped<FileContent | ResponseArrived | RequestFailed | ServerStopped | Signal | QuitRequested>;

const HEALTH =
  'sys/health?drsecondarycode=299&haunhealthycode=299&performancestandbycode=299&removedcode=299&sealedcode=299&standbycode=299&uninitcode=299';

const s = setup({
  types: {
    context: {} as AgentContext,
    events: {} as Event,
    input: {} as Spawned<AgentInput>,
    output: {} as AgentOutput,
  },
  actions: { ...effects },
});

type Change = { set?: Partial<AgentContext>; out?: readonly Effect[] };
const act = (fn: (context: AgentContext, event: Event) => Change) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

const mountsOf = (c: AgentContext) => c.input.mounts ?? [];

const authorityOf = (c: AgentContext): string => c.config?.vault.caCert || c.input.env?.VAULT_CACERT || '';

/** Configuration files, and then the authority's and what a cache kept. */
const wanted = (c: AgentContext): string[] => {
  const kept = c.config === null ? null : keptTokenPath(c.config);
  return [...(c.args?.configs ?? []), authorityOf(c), kept ?? ''].filter((path) => path !== '');
};
const unread = (c: AgentContext): string[] => wanted(c).filter((path) => c.files[path] === undefined);

/** What the entry point did before the process ran. */
const writeGiven = act((c) => ({
  out: Object.entries(c.input.files ?? {}).map(
    ([path, text]): Effect => ({
      type: 'write',
      params: { path: worldPath(mountsOf(c), path), text },
    }),
  ),
}));

const readFiles = act((c) => ({
  out: unread(c).map((path): Effect => ({ type: 'read', params: { id: path, path: worldPath(mountsOf(c), path) } })),
}));

const fileRead = act((c, event) =>
  event.type === 'file.content' ? { set: { files: { ...c.files, [event.id]: event.text } } } : {},
);

const configure = act((c) => {
  const loaded = loadConfig(c.args?.configs ?? [], c.files);
  if ('error' in loaded) return { set: { fatal: loaded.error } };
  const config = { ...loaded.config, exitAfterAuth: c.args?.exitAfterAuth ?? loaded.config.exitAfterAuth };
  const level = logLevel(c.args?.logLevel ?? c.input.env?.VAULT_LOG_LEVEL ?? config.logLevel);
  if (typeof level !== 'string') return { set: { fatal: level.error } };
  const note = 'No auto_auth block found in config, the automatic authentication feature will not be started';
  return { set: { config, level }, out: config.autoAuth === null ? [plain(note)] : [] };
});

const askHealth = act((c) => {
  const authority = authorityOf(c);
  const client = clientOf(
    c.config as AgentConfig,
    c.args as Arguments,
    c.input.env ?? {},
    authority === '' ? null : (c.files[authority] ?? null),
  );
  return {
    set: { client },
    out: [request(client, 'health', { method: 'GET', path: HEALTH }, patience(false).timeout)],
  };
});

/** The answer does not matter; only another version is remarked upon. */
const healthKnown = act((_, event): Change => {
  const body = event.type === 'http.response' ? (event.body as { version?: unknown } | null) : null;
  const version = typeof body === 'object' ? body?.version : undefined;
  const out = typeof version === 'string' && version !== AGENT_VERSION ? [plain(versionNote(version))] : [];
  return { set: { connectedAt: event.type === 'http.response' ? event.at : null }, out };
});

const start = act((c) => startServers(c));

const shutdownOthers = (c: AgentContext): Effect[] => [
  ...c.running.map((name): Effect => {
    const id = name === 'exec' ? 'exec' : name;
    return { type: 'send', params: { to: `${c.self}/${id}`, event: { type: 'shutdown' } } };
  }),
  ...c.listeners.map((to): Effect => ({ type: 'send', params: { to, event: { type: 'shutdown' } } })),
];

/** A signal that comes before anything runs waits until something does. */
const keepSignal = act(() => ({ set: { signalled: true } }));

const signalled = act((c) => ({ set: { ending: true }, out: [plain(SHUTDOWN), ...shutdownOthers(c)] }));

/** A reload re-reads the log level and certificates of listeners; neither can have changed here. */
const reload = act((c) => {
  const systemd = (notification: string): Effect[] =>
    new Logger(c.level, 'agent').debug('would have sent systemd notification (systemd not present)', [
      'notification',
      notification,
    ]);
  return { out: [plain(RELOAD), ...systemd('RELOADING=1'), ...systemd('READY=1')] };
});

const quit = act((c) => ({
  set: { ending: true },
  out: [...new Logger(c.level, 'agent').debug('received quit request'), plain(SHUTDOWN), ...shutdownOthers(c)],
}));

/** A server returned: the first to do so ends the others. The sink server waits for the templates before it counts. */
const serverStopped = act((c, event) => {
  if (event.type !== 'server.stopped') return {};
  const running = c.running.filter((name) => name !== event.server);
  const waits = event.server === 'sink' && event.error === undefined && (c.config?.templates.length ?? 0) > 0;
  if (c.ending || waits) return { set: { running } };
  const failed = event.error !== undefined && event.exitCode !== 0;
  return {
    set: {
      running,
      ending: true,
      error: failed ? (event.error ?? null) : null,
      exitCode: failed ? (event.exitCode ?? 1) : 0,
    },
    out: shutdownOthers({ ...c, running }),
  };
});

const end = act((c) => {
  const log = new Logger(c.level, 'agent');
  const failure =
    c.error === null
      ? []
      : [
          ...log.error('runtime error encountered', ['error', c.error], ['exitCode', c.exitCode]),
          plain('Error encountered during run, refer to logs for more details.'),
        ];
  const systemd = log.debug('would have sent systemd notification (systemd not present)', [
    'notification',
    'STOPPING=1',
  ]);
  const pid = c.config?.pidFile ?? '';
  const removed: Effect[] = pid === '' ? [] : [{ type: 'remove', params: { path: worldPath(mountsOf(c), pid) } }];
  return { out: [...failure, ...systemd, ...removed] };
});

const isFatal = ({ context }: { context: AgentContext }): boolean => context.fatal !== null;

/** The statechart of `agent`. */
export const agentProcess = s.createMachine({
  id: 'agent',
  context: ({ input: { at: _at, wall: _wall, entropy: _entropy, place: _place, self, ...input } }) => {
    const args = parseArguments(input.args);
    return {
      self,
      input,
      args: 'error' in args ? null : args,
      files: {},
      config: null,
      level: 'info',
      client: null,
      connectedAt: null,
      running: [],
      listeners: [],
      fatal: 'error' in args ? args.error : null,
      error: null,
      exitCode: 0,
      ending: false,
      signalled: false,
    };
  },
  initial: 'starting',
  states: {
    starting: {
      entry: writeGiven,
      always: [{ guard: isFatal, target: 'failedToStart' }, { target: 'readingConfiguration' }],
    },
    readingConfiguration: {
      entry: readFiles,
      always: [
        {
          guard: ({ context }) => unread(context).length === 0 && context.config === null,
          target: 'checkingConfiguration',
          actions: configure,
        },
        { guard: ({ context }) => unread(context).length === 0, target: 'askingHealth' },
      ],
      on: { 'file.content': { actions: fileRead }, signal: { actions: keepSignal } },
    },
    checkingConfiguration: {
      always: [{ guard: isFatal, target: 'failedToStart' }, { target: 'readingConfiguration' }],
    },
    askingHealth: {
      entry: askHealth,
      on: {
        'http.response': { target: 'startingServers', actions: [healthKnown, start] },
        'http.failure': { target: 'startingServers', actions: [healthKnown, start] },
        signal: { actions: keepSignal },
      },
    },
    startingServers: {
      always: [
        { guard: isFatal, target: 'failedToStart' },
        { guard: ({ context }) => context.signalled, target: 'shuttingDown', actions: signalled },
        { target: 'running' },
      ],
    },
    running: {
      on: {
        signal: [
          {
            guard: ({ event }) => event.signal === 'SIGHUP',
            actions: reload,
          },
          { target: 'shuttingDown', actions: signalled },
        ],
        'quit.requested': { target: 'shuttingDown', actions: quit },
        'server.stopped': { target: 'checkingServers', actions: serverStopped },
      },
    },
    checkingServers: {
      always: [{ guard: ({ context }) => context.ending, target: 'shuttingDown' }, { target: 'running' }],
    },
    shuttingDown: {
      always: [
        {
          guard: ({ context }) => context.running.length === 0 && context.exitCode !== 0,
          target: 'failed',
          actions: end,
        },
        { guard: ({ context }) => context.running.length === 0, target: 'exited', actions: end },
      ],
      on: { 'server.stopped': { actions: serverStopped } },
    },
    failedToStart: {
      entry: act((c) => ({ set: { exitCode: 1 }, out: (c.fatal ?? '').split('\u0000').map(plain) })),
      always: 'failed',
    },
    /** Exit code 0, or that of a signal's default. */
    exited: { type: 'final' },
    /** Another exit code. */
    failed: { type: 'final' },
  },
  output: ({ context }) => ({ exitCode: context.exitCode }),
});
