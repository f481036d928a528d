import type { Body } from '../../kernel/http.ts';
import type { Operation } from '../api/client.ts';

/** What a LifetimeWatcher keeps alive: the token itself, or a secret's lease. */
export interface Lease {
  /** The lease's id; left out: the token. */
  readonly id?: string;
  /** Seconds granted. */
  readonly seconds: number;
  readonly renewable: boolean;
}

/** The call that extends it. Source: vault: api/auth_token.go (RenewTokenAsSelf), api/sys_leases.go (Renew). */
export const renewalOf = (lease: Lease, token: string): Operation =>
  lease.id === undefined
    ? { method: 'PUT', path: 'auth/token/renew-self', token, body: { increment: 0 } }
    : { method: 'PUT', path: 'sys/leases/renew', token, body: { increment: 0, lease_id: lease.id } };

/** The seconds and warnings of a renewal's answer, or `undefined` where it carries none. */
export const grantOf = (lease: Lease, body: Body): { seconds: number; warnings: readonly string[] } | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const { auth, lease_duration, warnings } = body as Record<string, unknown>;
  const given = lease.id === undefined ? (auth as { lease_duration?: unknown } | null)?.lease_duration : lease_duration;
  if (typeof given !== 'number') return undefined;
  return { seconds: given, warnings: Array.isArray(warnings) ? warnings.map(String) : [] };
};
