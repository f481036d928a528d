import { leasesOf } from '../core/mount-core.ts';
import type { Transaction } from '../core/transaction.ts';
import type { MountConfig, MountEntry, UserLockout } from '../state/state.ts';
import { isBuiltin } from './builtin.ts';
import { runningVersion } from './plugin-version.ts';

/** Types outside the registry of plugins, which have no deprecation status. */
const OWN_TYPES: ReadonlySet<string> = new Set(['system', 'identity', 'cubbyhole', 'token', 'database']);

export const lockoutView = (lockout: UserLockout): Readonly<Record<string, unknown>> => ({
  lockout_counter_reset_duration: lockout.counterReset,
  lockout_disable: lockout.disabled,
  lockout_duration: lockout.duration,
  lockout_threshold: lockout.threshold,
});

/** What `tune` and the listings show of a configuration besides the leases, where it was set. */
export const optionalConfig = (config: MountConfig): Readonly<Record<string, unknown>> => ({
  ...(config.listingVisibility !== '' && { listing_visibility: config.listingVisibility }),
  ...(config.passthroughHeaders && { passthrough_request_headers: config.passthroughHeaders }),
  ...(config.allowedResponseHeaders && { allowed_response_headers: config.allowedResponseHeaders }),
  ...(config.auditNonHmacRequestKeys && { audit_non_hmac_request_keys: config.auditNonHmacRequestKeys }),
  ...(config.auditNonHmacResponseKeys && { audit_non_hmac_response_keys: config.auditNonHmacResponseKeys }),
  ...(config.allowedManagedKeys && { allowed_managed_keys: config.allowedManagedKeys }),
  ...(config.userLockout && { user_lockout_config: lockoutView(config.userLockout) }),
});

export const tokenTypeView = (mount: MountEntry): Readonly<Record<string, string>> =>
  mount.class === 'auth' ? { token_type: mount.config.tokenType || 'default-service' } : {};

/**
 * A mount as `sys/mounts` and `sys/auth` show it.
 * @param effective leases as they work out (`sys/internal/ui/mounts`) instead of as they are stored
 */
export const mountView = (
  tx: Transaction,
  mount: MountEntry,
  effective: boolean,
): Readonly<Record<string, unknown>> => {
  const { config } = mount;
  const leases = effective ? leasesOf(mount) : config;
  return {
    accessor: mount.accessor,
    config: {
      default_lease_ttl: leases.defaultLease,
      force_no_cache: config.forceNoCache,
      max_lease_ttl: leases.maxLease,
      ...tokenTypeView(mount),
      ...optionalConfig(config),
    },
    ...(!OWN_TYPES.has(mount.type) && isBuiltin(mount.class, mount.type) && { deprecation_status: 'supported' }),
    description: mount.description,
    external_entropy_access: false,
    local: mount.local,
    options: mount.options,
    plugin_version: mount.pluginVersion,
    running_plugin_version: runningVersion(tx.version, mount),
    running_sha256: '',
    seal_wrap: mount.sealWrap,
    type: mount.type,
    uuid: mount.uuid,
  };
};

/** All mounts of a class by path. */
export const mountTable = (
  tx: Transaction,
  kind: MountEntry['class'],
  effective = false,
  seen: (mount: MountEntry) => boolean = () => true,
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.values(tx.state.mounts)
      .filter((mount) => mount.class === kind && seen(mount))
      .map((mount) => [mount.path, mountView(tx, mount, effective)]),
  );
