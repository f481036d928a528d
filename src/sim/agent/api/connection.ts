/**
 * How long a call waits, which depends on whether a connection is open already. Milliseconds.
 * Source: Go: net/http; hashicorp/go-cleanhttp: DefaultPooledTransport; vault: api/client.go.
 */

/** A whole call, retries included. */
export const CLIENT_TIMEOUT = 60_000;
/**
 * Connecting: 30 s in the real client. The model cannot tell a connection that does not come about from an answer that
 * is slow, and Vault itself needs 30 s to find the API server gone; so it waits a moment longer.
 */
const DIAL_TIMEOUT = 31_000;
/** An unused connection is closed after 90 s; the template engine's after 5 s. */
const IDLE = 90_000;
export const TEMPLATING_IDLE = 5_000;

/** Is there a connection that was used lately? @param usedAt virtual time of its last answer, `null` for none */
export const isOpen = (usedAt: number | null, at: number, idle: number = IDLE): boolean =>
  usedAt !== null && at - usedAt < idle;

export interface Patience {
  readonly timeout: number;
  /** When the time is up it is the connecting that has failed, not the call. */
  readonly dialing: boolean;
}

/** @param left what is left of the call's own time */
export const patience = (open: boolean, left: number = CLIENT_TIMEOUT): Patience =>
  open || left <= DIAL_TIMEOUT ? { timeout: left, dialing: false } : { timeout: DIAL_TIMEOUT, dialing: true };
