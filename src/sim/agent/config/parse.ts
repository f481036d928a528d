import type { AgentConfig, AutoAuthConfig, CacheConfig, ListenerConfig, SinkStanza, TokenUse } from './config.ts';
import { bool, duration, list, number, parseBool, text } from './read.ts';
import { templateOf } from './template-stanza.ts';
import { ConfigError, lastOf, plainOf, type Stanza, single, stanzas, treeOf } from './tree.ts';

/** Run a part of the parser; its error gets the part's name in front. */
const within = <T>(prefix: string, parse: () => T): T => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof ConfigError) throw new ConfigError(`${prefix}${error.message}`);
    throw error;
  }
};

const typeOf = (stanza: Stanza, what: string): string => {
  const type = text(stanza, 'type') || (stanza.labels[0] ?? '').toLowerCase();
  if (type === '') throw new ConfigError(`${what} type must be specified`);
  return type;
};

const sinkOf = (stanza: Stanza): SinkStanza => {
  const type = typeOf(stanza, 'sink');
  const config = stanzas(stanza, 'config').at(-1);
  return {
    type,
    wrapTtl: within(`sink.${type} `, () => duration(stanza, 'wrap_ttl')),
    config: config ? plainOf(config) : {},
  };
};

const autoAuthOf = (root: Stanza): AutoAuthConfig | null => {
  const stanza = single(root, 'auto_auth', 'at most one "auto_auth" block is allowed', ['method', 'sink', 'sinks']);
  if (!stanza) return null;
  const method = within("error parsing 'method': ", () => {
    const found = stanzas(stanza, 'method', ['config']);
    const [only] = found;
    if (!only || found.length !== 1) throw new ConfigError('one and only one "method" block is required');
    const type = typeOf(only, 'method');
    const config = stanzas(only, 'config').at(-1);
    const namespace = text(only, 'namespace').replace(/^\/+|\/+$/g, '');
    return {
      type,
      mountPath: (text(only, 'mount_path') || `auth/${type}`).replace(/\/$/, ''),
      wrapTtl: duration(only, 'wrap_ttl'),
      namespace: namespace === '' ? '' : `${namespace}/`,
      exitOnError: bool(only, 'exit_on_err'),
      config: config ? plainOf(config) : undefined,
      stanza: only,
    };
  });
  const sinks = within("error parsing 'sink' stanzas: ", () => [
    ...stanzas(stanza, 'sink').map(sinkOf),
    ...stanzas(stanza, 'sinks').map(sinkOf),
  ]);
  if (method.wrapTtl > 0) {
    if (sinks.length !== 1)
      throw new ConfigError('error parsing auto_auth: wrapping enabled on auth method and 0 or many sinks defined');
    if ((sinks[0]?.wrapTtl ?? 0) > 0)
      throw new ConfigError('error parsing auto_auth: wrapping enabled both on auth method and sink');
  }
  const maxBackoff = duration(method.stanza, 'max_backoff') * 1000;
  const minBackoff = duration(method.stanza, 'min_backoff') * 1000;
  const { stanza: _, ...rest } = method;
  return { method: { ...rest, minBackoff, maxBackoff }, sinks };
};

const tokenUseOf = (stanza: Stanza): Partial<TokenUse> => {
  const value = lastOf(stanza, 'use_auto_auth_token');
  if (value === undefined) return {};
  const parsed = parseBool(value);
  if (parsed !== undefined) return { useAutoAuthToken: parsed };
  if (String(value).toLowerCase() === 'force') return { useAutoAuthToken: 'force' };
  throw new ConfigError(
    `value of 'use_auto_auth_token' can be either true/false/force, ${JSON.stringify(String(value))} is an invalid option`,
  );
};

const cacheOf = (root: Stanza): CacheConfig | null => {
  const stanza = single(root, 'cache', 'one and only one "cache" block is required', ['persist']);
  if (!stanza) return null;
  return within('', () => {
    const persist = single(stanza, 'persist', 'only one "persist" block is required');
    return {
      ...tokenUseOf(stanza),
      persist: persist && {
        type: within('error parsing persist: ', () => typeOf(persist, 'persist')),
        path: text(persist, 'path'),
        keepAfterImport: bool(persist, 'keep_after_import'),
        exitOnError: bool(persist, 'exit_on_err'),
      },
    };
  });
};

const listenerOf = (stanza: Stanza): ListenerConfig => {
  const type = typeOf(stanza, 'listener');
  if (type !== 'tcp' && type !== 'unix')
    throw new ConfigError(`error parsing 'listener': listeners.0: unsupported listener type ${JSON.stringify(type)}`);
  const api = stanzas(stanza, 'agent_api').at(-1);
  return {
    type,
    address: text(stanza, 'address', '127.0.0.1:8200'),
    requireRequestHeader: bool(stanza, 'require_request_header'),
    role: text(stanza, 'role'),
    enableQuit: api ? bool(api, 'enable_quit') : false,
  };
};

/**
 * A configuration text (HCL or JSON) as the Agent reads it.
 * @throws ConfigError; its text follows `error loading configuration from <file>: `
 */
export const parseConfig = (source: string): AgentConfig => {
  const root = treeOf(source);
  const autoAuth = within("error parsing 'auto_auth': ", () => autoAuthOf(root));
  const cache = within("error parsing 'cache':", () => cacheOf(root));
  const proxy = within("error parsing 'api_proxy':", () => {
    const stanza = single(root, 'api_proxy', 'one and only one "api_proxy" block is required');
    return stanza && { useAutoAuthToken: false, ...tokenUseOf(stanza) };
  });
  const templateConfig = within("error parsing 'template_config': ", () => {
    const stanza = single(root, 'template_config', 'at most one "template_config" block is allowed');
    return (
      stanza && {
        exitOnRetryFailure: bool(stanza, 'exit_on_retry_failure'),
        staticSecretRenderInterval: duration(stanza, 'static_secret_render_interval'),
        maxConnectionsPerHost: number(stanza, 'max_connections_per_host') || 10,
        leaseRenewalThreshold: number(stanza, 'lease_renewal_threshold') || 0.9,
      }
    );
  });
  const templates = within("error parsing 'template': ", () => stanzas(root, 'template').map(templateOf));
  const exec = within("error parsing 'exec': ", () => {
    const stanza = single(root, 'exec', 'at most one "exec" block is allowed');
    return (
      stanza && {
        command: list(stanza, 'command'),
        restartOnSecretChanges: text(stanza, 'restart_on_secret_changes') || 'always',
      }
    );
  });
  const envTemplates = within("error parsing 'env_template': ", () => stanzas(root, 'env_template').map(templateOf));
  const vault = within("error parsing 'vault':", () => {
    const stanza = single(root, 'vault', 'one and only one "vault" block is required', ['retry']);
    const retry = stanza && stanzas(stanza, 'retry').at(-1);
    return {
      address: stanza ? text(stanza, 'address') : '',
      namespace: stanza ? text(stanza, 'namespace') : '',
      tlsSkipVerify: stanza ? bool(stanza, 'tls_skip_verify') : false,
      caCert: stanza ? text(stanza, 'ca_cert') : '',
      retries: retry ? number(retry, 'num_retries') : 0,
    };
  });
  const fromCache = cache?.useAutoAuthToken ? { useAutoAuthToken: cache.useAutoAuthToken } : null;
  return {
    exitAfterAuth: bool(root, 'exit_after_auth'),
    pidFile: text(root, 'pid_file'),
    logLevel: text(root, 'log_level'),
    vault,
    autoAuth,
    listeners: stanzas(root, 'listener').map(listenerOf),
    apiProxy: proxy ?? fromCache,
    cache,
    templateConfig,
    templates,
    envTemplates,
    exec,
  };
};
