import type { Effect } from '../kernel/effects.ts';
import type { VaultClient } from './api/client.ts';
import type { Arguments } from './arguments.ts';
import { type Method, methodFrom } from './auth/method.ts';
import type { AgentConfig } from './config/config.ts';
import type { Mounts } from './files.ts';
import { type Level, Logger } from './log/hclog.ts';
import { fileMode, type Sink } from './sink/sink-config.ts';
import type { RunnerSettings } from './template/final-config.ts';
import { retryOf } from './template/retry.ts';
import { AUTO_AUTH_USER_AGENT, TEMPLATING_USER_AGENT } from './version.ts';

/** What follows from a configuration before anything runs. Source: vault: command/agent.go, agent/internal/ctmanager. */

/** Where Vault is: flag, environment, configuration, default, in this order. */
export const clientOf = (
  config: AgentConfig,
  args: Arguments,
  env: Readonly<Record<string, string>>,
  authority: string | null,
): VaultClient => {
  const address = args.address ?? env.VAULT_ADDR ?? (config.vault.address || 'https://127.0.0.1:8200');
  const namespace = args.namespace ?? env.VAULT_NAMESPACE ?? config.vault.namespace;
  const anyAuthority = args.skipVerify ?? (env.VAULT_SKIP_VERIFY ? true : config.vault.tlsSkipVerify);
  const own = namespace || config.autoAuth?.method.namespace || '';
  return {
    address,
    userAgent: AUTO_AUTH_USER_AGENT,
    ...(own !== '' && { namespace: own }),
    ...(address.startsWith('https:') && !anyAuthority && { trust: authority === null ? [] : [authority] }),
  };
};

/** With a cache the template engine believes to talk to a listener inside the process. */
const IN_PROCESS = 'http://127.0.0.1:8200';

export const templatingClient = (client: VaultClient, config: AgentConfig): VaultClient => ({
  ...client,
  userAgent: TEMPLATING_USER_AGENT,
  ...(config.cache !== null && { shownAs: IN_PROCESS }),
});

export const runnerSettings = (
  config: AgentConfig,
  client: VaultClient,
  level: Level,
  mounts: Mounts,
  templates: RunnerSettings['templates'],
): RunnerSettings => {
  const method = config.autoAuth?.method;
  const https = client.address.startsWith('https:') || config.vault.caCert !== '';
  return {
    address: config.cache !== null ? IN_PROCESS : client.address,
    namespace: client.namespace ?? '',
    retry: retryOf(config.vault.retries, method?.minBackoff ?? 0, method?.maxBackoff ?? 0),
    staticInterval: config.templateConfig?.staticSecretRenderInterval || 300,
    threshold: config.templateConfig?.leaseRenewalThreshold ?? 0.9,
    maxConnections: config.templateConfig?.maxConnectionsPerHost ?? 10,
    tls: { enabled: https, verify: https && !config.vault.tlsSkipVerify, caCert: config.vault.caCert },
    level,
    templates,
    mounts,
  };
};

/** The method and the sinks, with the lines that their making prints; or the text that ends the process. */
export const autoAuthPlan = (
  config: AgentConfig,
  level: Level,
  uid: number,
  gid: number,
): { method: Method; sinks: Sink[]; out: Effect[] } | { error: string } => {
  const { autoAuth } = config;
  if (!autoAuth) return { error: 'no auto_auth' };
  const log = new Logger(level, 'agent.sink.file');
  const sinks: Sink[] = [];
  const out: Effect[] = [];
  for (const sink of autoAuth.sinks) {
    if (sink.type !== 'file') return { error: `Unknown sink type ${JSON.stringify(sink.type)}` };
    const failed = (why: string) => ({ error: `error creating file sink: ${why}` });
    out.push(...log.info('creating file sink'));
    const { path, mode: givenMode } = sink.config;
    if (path === undefined) return failed("'path' not specified for file sink");
    if (typeof path !== 'string') return failed("could not parse 'path' as string");
    if (givenMode !== undefined && typeof givenMode !== 'number') return failed("could not parse 'mode' as integer");
    const owners: number[] = [];
    for (const key of ['owner', 'group'] as const) {
      const given = sink.config[key];
      if (given !== undefined && typeof given !== 'number') return failed(`could not parse '${key}' as integer`);
      owners.push(given ?? (key === 'owner' ? uid : gid));
    }
    const mode = givenMode ?? 0o640;
    out.push(
      ...log.info(
        'file sink configured',
        ['path', path],
        ['mode', fileMode(mode)],
        ['owner', owners[0] ?? uid],
        ['group', owners[1] ?? gid],
      ),
    );
    sinks.push({ type: 'file', path, mode, wrapTtl: sink.wrapTtl });
  }
  const made = methodFrom(autoAuth.method.type, autoAuth.method.mountPath, autoAuth.method.config);
  return 'error' in made ? made : { method: made.method, sinks, out };
};
