/** Mount configuration as `enable` and `tune` take it. (vault: vault/logical_system.go) */
import { SYSTEM_LEASE } from '../core/mount-core.ts';
import { convert } from '../framework/convert.ts';
import { invalidRequest, parseVaultDuration } from '../framework/index.ts';
import type { MountConfig, UserLockout } from '../state/state.ts';

type Data = Readonly<Record<string, unknown>>;

/** @param fresh a new mount: its errors say what could not be read */
const lease = (value: unknown, name: 'default' | 'max', fresh: boolean): number | undefined => {
  if (value === undefined || value === null || value === '') return undefined;
  if (value === 'system') return 0;
  const parsed = parseVaultDuration(value);
  if (parsed.error !== undefined)
    throw invalidRequest(fresh ? `unable to parse ${name} TTL of ${String(value)}: ${parsed.error}` : parsed.error);
  return Math.trunc(parsed.seconds);
};

const TOKEN_TYPES: readonly string[] = ['', 'default-service', 'default-batch', 'service', 'batch'];

const tokenType = (value: unknown): string => {
  const text = String(value ?? '');
  if (!TOKEN_TYPES.includes(text)) throw invalidRequest("invalid value for 'token_type'");
  return text;
};

const visibility = (value: unknown): string => {
  const text = String(value ?? '');
  if (!['', 'hidden', 'unauth'].includes(text)) throw invalidRequest(`invalid listing_visibility ${text}`);
  return text;
};

const lockoutSeconds = (value: unknown, before: number): number => {
  if (value === undefined) return before;
  const parsed = parseVaultDuration(value);
  if (parsed.error !== undefined) throw invalidRequest(`unable to parse user lockout configuration: ${parsed.error}`);
  return Math.trunc(parsed.seconds);
};

const lockout = (value: unknown, before: UserLockout | undefined): UserLockout => {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Data;
  const threshold = given.lockout_threshold;
  return {
    threshold: threshold === undefined ? (before?.threshold ?? 5) : Number(threshold),
    duration: lockoutSeconds(given.lockout_duration, before?.duration ?? 900),
    counterReset: lockoutSeconds(given.lockout_counter_reset_duration, before?.counterReset ?? 900),
    disabled:
      given.lockout_disable === undefined ? (before?.disabled ?? false) : convert('bool', given.lockout_disable),
  };
};

const lists = {
  passthrough_request_headers: 'passthroughHeaders',
  allowed_response_headers: 'allowedResponseHeaders',
  audit_non_hmac_request_keys: 'auditNonHmacRequestKeys',
  audit_non_hmac_response_keys: 'auditNonHmacResponseKeys',
  allowed_managed_keys: 'allowedManagedKeys',
} as const;

const listConfig = (data: Data): Partial<MountConfig> =>
  Object.fromEntries(
    Object.entries(lists)
      .filter(([name]) => data[name] !== undefined)
      .map(([name, field]) => [field, convert('comma slice', data[name])]),
  );

/** What is given of a configuration, over what there was. @param fresh the mount is new @throws VaultError 400 */
export const configFrom = (before: MountConfig, data: Data, fresh: boolean): MountConfig => ({
  ...before,
  defaultLease: lease(data.default_lease_ttl, 'default', fresh) ?? before.defaultLease,
  maxLease: lease(data.max_lease_ttl, 'max', fresh) ?? before.maxLease,
  ...(data.force_no_cache !== undefined && { forceNoCache: convert('bool', data.force_no_cache) }),
  ...(data.listing_visibility !== undefined && { listingVisibility: visibility(data.listing_visibility) }),
  ...(data.token_type !== undefined && { tokenType: tokenType(data.token_type) }),
  ...(data.user_lockout_config !== undefined && {
    userLockout: lockout(data.user_lockout_config, before.userLockout),
  }),
  ...listConfig(data),
});

/** A new mount's leases must make sense. @throws VaultError 400 */
export const checkNewLeases = ({ defaultLease, maxLease }: MountConfig): void => {
  if (maxLease !== 0 && defaultLease > maxLease)
    throw invalidRequest('given default lease TTL greater than given max lease TTL');
  if (defaultLease > SYSTEM_LEASE && maxLease === 0)
    throw invalidRequest(`given default lease TTL greater than system max lease TTL of ${SYSTEM_LEASE}`);
};

/** So must tuned ones, with another text. @throws VaultError 400 */
export const checkTunedLeases = ({ defaultLease, maxLease }: MountConfig): void => {
  if (defaultLease !== 0 && maxLease !== 0 && maxLease < defaultLease)
    throw invalidRequest(
      `backend max lease TTL of ${maxLease} would be less than backend default lease TTL of ${defaultLease}`,
    );
};
