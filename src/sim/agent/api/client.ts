import type { Effect } from '../../kernel/effects.ts';
import type { Body } from '../../kernel/http.ts';
import { CLIENT_TIMEOUT } from './connection.ts';
import type { Call } from './outcome.ts';

/** Where and how the process reaches Vault. */
export interface VaultClient {
  /** `http://vault:8200` */
  readonly address: string;
  readonly namespace?: string;
  /** PEM of the authorities trusted; left out: any (`tls_skip_verify`). */
  readonly trust?: readonly string[];
  readonly userAgent?: string;
  /** The address that error texts name, where it is another (a cache inside the process). */
  readonly shownAs?: string;
}

export interface Operation {
  readonly method: string;
  /** Below `/v1/`, query included. */
  readonly path: string;
  readonly token?: string;
  readonly body?: Body;
  /** Go duration for `X-Vault-Wrap-TTL`. */
  readonly wrapTtl?: string;
}

/** @param dialing was it still connecting? */
export const callOf = (client: VaultClient, operation: Operation, dialing = false): Call => ({
  dialing,
  method: operation.method,
  url: `${(client.shownAs ?? client.address).replace(/\/+$/, '')}/v1/${operation.path}`,
  ...(client.namespace && { namespace: client.namespace }),
});

/** The effect that sends an operation; its answer comes back under `id`. */
export const request = (client: VaultClient, id: string, operation: Operation, timeout = CLIENT_TIMEOUT): Effect => {
  const headers: Record<string, string> = { 'x-vault-request': 'true' };
  if (operation.token) headers['x-vault-token'] = operation.token;
  if (operation.wrapTtl) headers['x-vault-wrap-ttl'] = operation.wrapTtl;
  if (client.namespace) headers['x-vault-namespace'] = client.namespace;
  if (client.userAgent) headers['user-agent'] = client.userAgent;
  return {
    type: 'request',
    params: {
      id,
      to: client.address.replace(/\/+$/, ''),
      method: operation.method,
      path: `/v1/${operation.path}`,
      headers,
      timeout,
      ...(operation.body !== undefined && { body: operation.body }),
      ...(client.trust && { trust: client.trust }),
    },
  };
};
