import type { Effect } from '../kernel/effects.ts';

/**
 * What the parts of one Agent process tell each other. In the real process these are Go channels and a context.
 */

/** auto-auth → sinks, template server, exec server: a login brought a token (or a wrapped one, as JSON). */
export interface TokenNew {
  readonly type: 'token.new';
  readonly token: string;
}

/** auto-auth, sinks → template and exec server: a login is under way, or its token has been written. */
export interface LoginProgress {
  readonly type: 'login.progress';
  readonly inProgress: boolean;
}

/** Those who watch the progress of logins. */
export const progressOf = (agent: string, inProgress: boolean): Effect[] =>
  (['templates', 'exec'] as const).map((server) => {
    const event: LoginProgress = { type: 'login.progress', inProgress };
    return { type: 'send', params: { to: `${agent}/${server}`, event } };
  });

/** template server → auto-auth: Vault no longer knows the token. */
export interface TokenInvalid {
  readonly type: 'token.invalid';
}

/** process → its parts: the context is cancelled. */
export interface Shutdown {
  readonly type: 'shutdown';
}

/** A part → process: it has returned. The first one to return brings down the others. */
export interface ServerStopped {
  readonly type: 'server.stopped';
  readonly server: ServerName;
  /** The error it returned; ends the process with exit code 1. */
  readonly error?: string;
  /** Exit code of the child process that the exec server ran. */
  readonly exitCode?: number;
}

export type ServerName = 'auto-auth' | 'sink' | 'templates' | 'exec';

/** A signal to the process, from its supervisor. */
export interface Signal {
  readonly type: 'signal';
  readonly signal: string;
}
