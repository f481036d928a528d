/** `vault kv …` for both versions of the engine. Source: vault: command/kv_helpers.go, command/kv_*.go. */
import type { Run } from '../../program.ts';
import { type Call, type Command, sanitized, show } from '../command.ts';
import { CommandFailure, usage } from '../failure.ts';
import { FIELD, type FlagSet, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';
import { equalSigns, headerFor } from '../output.ts';
import { type Data, type Secret, secretOf } from '../secret.ts';
import { listAt } from './list.ts';

const MOUNT: FlagSet = { ...HTTP_FLAGS, ...FORMAT, mount: 'string' };

/** Where a secret is. */
interface Place {
  /** Mount with closing slash. */
  readonly mount: string;
  readonly versioned: boolean;
  /** Path as typed, with the mount in front. */
  readonly whole: string;
}

/** The preflight: which mount a path is below, and its version. */
function* mountOf(call: Call, path: string): Run<{ mount: string; versioned: boolean }> {
  const target = { method: 'GET', path: `sys/internal/ui/mounts/${path}`, aside: true } as const;
  const answer = yield* call.client.send(target);
  if (answer.status === 404) return { mount: '', versioned: false };
  if (answer.error !== undefined) throw new CommandFailure(2, answer.error);
  const data = secretOf(answer.body)?.data ?? {};
  const options = data.options as { version?: string } | null | undefined;
  return { mount: typeof data.path === 'string' ? data.path : '', versioned: options?.version === '2' };
}

function* placeOf(call: Call): Run<Place> {
  const typed = sanitized(call.args[0] ?? '');
  const given = call.flags.text('mount');
  const { mount, versioned } = yield* mountOf(call, given === '' ? typed : sanitized(given));
  const whole = given === '' ? typed : `${mount}${typed}`.replace(/\/+$/, '');
  return { mount, versioned, whole };
}

/** `secret/app` → `secret/data/app`. (addPrefixToKVPath) */
const prefixed = ({ mount, whole }: Place, part: string): string => {
  const bare = mount.replace(/\/+$/, '');
  if (whole === bare || whole === mount) return `${bare}/${part}`;
  return `${bare}/${part}/${whole.startsWith(mount) ? whole.slice(mount.length) : whole}`;
};

const needArgs = (call: Call, least: number): void => {
  if (call.args.length < least)
    throw usage(`Not enough arguments (expected ${least === 1 ? '' : '>'}${least}, got ${call.args.length})`);
};
const oneArg = (call: Call): void => {
  if (call.args.length < 1) throw usage(`Not enough arguments (expected 1, got ${call.args.length})`);
  if (call.args.length > 1) throw usage(`Too many arguments (expected 1, got ${call.args.length})`);
};

const showPath = ({ out }: Call, title: string, path: string): void => {
  out.line(equalSigns(title, path.length));
  out.line(path);
  out.line('');
};

const showBlock = ({ out }: Call, title: string, data: Data): void => {
  out.line(headerFor(title, data));
  out.data(data);
};

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a write to a versioned engine answered. */
const showWritten = (call: Call, path: string, secret: Secret): number => {
  if (call.flags.text('field') !== '' || !call.out.isTable || secret.wrap_info) return show(call, secret);
  call.out.warnings(secret);
  showPath(call, 'Secret Path', path);
  if (secret.data) showBlock(call, 'Metadata', secret.data);
  return 0;
};

const get: Command = {
  synopsis: 'Retrieves data from the KV store',
  usage: 'KEY',
  flags: { ...MOUNT, ...FIELD, version: 'int' },
  *run(call) {
    oneArg(call);
    const place = yield* placeOf(call);
    const path = place.versioned ? prefixed(place, 'data') : place.whole;
    const version = call.flags.int('version') ?? 0;
    const query = place.versioned && version > 0 ? { version: String(version) } : {};
    const secret = yield* call.client.find(`Error reading ${path}: `, { method: 'GET', path, query });
    if (!secret) throw new CommandFailure(2, `No value found at ${path}`);
    if (secret.wrap_info) return show(call, secret);
    const field = call.flags.text('field');
    if (field !== '' && place.versioned) {
      if (!isData(secret.data?.data)) throw new CommandFailure(2, `No data found at ${path}`);
      return show(call, { ...secret, data: secret.data.data });
    }
    if (field !== '' || !call.out.isTable) return show(call, secret);
    call.out.warnings(secret);
    if (!place.versioned) {
      if (secret.data) showBlock(call, 'Data', secret.data);
      return 0;
    }
    const { metadata, data } = secret.data ?? {};
    showPath(call, 'Secret Path', path);
    if (isData(metadata)) {
      showBlock(call, 'Metadata', metadata);
      call.out.line('');
    }
    if (isData(data)) showBlock(call, 'Data', data);
    return 0;
  },
};

const put: Command = {
  synopsis: 'Sets or updates data in the KV store',
  usage: 'KEY K=V…',
  flags: { ...MOUNT, ...FIELD, cas: 'int' },
  *run(call) {
    needArgs(call, 1);
    if (call.args.length === 1 && call.process.stdin === '') throw usage('Must supply data');
    const values = yield* keyValues(call.process, call.args.slice(1));
    const place = yield* placeOf(call);
    const path = place.versioned ? prefixed(place, 'data') : place.whole;
    const cas = call.flags.int('cas') ?? -1;
    const body = place.versioned ? { data: values, options: cas > -1 ? { cas } : {} } : values;
    const secret = yield* call.client.change(`Error writing data to ${path}: `, { method: 'PUT', path, body });
    if (secret) return place.versioned ? showWritten(call, path, secret) : show(call, secret);
    if (call.out.isTable) call.out.line(`Success! Data written to: ${path}`);
    return 0;
  },
};

/** Read the newest version, change it, write it back: for those who may not patch. */
function* readThenWrite(call: Call, path: string, values: Data): Run<Secret | null> {
  const before = yield* call.client.find(`Error doing pre-read at ${path}: `, { method: 'GET', path });
  if (!before) throw new CommandFailure(2, `No value found at ${path}`);
  const data = before.data?.data;
  if (!isData(data)) throw new CommandFailure(2, `No data found at ${path}`);
  const { version } = (before.data?.metadata ?? {}) as { version?: number };
  const body = { data: { ...data, ...values }, options: { cas: version } };
  return yield* call.client.change(`Error writing data to ${path}: `, { method: 'PUT', path, body });
}

const patch: Command = {
  synopsis: 'Sets or updates data in the KV store without overwriting',
  usage: 'KEY K=V…',
  flags: { ...MOUNT, ...FIELD, cas: 'int', method: 'string', 'remove-data': 'list' },
  *run(call) {
    needArgs(call, 1);
    const removed = call.flags.list('remove-data');
    if (call.args.length === 1 && removed.length === 0 && call.process.stdin === '') throw usage('Must supply data');
    const values = yield* keyValues(call.process, call.args.slice(1));
    const place = yield* placeOf(call);
    if (!place.versioned) throw new CommandFailure(2, 'K/V engine mount must be version 2 for patch support');
    const path = prefixed(place, 'data');
    const method = call.flags.text('method');
    if (!['', 'patch', 'rw'].includes(method))
      throw new CommandFailure(2, `Unsupported method provided to -method flag: ${method}`);
    const cas = call.flags.int('cas') ?? -1;
    let secret: Secret | null;
    if (method === 'rw') secret = yield* readThenWrite(call, path, values);
    else {
      const data = { ...values, ...Object.fromEntries(removed.map((k) => [k, null])) };
      const body = { data, ...(cas > -1 && { options: { cas } }) };
      const answer = yield* call.client.send({ method: 'PATCH', path, body });
      const mayFallBack = method === '' && (answer.status === 403 || answer.status === 405);
      if (mayFallBack) secret = yield* readThenWrite(call, path, values);
      else if (answer.error !== undefined)
        throw new CommandFailure(2, `Error writing data to ${path}: ${answer.error}`);
      else secret = secretOf(answer.body);
      if (mayFallBack && answer.status === 403)
        call.out.error(
          `Data was written to ${path} but we recommend that you add the "patch" capability to your ACL policy in order to use HTTP PATCH in the future.`,
        );
    }
    return secret ? showWritten(call, path, secret) : 0;
  },
};

const versionsOf = (call: Call): string[] =>
  call.flags
    .list('versions')
    .flatMap((v) => v.split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** Commands that name versions to a path of their own. */
const byVersions = (name: 'delete' | 'undelete' | 'destroy', synopsis: string): Command => ({
  synopsis,
  usage: 'KEY',
  flags: { ...MOUNT, versions: 'list' },
  *run(call) {
    oneArg(call);
    const versions = versionsOf(call);
    if (name !== 'delete' && versions.length === 0)
      throw usage(`No versions provided, use the "-versions" flag to specify the version to ${name}.`);
    const place = yield* placeOf(call);
    if (!place.versioned && name !== 'delete')
      throw usage(`${name === 'destroy' ? 'Destroy' : 'Undelete'} not supported on KV Version 1`);
    if (versions.length === 0) {
      const path = place.versioned ? prefixed(place, 'data') : place.whole;
      const secret = yield* call.client.change(`Error deleting ${path}: `, { method: 'DELETE', path });
      if (secret) call.out.secret(secret);
      else if (call.out.isTable) call.out.line(`Success! Data deleted (if it existed) at: ${path}`);
      return 0;
    }
    const path = prefixed(place, name);
    const failing = name === 'delete' ? `Error deleting ${path}: ` : `Error writing data to ${path}: `;
    const secret = yield* call.client.change(failing, { method: 'PUT', path, body: { versions } });
    if (secret) call.out.secret(secret);
    else if (call.out.isTable)
      call.out.line(
        name === 'delete' ? `Success! Data deleted (if it existed) at: ${path}` : `Success! Data written to: ${path}`,
      );
    return 0;
  },
});

const list: Command = {
  synopsis: 'List data or secrets',
  usage: 'PATH',
  flags: MOUNT,
  *run(call) {
    const bare = call.args.length === 0 && call.flags.text('mount') !== '';
    if (!bare) oneArg(call);
    const place = yield* placeOf(call);
    return yield* listAt(call, place.versioned ? prefixed(place, 'metadata') : place.whole);
  },
};

const rollback: Command = {
  synopsis: 'Rolls back to a previous version of data',
  usage: 'KEY',
  flags: { ...MOUNT, version: 'int' },
  *run(call) {
    oneArg(call);
    const version = call.flags.int('version');
    if (version === undefined) throw usage('Missing required flag: -version');
    if (version <= 0) throw usage(`Invalid value ${JSON.stringify(String(version))} for the version flag`);
    const place = yield* placeOf(call);
    if (!place.versioned) throw new CommandFailure(2, 'K/V engine mount must be version 2 for rollback support');
    const path = prefixed(place, 'data');
    const newest = yield* call.client.find(`Error doing pre-read at ${path}: `, { method: 'GET', path });
    if (!newest) throw new CommandFailure(2, `No value found at ${path}`);
    const { version: cas } = (newest.data?.metadata ?? {}) as { version?: number };
    const query = { version: String(version) };
    const old = yield* call.client.find(`Error reading previous version at ${path}: `, { method: 'GET', path, query });
    if (!old) throw new CommandFailure(2, `No value found at ${path}`);
    const data = old.data?.data;
    if (!isData(data)) throw new CommandFailure(2, `No data found at ${path}; rollback only works on existing data`);
    const body = { data, options: { cas } };
    const secret = yield* call.client.change(`Error writing data to ${path}: `, { method: 'PUT', path, body });
    if (secret) call.out.secret(secret);
    return 0;
  },
};

function* metadataPath(call: Call): Run<string> {
  oneArg(call);
  const place = yield* placeOf(call);
  if (!place.versioned) throw usage('Metadata not supported on KV Version 1');
  return prefixed(place, 'metadata');
}

const metadataGet: Command = {
  synopsis: 'Retrieves key metadata from the KV store',
  usage: 'KEY',
  flags: { ...MOUNT, ...FIELD },
  *run(call) {
    const path = yield* metadataPath(call);
    const secret = yield* call.client.find(`Error reading ${path}: `, { method: 'GET', path });
    if (!secret) throw new CommandFailure(2, `No value found at ${path}`);
    if (call.flags.text('field') !== '' || !call.out.isTable || secret.wrap_info) return show(call, secret);
    const { versions, ...rest } = secret.data ?? {};
    showPath(call, 'Metadata Path', path);
    call.out.line(headerFor('Metadata', rest));
    call.out.secret({ ...secret, data: rest });
    const all = Object.entries(isData(versions) ? versions : {}).sort(([a], [b]) => Number(a) - Number(b));
    for (const [number, one] of all) {
      call.out.line('');
      if (isData(one)) showBlock(call, `Version ${number}`, one);
    }
    return 0;
  },
};

const METADATA_FLAGS: FlagSet = {
  ...MOUNT,
  'cas-required': 'bool',
  'custom-metadata': 'map',
  'delete-version-after': 'duration',
  'max-versions': 'int',
  'remove-custom-metadata': 'list',
};

const metadataWrite = (method: 'PUT' | 'PATCH', synopsis: string): Command => ({
  synopsis,
  usage: 'KEY',
  flags: METADATA_FLAGS,
  *run(call) {
    const { flags } = call;
    const path = yield* metadataPath(call);
    const after = flags.text('delete-version-after');
    const custom: Record<string, string | null> = {
      ...flags.map('custom-metadata'),
      ...Object.fromEntries(flags.list('remove-custom-metadata').map((k) => [k, null])),
    };
    const body = {
      ...(flags.has('max-versions') && { max_versions: flags.int('max-versions') }),
      ...(flags.has('cas-required') && { cas_required: flags.bool('cas-required') }),
      ...(after !== '' && { delete_version_after: /\d$/.test(after) ? `${after}s` : after }),
      ...(Object.keys(custom).length > 0 && { custom_metadata: custom }),
    };
    const secret = yield* call.client.change(`Error writing data to ${path}: `, { method, path, body });
    if (secret) call.out.secret(secret);
    else if (call.out.isTable) call.out.line(`Success! Data written to: ${path}`);
    return 0;
  },
});

const metadataDelete: Command = {
  synopsis: 'Deletes all versions and metadata for a key in the KV store',
  usage: 'PATH',
  flags: MOUNT,
  *run(call) {
    const path = yield* metadataPath(call);
    const secret = yield* call.client.change(`Error deleting ${path}: `, { method: 'DELETE', path });
    if (secret) call.out.secret(secret);
    else call.out.line(`Success! Data deleted (if it existed) at: ${path}`);
    return 0;
  },
};

const enableVersioning: Command = {
  synopsis: 'Turns on versioning for a KV store',
  usage: 'PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    oneArg(call);
    const mount = `${sanitized(call.args[0] ?? '')}/`;
    yield* call.client.must(`Error tuning secrets engine ${mount}: `, {
      method: 'POST',
      path: `sys/mounts/${sanitized(mount)}/tune`,
      body: { options: { version: '2' } },
    });
    call.out.line(`Success! Tuned the secrets engine at: ${mount}`);
    return 0;
  },
};

export const kv: Readonly<Record<string, Command>> = {
  'kv get': get,
  'kv put': put,
  'kv patch': patch,
  'kv delete': byVersions('delete', 'Deletes versions in the KV store'),
  'kv undelete': byVersions('undelete', 'Undeletes versions in the KV store'),
  'kv destroy': byVersions('destroy', 'Permanently removes one or more versions in the KV store'),
  'kv list': list,
  'kv rollback': rollback,
  'kv enable-versioning': enableVersioning,
  'kv metadata get': metadataGet,
  'kv metadata put': metadataWrite('PUT', 'Sets or updates key settings in the KV store'),
  'kv metadata patch': metadataWrite('PATCH', 'Patches key settings in the KV store'),
  'kv metadata delete': metadataDelete,
};
