/** `vault secrets …` and `vault auth …`. Source: vault: command/secrets_*.go, command/auth_*.go. */

import { goPrint } from '../../../vault/framework/go-value.ts';
import { type Run, sleep } from '../../program.ts';
import { sorted } from '../../text/json.ts';
import { atMost, type Call, type Command, closed, exactly, sanitized } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { type FlagSet, FORMAT, HTTP_FLAGS } from '../flags.ts';

type Family = 'secrets' | 'auth';

interface Mount {
  readonly type?: string;
  readonly accessor?: string;
  readonly description?: string;
  readonly uuid?: string;
  readonly options?: Readonly<Record<string, string>> | null;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly local?: boolean;
  readonly seal_wrap?: boolean;
  readonly external_entropy_access?: boolean;
  readonly plugin_version?: string;
  readonly running_plugin_version?: string;
  readonly running_sha256?: string;
  readonly deprecation_status?: string;
}

const WORDS = {
  secrets: { api: 'sys/mounts', noun: 'secrets engine', failing: 'Error listing secrets engines: ' },
  auth: { api: 'sys/auth', noun: 'auth method', failing: 'Error listing enabled authentications: ' },
} as const;

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

function* mountsOf(call: Call, family: Family): Run<[string, Mount][]> {
  const body = yield* call.client.must(WORDS[family].failing, { method: 'GET', path: WORDS[family].api });
  const data = ((body as { data?: Record<string, Mount> } | null)?.data ?? {}) as Record<string, Mount>;
  return Object.entries(data).sort(([a], [b]) => (a < b ? -1 : 1));
}

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

const list = (family: Family): Command => ({
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

const TUNABLE: FlagSet = {
  'allowed-response-headers': 'list',
  'audit-non-hmac-request-keys': 'list',
  'audit-non-hmac-response-keys': 'list',
  'default-lease-ttl': 'duration',
  description: 'string',
  'listing-visibility': 'string',
  'max-lease-ttl': 'duration',
  options: 'map',
  'passthrough-request-headers': 'list',
  'plugin-version': 'string',
  'token-type': 'string',
  version: 'int',
};

const duration = (call: Call, name: string): string => {
  const given = call.flags.text(name);
  return given !== '' && /\d$/.test(given) ? `${given}s` : given;
};

/** Settings of a mount that were given, under the API's names. */
const settings = (call: Call): Record<string, unknown> => {
  const { flags } = call;
  const lists = [
    'allowed-response-headers',
    'audit-non-hmac-request-keys',
    'audit-non-hmac-response-keys',
    'passthrough-request-headers',
  ];
  const texts = ['listing-visibility', 'token-type', 'plugin-version'];
  const named = (name: string): string => name.replaceAll('-', '_');
  return {
    default_lease_ttl: duration(call, 'default-lease-ttl'),
    max_lease_ttl: duration(call, 'max-lease-ttl'),
    ...Object.fromEntries(lists.filter((l) => flags.has(l)).map((l) => [named(l), flags.list(l)])),
    ...Object.fromEntries(texts.filter((t) => flags.has(t)).map((t) => [named(t), flags.text(t)])),
  };
};

const optionsOf = (call: Call): Record<string, string> => ({
  ...call.flags.map('options'),
  ...(call.flags.has('version') && { version: call.flags.text('version') }),
});

const enable = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Enables a new auth method' : 'Enable a secrets engine',
  usage: 'TYPE',
  flags: {
    ...HTTP_FLAGS,
    ...TUNABLE,
    path: 'string',
    local: 'bool',
    'seal-wrap': 'bool',
    'external-entropy-access': 'bool',
    'force-no-cache': 'bool',
    'plugin-name': 'string',
  },
  *run(call) {
    exactly(call, 1);
    const { flags } = call;
    const type = (call.args[0] ?? '').trim();
    const path = sanitized(flags.text('path')) || type;
    const kv2 = family === 'secrets' && type === 'kv-v2';
    const options = { ...optionsOf(call), ...(kv2 && { version: '2' }) };
    const body = {
      type: kv2 ? 'kv' : type,
      description: flags.text('description'),
      config: { ...settings(call), force_no_cache: flags.bool('force-no-cache') },
      local: flags.bool('local'),
      seal_wrap: flags.bool('seal-wrap'),
      external_entropy_access: flags.bool('external-entropy-access'),
      // Go writes the absent map as null, which is not the same to the server as no field.
      options: Object.keys(options).length > 0 ? options : null,
    };
    const failing = family === 'auth' ? `Error enabling ${type} auth: ` : 'Error enabling: ';
    yield* call.client.must(failing, { method: 'POST', path: `${WORDS[family].api}/${path}`, body });
    call.out.line(
      family === 'auth'
        ? `Success! Enabled ${type} auth method at: ${path}/`
        : `Success! Enabled the ${type} secrets engine at: ${path}/`,
    );
    return 0;
  },
});

const disable = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Disables an auth method' : 'Disable a secrets engine',
  usage: 'PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    const { api, noun } = WORDS[family];
    yield* call.client.must(`Error disabling ${noun} at ${path}/: `, { method: 'DELETE', path: `${api}/${path}` });
    call.out.line(`Success! Disabled the ${noun} (if it existed) at: ${path}/`);
    return 0;
  },
});

const tune = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Tunes an auth method configuration' : 'Tune a secrets engine configuration',
  usage: 'PATH',
  flags: { ...HTTP_FLAGS, ...TUNABLE },
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    const options = optionsOf(call);
    const at = family === 'auth' ? `auth/${path}` : path;
    const { noun } = WORDS[family];
    yield* call.client.must(`Error tuning ${noun} ${path}/: `, {
      method: 'POST',
      path: `sys/mounts/${at}/tune`,
      body: {
        ...settings(call),
        ...(call.flags.has('description') && { description: call.flags.text('description') }),
        ...(Object.keys(options).length > 0 && { options }),
      },
    });
    call.out.line(`Success! Tuned the ${noun} at: ${path}/`);
    return 0;
  },
});

const move = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Move an auth method to a new path' : 'Move a secrets engine to a new path',
  usage: 'SOURCE DESTINATION',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 2);
    const [from = '', to = ''] = call.args.map((a) => closed(sanitized(a)));
    const { noun } = WORDS[family];
    const failing = `Error moving ${noun} ${from} to ${to}: `;
    const body = yield* call.client.must(failing, { method: 'POST', path: 'sys/remount', body: { from, to } });
    const id = (body as { data?: { migration_id?: string }; migration_id?: string } | null)?.data?.migration_id ?? '';
    call.out.line(`Started moving ${noun} ${from} to ${to}, with migration ID ${id}`);
    for (;;) {
      const got = yield* call.client.must(`Error checking migration status ${id}: `, {
        method: 'GET',
        path: `sys/remount/status/${id}`,
      });
      const { status } = (got as { data?: { migration_info?: { status?: string } } }).data?.migration_info ?? {};
      if (status === 'success') {
        call.out.line(`Success! Finished moving ${noun} ${from} to ${to}, with migration ID ${id}`);
        return 0;
      }
      if (status === 'failure')
        throw new CommandFailure(
          0,
          `Failure! Error encountered moving ${noun} ${from} to ${to}, with migration ID ${id}`,
        );
      yield* sleep(10_000);
    }
  },
});

/** `vault auth help`: only methods with a login of their own have one. (vault: command/auth_help.go) */
const help: Command = {
  synopsis: 'Prints usage for an auth method',
  usage: 'TYPE | PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const typed = (call.args[0] ?? '').trim();
    const mounts = yield* mountsOf(call, 'auth');
    const type = mounts.find(([path]) => path === closed(typed))?.[1].type ?? typed;
    if (!['token', 'userpass', 'ldap'].includes(type))
      throw new CommandFailure(2, `No method-specific CLI handler available for auth method ${JSON.stringify(type)}`);
    call.out.line(
      type === 'token'
        ? 'Usage: vault login TOKEN'
        : `Usage: vault login -method=${type} username=NAME password=PASSWORD`,
    );
    return 0;
  },
};

const family = (name: Family): Record<string, Command> => ({
  [`${name} list`]: list(name),
  [`${name} enable`]: enable(name),
  [`${name} disable`]: disable(name),
  [`${name} tune`]: tune(name),
  [`${name} move`]: move(name),
});

export const mounts: Readonly<Record<string, Command>> = { ...family('secrets'), ...family('auth'), 'auth help': help };
