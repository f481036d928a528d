import type { Effect } from '../kernel/effects.ts';
import type { AgentConfig } from './config/config.ts';
import { worldPath } from './files.ts';
import { Logger } from './log/hclog.ts';
import type { AgentContext } from './process.ts';

/**
 * The persistent cache, as far as it carries a token from an init container to its sidecar. The real file is a bolt
 * database encrypted with a key that is bound to the service account's token; here it is JSON.
 * Source: vault: command/agentproxyshared/helpers.go, cache/cacheboltdb/bolt.go.
 */

const DATABASE = 'vault-agent-cache.db';

/** Where the token is kept, or `null` without such a cache. */
export const keptTokenPath = (config: AgentConfig): string | null =>
  config.cache?.persist ? `${config.cache.persist.path.replace(/\/+$/, '')}/${DATABASE}` : null;

export const cacheFile = (token: string): string => JSON.stringify({ 'auto-auth-token': token });

/** The token in a cache file's text. */
export const keptToken = (text: string | null): string | null => {
  if (text === null) return null;
  try {
    const token = (JSON.parse(text) as { 'auto-auth-token'?: unknown })['auto-auth-token'];
    return typeof token === 'string' && token !== '' ? token : null;
  } catch {
    return null;
  }
};

/** What a process does with the cache it finds: it takes it over, and removes the file unless told to keep it. */
export const restoring = (c: AgentContext, config: AgentConfig, token: string | null): Effect[] => {
  const path = keptTokenPath(config);
  if (path === null || token === null) return [];
  const remove: Effect[] = config.cache?.persist?.keepAfterImport
    ? []
    : [{ type: 'remove', params: { path: worldPath(c.input.mounts ?? [], path) } }];
  return [...new Logger(c.level, 'agent.cache').info('loaded memcache from persistent storage'), ...remove];
};
