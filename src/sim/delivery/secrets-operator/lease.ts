import type { Operation } from '../../agent/api/client.ts';
import { part } from '../../kubernetes/api/object.ts';
import { parseGoDuration } from '../go-duration.ts';
import { luck, renewalHorizon } from './horizon.ts';

/** A lease as the status of a VaultDynamicSecret keeps it. Source: vault-secrets-operator 1.4.1: api/v1beta1. */
export interface Lease {
  readonly id: string;
  /** Seconds. */
  readonly duration: number;
  readonly renewable: boolean;
  readonly requestID: string;
}

/** The `spec` of a VaultDynamicSecret. */
export type DynamicSpec = Readonly<Record<string, unknown>>;

/** The lease in an answer of Vault. */
export const leaseIn = (body: Readonly<Record<string, unknown>>): Lease => ({
  id: String(body.lease_id ?? ''),
  duration: Number(body.lease_duration ?? 0),
  renewable: body.renewable === true,
  requestID: String(body.request_id ?? ''),
});

/** Why a renewal that was granted is of no use: it is shorter than what was there; `''`: it is not. */
export const truncation = (before: number, granted: number): string =>
  granted < before ? `lease renewal duration was truncated from ${before}s to ${granted}s` : '';

/** `spec.renewalPercent` when it is not given. */
const RENEWAL_PERCENT = 67;

/**
 * When leased credentials are looked at again.
 * @param seconds of the lease; 0: `refreshAfter` counts
 * @returns milliseconds; 0: never by itself
 */
export const leaseHorizon = (spec: DynamicSpec, seconds: number, entropy: number): number => {
  const refresh = parseGoDuration(String(spec.refreshAfter ?? '0'));
  const life = seconds * 1000 || (typeof refresh === 'number' ? refresh : 0);
  return renewalHorizon(life, Number(spec.renewalPercent ?? RENEWAL_PERCENT), luck(entropy));
};

/** The request for credentials: with parameters a write, whatever the method. Source: doVault. */
export const credentialsRequest = (spec: DynamicSpec): Operation | { readonly error: string } => {
  const params = part(spec, 'params');
  const given = Object.keys(params).length > 0;
  const method = given ? 'PUT' : String(spec.requestHTTPMethod ?? '') || 'GET';
  if (!['GET', 'PUT', 'POST'].includes(method))
    return { error: `unsupported HTTP method ${JSON.stringify(method)} for sync` };
  const path = `${spec.mount}/${spec.path}`;
  return method === 'GET' ? { method, path } : { method: 'PUT', path, ...(given && { body: params }) };
};
