import type { Effect } from '../kernel/effects.ts';
import type { VaultClient } from './api/client.ts';
import type { AutoAuthInput } from './auth/auto-auth-context.ts';
import { configurationBanner, STARTED } from './banner.ts';
import { keptToken, keptTokenPath, restoring } from './cache-file.ts';
import type { AgentConfig } from './config/config.ts';
import { drawsOf } from './draws.ts';
import type { ServerName } from './events.ts';
import type { ExecServerInput } from './exec/exec-server.ts';
import { worldPath } from './files.ts';
import { Logger, plain } from './log/hclog.ts';
import { autoAuthPlan, runnerSettings, templatingClient } from './plan.ts';
import type { AgentContext } from './process.ts';
import type { ListenerInput } from './proxy/listener.ts';
import type { Sink } from './sink/sink-config.ts';
import type { SinkServerInput } from './sink/sink-server.ts';
import type { Surroundings } from './template/runner-context.ts';
import type { TemplateServerInput } from './template/template-server.ts';

/** Alone in its process namespace, a process sees only itself. */
const OWN_PROCESS = { pid: 1, command: 'vault agent', permitted: true };

type Start = { set: Partial<AgentContext>; out: Effect[] };

const surroundingsOf = (c: AgentContext): Surroundings => ({
  environment: c.input.env ?? {},
  address: c.input.address ?? '127.0.0.1',
  users: [],
  groups: [],
  processes: c.input.processes ?? [OWN_PROCESS],
  supervisor: c.input.supervisor ?? null,
});

const listenersOf = (c: AgentContext, config: AgentConfig, client: VaultClient): { ids: string[]; out: Effect[] } => {
  const ids = config.listeners.map((_, i) => `${c.self}/listener ${i + 1}`);
  const out = config.listeners.map((listener, i): Effect => {
    const input: ListenerInput = {
      agent: c.self,
      client,
      config: listener,
      useAutoAuthToken: config.apiProxy?.useAutoAuthToken ?? false,
      caches: config.cache !== null,
      draws: drawsOf(c.input.draws ?? {}, `listener ${i + 1}`),
    };
    return { type: 'spawn', params: { id: ids[i] ?? '', kind: 'agent/listener', input } };
  });
  return { ids, out };
};

const PID = '1';

const pidFile = (c: AgentContext, config: AgentConfig): Effect[] =>
  config.pidFile === ''
    ? []
    : [{ type: 'write', params: { path: worldPath(c.input.mounts ?? [], config.pidFile), text: PID, mode: '0600' } }];

/** Start everything that a checked configuration asks for, in the order of the real process. */
export const startServers = (c: AgentContext): Start => {
  const config = c.config as AgentConfig;
  const client = c.client as VaultClient;
  const log = new Logger(c.level, 'agent');
  const proxyLog = new Logger(c.level, 'agent.apiproxy');
  const draws = c.input.draws ?? {};
  const mounts = c.input.mounts ?? [];

  const plan = config.autoAuth ? autoAuthPlan(config, c.level, c.input.uid ?? 0, c.input.gid ?? 0) : null;
  // Lines printed up to here are held back until the start is certain, and lost when it fails.
  if (plan && 'error' in plan) return { set: { fatal: plan.error }, out: [] };

  const listeners = listenersOf(c, config, client);
  const inProcess = config.templates.length + config.envTemplates.length > 0;
  const usesToken = Boolean(config.apiProxy?.useAutoAuthToken);
  const addresses = [...config.listeners.map((l) => `http://${l.address}`), ...(inProcess ? ['http://bufconn'] : [])];
  const inmem = (usesToken ? config.listeners.length : 0) + (inProcess ? 1 : 0);
  const inmemLine = 'auto-auth token is allowed to be used; configuring inmem sink';
  const kept = keptTokenPath(config);
  const preloaded = kept === null ? null : keptToken(c.files[kept] ?? null);
  const opening: Effect[] = [
    plain(STARTED),
    ...restoring(c, config, preloaded),
    ...(plan?.out ?? []),
    ...Array.from({ length: inmem }).flatMap(() => proxyLog.debug(inmemLine)),
    ...listeners.out,
    plain(configurationBanner(addresses, c.level)),
    ...pidFile(c, config),
    ...log.debug('would have sent systemd notification (systemd not present)', ['notification', 'READY=1']),
  ];
  if (!plan) return { set: { listeners: listeners.ids }, out: opening };

  const id = (name: ServerName): string => `${c.self}/${name}`;
  const surroundings = surroundingsOf(c);
  const exitOnRetryFailure = config.templateConfig?.exitOnRetryFailure ?? false;
  const templating = templatingClient(client, config);
  const shared = { agent: c.self, level: c.level };
  const tokenSinks: Sink[] = usesToken ? listeners.ids.map((listener) => ({ type: 'inmem', listener })) : [];
  const exec: ExecServerInput = {
    ...shared,
    client: templating,
    settings: runnerSettings(config, client, c.level, mounts, config.envTemplates),
    surroundings,
    exec: config.exec,
    exitOnRetryFailure,
    draws: drawsOf(draws, 'exec'),
  };
  const sink: SinkServerInput = {
    ...shared,
    client,
    mounts,
    sinks: [...plan.sinks, ...tokenSinks, ...(kept === null ? [] : [{ type: 'cache', path: kept } as const])],
    exitAfterAuth: config.exitAfterAuth,
    draws,
  };
  const templates: TemplateServerInput = {
    ...shared,
    client: templating,
    settings: runnerSettings(config, client, c.level, mounts, config.templates),
    surroundings,
    exitAfterAuth: config.exitAfterAuth,
    exitOnRetryFailure,
    draws,
  };
  const { method } = config.autoAuth as NonNullable<AgentConfig['autoAuth']>;
  const autoAuth: AutoAuthInput = {
    ...shared,
    client,
    mounts,
    method: plan.method,
    wrapTtl: method.wrapTtl,
    minBackoff: method.minBackoff,
    maxBackoff: method.maxBackoff,
    exitOnError: method.exitOnError,
    usedAt: c.connectedAt,
    ...(preloaded !== null && { preloaded }),
    receivers: [
      id('sink'),
      ...(config.templates.length > 0 ? [id('templates')] : []),
      ...(config.envTemplates.length > 0 ? [id('exec')] : []),
    ],
    draws,
  };
  const spawn = (name: ServerName, kind: string, input: object): Effect => ({
    type: 'spawn',
    params: { id: id(name), kind, input },
  });
  return {
    set: { listeners: listeners.ids, running: ['exec', 'sink', 'templates', 'auto-auth'] },
    out: [
      ...opening,
      spawn('exec', 'agent/exec-server', exec),
      spawn('sink', 'agent/sink', sink),
      spawn('templates', 'agent/template-server', templates),
      spawn('auto-auth', 'agent/auto-auth', autoAuth),
    ],
  };
};
