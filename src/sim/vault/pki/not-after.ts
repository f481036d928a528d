/** When a certificate ends. Source: vault: issuing/issue_common.go, GetCertificateNotAfter. */
import { type Core, errorResponse, formatGoDuration, goTime } from '../framework/index.ts';
import type { CertificateFields } from './issue-fields.ts';
import type { Role } from './role.ts';
import type { Issuer } from './storage.ts';

export interface NotAfter {
  /** Unix milliseconds. */
  readonly at: number;
  readonly warnings: readonly string[];
}

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

const parsed = (text: string): number => {
  const at = RFC3339.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at))
    throw errorResponse(
      `parsing time ${JSON.stringify(text)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(text)} as "2006"`,
    );
  return at;
};

/** A leaf does not outlive its issuer, unless that says so. */
const bounded = (issuer: Issuer | undefined, at: number): number => {
  if (!issuer || at <= issuer.notAfter || issuer.leafNotAfter === 'permit') return at;
  if (issuer.leafNotAfter === 'truncate') return issuer.notAfter;
  throw errorResponse(
    `cannot satisfy request, as TTL would result in notAfter of ${goTime(at)} that is beyond the expiration of the CA certificate at ${goTime(issuer.notAfter)}`,
  );
};

/** @param issuer `undefined`: the certificate is its own */
export const notAfterOf = (core: Core, role: Role, given: CertificateFields, issuer: Issuer | undefined): NotAfter => {
  const warnings: string[] = [];
  let ttl = given.get('ttl');
  const fixed = role.not_after === '' ? given.get('not_after') : role.not_after;
  if (ttl > 0 && fixed !== '')
    throw errorResponse('Either ttl or not_after should be provided. Both should not be provided in the same request.');
  if (ttl === 0) ttl = role.ttl > 0 ? role.ttl : core.defaultLease;
  const max = role.max_ttl > 0 ? role.max_ttl : core.maxLease;
  if (ttl > max) {
    warnings.push(
      `TTL "${formatGoDuration(ttl)}" is longer than permitted maxTTL "${formatGoDuration(max)}", so maxTTL is being used`,
    );
    ttl = max;
  }
  return { at: bounded(issuer, fixed === '' ? core.wall + ttl * 1000 : parsed(fixed)), warnings };
};
