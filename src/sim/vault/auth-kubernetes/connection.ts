/**
 * Vault's way to the API server: which authorities count, which connections are open, what a failure is called.
 * Source: vault-plugin-auth-kubernetes backend.go (one pooled client a mount); Go: net/http, net, crypto/tls.
 */
import type { FailureReason } from '../../kernel/http.ts';
import type { Config } from './config.ts';
import { goClientError, type Target } from './go-url.ts';
import { authorities } from './pem.ts';

/** Last use (Unix milliseconds) of the open connection to an origin. */
export type Connections = Readonly<Record<string, number>>;

/** An idle connection is closed after 90 s (go-cleanhttp: DefaultPooledTransport). */
const IDLE = 90_000;
/** Milliseconds to connect (go-cleanhttp), and for a whole request (vault: default_max_request_duration). */
const DIAL_TIMEOUT = 30_000;
const REQUEST_TIMEOUT = 90_000;

/** The PEMs that the mount's client trusts; none: the system's trust store, which knows no cluster. */
export const trusted = (config: Config, localCa: string | undefined): readonly string[] =>
  authorities(config.caCert !== '' ? config.caCert : (localCa ?? ''));

const isOpen = (connections: Connections, origin: string, wall: number): boolean => {
  const used = connections[origin];
  return used !== undefined && wall - used < IDLE;
};

/**
 * How one request travels. Over an open connection no certificate is looked at again: a CA that was changed is noticed
 * only when the old connection is gone (recording kubernetes-auth-login/login-local-review).
 */
export const travelOptions = (
  connections: Connections,
  target: Target,
  trust: () => readonly string[],
  wall: number,
): { readonly trust?: readonly string[]; readonly timeout: number } =>
  isOpen(connections, target.origin, wall) ? { timeout: REQUEST_TIMEOUT } : { trust: trust(), timeout: DIAL_TIMEOUT };

/** After an answer the connection stays open; after a failure it is gone. */
export const used = (connections: Connections, origin: string, wall: number, answered: boolean): Connections => {
  const { [origin]: _, ...others } = connections;
  return answered ? { ...others, [origin]: wall } : others;
};

/** Addresses that the log names and the model has no need of. */
const RESOLVER = '10.96.0.10:53';
const LOCAL_ADDRESS = '10.244.0.5:40510';
const CLUSTER_IP = '10.96.0.1';

/** `127.0.0.1:1` as it is; a name as the address it would resolve to. */
const dialed = (host: string): string =>
  /^[\d.]+:\d+$|^\[/.test(host)
    ? host
    : host.replace(/^.*(?=:\d+$)/, host.startsWith('localhost:') ? '127.0.0.1' : CLUSTER_IP);

const TLS = 'tls: failed to verify certificate: x509:';

/**
 * The error text of Go's HTTP client.
 * @param url as requested
 * @param open the request used a connection that was already open
 */
export const failureText = (
  method: string,
  url: string,
  target: Target,
  reason: FailureReason,
  open: boolean,
): string => {
  const reset = `read tcp ${LOCAL_ADDRESS}->${target.host}: read: connection reset by peer`;
  // A TLS server answers plain HTTP with a refusal in plain HTTP and hangs up: Go fails while it reads the body.
  if (reason === 'reset' && target.scheme === 'http') return reset;
  const texts: Readonly<Record<FailureReason, string>> = {
    refused: `dial tcp ${dialed(target.host)}: connect: connection refused`,
    'no such host': `dial tcp: lookup ${target.host.replace(/:\d+$/, '')} on ${RESOLVER}: no such host`,
    unreachable: `dial tcp ${dialed(target.host)}: connect: no route to host`,
    timeout: open ? 'context deadline exceeded' : `dial tcp ${dialed(target.host)}: i/o timeout`,
    reset,
    closed: 'EOF',
    'unknown authority': `${TLS} certificate signed by unknown authority`,
    'certificate expired': `${TLS} certificate has expired or is not yet valid`,
    aborted: 'context canceled',
  };
  return goClientError(method, url, texts[reason]);
};
