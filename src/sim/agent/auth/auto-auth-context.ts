import type { Operation, VaultClient } from '../api/client.ts';
import type { Drawn, Draws } from '../draws.ts';
import type { Mounts } from '../files.ts';
import type { Level } from '../log/hclog.ts';
import type { Method } from './method.ts';

/** What auto-auth is started with. */
export interface AutoAuthInput {
  /** The process's actor id; its parts are `<agent>/sink`, `<agent>/templates`, … */
  readonly agent: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly mounts: Mounts;
  readonly method: Method;
  /** Seconds; the token itself is wrapped. */
  readonly wrapTtl: number;
  /** Milliseconds; 0: the default. */
  readonly minBackoff: number;
  readonly maxBackoff: number;
  readonly exitOnError: boolean;
  /** When the connection to Vault was used last; `null`: there is none. */
  readonly usedAt: number | null;
  /** Parts that are given each new token. */
  readonly receivers: readonly string[];
  /** A token kept by a persistent cache: looked up instead of a first login. */
  readonly preloaded?: string;
  readonly draws: Draws;
}

export interface AutoAuthContext extends AutoAuthInput {
  readonly self: string;
  readonly drawn: Drawn;
  readonly login: Operation | null;
  /** The login in progress opens a connection. */
  readonly dialing: boolean;
  /** The `token_file` method's token. */
  readonly cached: string | null;
  /** Wait after the last failure (ms); `null` before the first one since a success. */
  readonly backoff: number | null;
  /** Logins that succeeded. */
  readonly tokens: number;
  readonly token: string | null;
  readonly watcher: string | null;
  readonly preload: string | null;
  readonly shuttingDown: boolean;
  /** The token was found invalid while a new login was about to come anyway. */
  readonly extraTrigger: boolean;
  readonly error: string | null;
  readonly verdict: 'failed' | 'gave up' | 'token' | 'root' | 'wrapped';
}
