import type { Effect } from '../../kernel/effects.ts';
import type { TokenInvalid } from '../events.ts';
import type { Logger } from '../log/hclog.ts';
import type { ServerError } from './events.ts';

/**
 * What a failed fetch means for the process: a token that Vault no longer knows asks for a new login, unless one is under
 * way. Source: vault: command/agent/template/template.go, command/agent/exec/exec.go.
 */
export const onServerError = (
  log: Logger,
  agent: string,
  { status, text }: ServerError,
  loginInProgress: boolean,
): Effect[] => {
  if (status === null) return log.error('template server: could not extract error response');
  if (status !== 403 || !text.includes('invalid token') || loginInProgress) return [];
  const event: TokenInvalid = { type: 'token.invalid' };
  return [
    ...log.info('template server: received invalid token error'),
    { type: 'send', params: { to: `${agent}/auto-auth`, event } },
  ];
};
