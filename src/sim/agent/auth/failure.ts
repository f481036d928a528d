import { formatGoDuration } from '../../vault/framework/duration.ts';
import { draw } from '../draws.ts';
import { Logger } from '../log/hclog.ts';
import type { AutoAuthContext } from './auto-auth-context.ts';
import { DEFAULT_MAX_BACKOFF, DEFAULT_MIN_BACKOFF, freshBackoff, grownBackoff } from './backoff.ts';

export const authLog = (c: AutoAuthContext): Logger => new Logger(c.level, 'agent.auth.handler');
export const minBackoff = (c: AutoAuthContext): number => (c.minBackoff > 0 ? c.minBackoff : DEFAULT_MIN_BACKOFF);
export const maxBackoff = (c: AutoAuthContext): number => (c.maxBackoff > 0 ? c.maxBackoff : DEFAULT_MAX_BACKOFF);

/** A failure: print the backoff as it was before this failure, then step it. */
export const failed = (c: AutoAuthContext, entropy: number, message: string, error: string | null, key = 'error') => {
  const { u, drawn } = draw(c.draws, c.drawn, 'login', entropy);
  const current = c.backoff ?? freshBackoff(minBackoff(c), u);
  const backoff = c.backoff === null ? current : grownBackoff(c.backoff, maxBackoff(c), u);
  const printed = formatGoDuration((Math.floor(current / 10) * 10) / 1000);
  const pairs: [string, string][] = error === null ? [] : [[key, error]];
  const verdict = c.exitOnError ? ('gave up' as const) : ('failed' as const);
  return {
    set: { drawn, backoff, verdict, error: c.exitOnError ? error : null },
    out: authLog(c).error(message, ...pairs, ['backoff', printed]),
  };
};
