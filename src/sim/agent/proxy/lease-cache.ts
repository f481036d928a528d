import type { Body, Headers } from '../../kernel/http.ts';
import type { Lease } from '../lifetime/lease.ts';

/**
 * The lease cache of a listener: answers that carry a renewable lease or token are kept, renewed, and given again to who
 * asks the same with the same token. Source: vault: command/agentproxyshared/cache/lease_cache.go.
 */
export interface Cached {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  /** Virtual time at which it came. */
  readonly at: number;
  /** Actor that keeps it alive. */
  readonly watcher: string;
}

/** What makes two requests the same. */
export const cacheKey = (method: string, path: string, body: Body, token: string | undefined): string =>
  JSON.stringify([method, path, body ?? null, token ?? '']);

/** What is to be kept alive for an answer to be cached: `null` for answers that are passed on only. */
export const leaseOf = (body: Body): { readonly lease: Lease; readonly token?: string } | null => {
  if (typeof body !== 'object' || body === null) return null;
  const { lease_id: id, lease_duration: seconds, renewable, auth } = body as Record<string, unknown>;
  if (typeof id === 'string' && id !== '' && renewable === true && typeof seconds === 'number')
    return { lease: { id, seconds, renewable } };
  const given = auth as { client_token?: unknown; lease_duration?: unknown; renewable?: unknown } | null | undefined;
  if (typeof given?.client_token !== 'string' || given.renewable !== true) return null;
  const granted = typeof given.lease_duration === 'number' ? given.lease_duration : 0;
  return { lease: { seconds: granted, renewable: true }, token: given.client_token };
};

/** Headers that tell where an answer came from. */
export const cacheHeaders = (cached: Cached | null, at: number): Headers =>
  cached ? { 'x-cache': 'HIT', age: String(Math.floor((at - cached.at) / 1000)) } : { 'x-cache': 'MISS' };
