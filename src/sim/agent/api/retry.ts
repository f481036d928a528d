import type { RequestFailed, ResponseArrived } from '../../kernel/events.ts';

/** The Go client's own retries, beneath whatever its caller does. Source: vault: api/client.go, hashicorp/go-retryablehttp. */

/** Attempts after the first, where the caller does not turn them off. */
export const DEFAULT_RETRIES = 2;
const WAIT_MIN = 1_000;
const WAIT_MAX = 1_500;

/**
 * Does the client itself try again? 5xx but 501, 412, 429, and connection errors other than a bad certificate.
 * @param dialing if time ran out, was it while connecting? The call's own time is not given twice.
 */
export const isRetried = (event: ResponseArrived | RequestFailed, dialing: boolean): boolean => {
  if (event.type === 'http.failure')
    return event.reason === 'timeout'
      ? dialing
      : !['unknown authority', 'certificate expired', 'aborted'].includes(event.reason);
  return (event.status >= 500 && event.status !== 501) || event.status === 412 || event.status === 429;
};

/** Milliseconds before retry `attempt` (1, 2, …): a jittered base, times the attempt. (LinearJitterBackoff) */
export const retryWait = (attempt: number, u: number): number => (WAIT_MIN + (WAIT_MAX - WAIT_MIN) * u) * attempt;
