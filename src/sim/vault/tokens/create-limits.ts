/** How long a new token lives. (vault: token_store.go, handleCreateCommon) */
import type { InternalCore } from '../core/mount-core.ts';
import { calculateTtl, invalidRequest, parseVaultDuration } from '../framework/index.ts';
import type { CreateFields } from './create.ts';
import type { TokenRole } from './storage.ts';

/** Seconds. The effective values bound the lease; the others are what the token itself shows. */
export interface CreateLimits {
  readonly ttl: number;
  readonly period: number;
  readonly explicitMaxTtl: number;
  readonly effectivePeriod: number;
  readonly effectiveExplicitMaxTtl: number;
  readonly warnings: readonly string[];
}

interface Asked {
  readonly fields: CreateFields;
  readonly role: TokenRole | undefined;
  readonly type: 'service' | 'batch';
  readonly policies: readonly string[];
  readonly sudo: boolean;
}

const seconds = (text: string, name: string): number => {
  if (text === '') return 0;
  const parsed = parseVaultDuration(text);
  if (parsed.error !== undefined) throw invalidRequest(parsed.error);
  if (parsed.seconds < 0) throw invalidRequest(`${name} must be positive`);
  return Math.trunc(parsed.seconds);
};

/** The lesser of request and role; what only the role sets does not show on the token. */
const lesser = (given: number, role: number): { own: number; effective: number } => {
  if (role === 0) return { own: given, effective: given };
  if (given === 0) return { own: 0, effective: role };
  const least = Math.min(given, role);
  return { own: least, effective: least };
};

/** @throws VaultError 400 */
export const limitsOf = (core: InternalCore, { fields, role, type, policies, sudo }: Asked): CreateLimits => {
  const givenMax = seconds(fields.get('explicit_max_ttl'), 'explicit_max_ttl');
  const givenPeriod = seconds(fields.get('period'), 'period');
  if (givenPeriod > 0 && !sudo) throw invalidRequest('root or sudo privileges required to create periodic token');
  const asked = fields.get('ttl') !== '' ? seconds(fields.get('ttl'), 'ttl') : seconds(fields.get('lease'), 'lease');
  const fromRole = type === 'batch' ? undefined : role;
  const max = lesser(givenMax, fromRole?.explicitMaxTtl ?? 0);
  const period = lesser(givenPeriod, fromRole?.period ?? 0);
  const limits = {
    period: period.own,
    explicitMaxTtl: max.own,
    effectivePeriod: period.effective,
    effectiveExplicitMaxTtl: max.effective,
  };
  const ends = period.effective > 0 || asked > 0 || !policies.includes('root');
  // Root tokens without a TTL live for ever, or as long as their explicit maximum.
  if (!ends) return { ...limits, ttl: max.effective, warnings: [] };
  const { tx, defaultLease, maxLease } = core;
  const reckoned = calculateTtl({
    now: tx.now,
    issued: tx.now,
    defaultLease,
    maxLease,
    increment: 0,
    ttl: asked,
    period: period.effective,
    maxTtl: 0,
    explicitMaxTtl: max.effective,
  });
  return { ...limits, ...reckoned };
};
