/** How the template engine repeats failed fetches. Milliseconds. Source: consul-template: config/retry.go. */
export interface Retry {
  /** 0: without end. */
  readonly attempts: number;
  readonly enabled: boolean;
  readonly base: number;
  /** Longest wait; 0: none. */
  readonly cap: number;
}

/** vault: consul-template's defaults, as Vault Agent uses them. */
export const DEFAULT_ATTEMPTS = 12;
export const DEFAULT_BASE = 250;
export const DEFAULT_CAP = 60_000;

/**
 * The wait before retry number `retries` + 1, or `null` when there is none left. No jitter.
 * @param retries retries made since the last success
 */
export const retryWait = (retry: Retry, retries: number): number | null => {
  if (!retry.enabled || (retry.attempts > 0 && retries > retry.attempts - 1)) return null;
  if (retry.cap > 0 && retries > Math.trunc(Math.log2(retry.cap / retry.base))) return retry.cap;
  return 2 ** retries * retry.base;
};

/**
 * The retry settings of a configuration: the number of `vault.retry`, base and cap of the auto-auth backoff.
 * Source: vault: command/agent/internal/ctmanager/runner_config.go.
 * @param numRetries 0 stands for the default, -1 for none
 */
export const retryOf = (numRetries: number, minBackoff: number, maxBackoff: number): Retry => {
  const attempts = numRetries === 0 ? DEFAULT_ATTEMPTS : Math.max(0, numRetries);
  return {
    attempts,
    enabled: attempts > 0,
    base: minBackoff > 0 ? minBackoff : DEFAULT_BASE,
    cap: maxBackoff > 0 ? maxBackoff : DEFAULT_CAP,
  };
};
