/** `vault secrets list`, `vault auth list` (vault: command/secrets_list.go, command/auth_list.go) */

import { sorted } from '../../../../go/json-write.ts';
import { goPrint } from '../../../../vault/framework/go-value.ts';
import { atMost, type Command } from '../../command.ts';
import { FORMAT, HTTP_FLAGS } from '../../flags.ts';
import { type Family, type Mount, mountsOf } from './family.ts';

const MOUNT_ORDER = [
  'uuid',
  'type',
  'description',
  'accessor',
  'config',
  'options',
  'local',
  'seal_wrap',
  'external_entropy_access',
  'plugin_version',
  'running_plugin_version',
  'running_sha256',
  'deprecation_status',
] as const;
const CONFIG_ORDER = [
  'default_lease_ttl',
  'max_lease_ttl',
  'force_no_cache',
  'audit_non_hmac_request_keys',
  'audit_non_hmac_response_keys',
  'listing_visibility',
  'passthrough_request_headers',
  'allowed_response_headers',
  'token_type',
  'allowed_managed_keys',
  'user_lockout_config',
  'identity_token_key',
];

/** A mount in the order of the Go struct; empty optional settings are left out. */
const ordered = (mount: Mount): object => {
  const config = mount.config ?? {};
  const settings = CONFIG_ORDER.filter((k) => k in config).map((k) => [k, config[k]]);
  const whole: Record<string, unknown> = {
    ...mount,
    config: Object.fromEntries(settings),
    options: sorted(mount.options ?? null),
  };
  return Object.fromEntries(MOUNT_ORDER.map((k) => [k, whole[k] ?? (k === 'options' ? null : '')]));
};

const ttl = (value: unknown): string => (typeof value === 'number' && value !== 0 ? String(value) : 'system');
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

const detailed = (family: Family, path: string, m: Mount): string[] => [
  path,
  text(m.type),
  text(m.accessor),
  ttl(m.config?.default_lease_ttl),
  ttl(m.config?.max_lease_ttl),
  family === 'auth' ? text(m.config?.token_type) : text(m.config?.force_no_cache),
  m.local ? 'local' : 'replicated',
  text(m.seal_wrap),
  text(m.external_entropy_access),
  goPrint(m.options ?? {}),
  text(m.description),
  text(m.uuid),
  text(m.plugin_version),
  text(m.running_plugin_version),
  text(m.running_sha256),
  text(m.deprecation_status),
];

export const list = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Lists enabled auth methods' : 'List enabled secrets engines',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT, detailed: 'bool' },
  *run(call) {
    atMost(call.args, 0);
    const mounts = yield* mountsOf(call, family);
    if (!call.out.isTable) {
      call.out.value(Object.fromEntries(mounts.map(([path, m]) => [path, ordered(m)])));
      return 0;
    }
    if (call.flags.bool('detailed')) {
      const third = family === 'auth' ? 'Token Type' : 'Force No Cache';
      call.out.table(
        [
          'Path',
          'Plugin',
          'Accessor',
          'Default TTL',
          'Max TTL',
          third,
          'Replication',
          'Seal Wrap',
          'External Entropy Access',
          'Options',
          'Description',
          'UUID',
          'Version',
          'Running Version',
          'Running SHA256',
          'Deprecation Status',
        ],
        mounts.map(([path, m]) => detailed(family, path, m)),
      );
      return 0;
    }
    const rows = mounts.map(([path, m]) => [
      path,
      text(m.type),
      text(m.accessor),
      text(m.description),
      text(m.plugin_version),
    ]);
    if (family === 'auth') call.out.table(['Path', 'Type', 'Accessor', 'Description', 'Version'], rows);
    else
      call.out.table(
        ['Path', 'Type', 'Accessor', 'Description'],
        rows.map((r) => r.slice(0, 4)),
      );
    return 0;
  },
});
