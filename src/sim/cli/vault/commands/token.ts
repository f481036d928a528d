/** `vault token …`. Source: vault: command/token_*.go, api/auth_token.go. */
import { formatGoDuration } from '../../../vault/framework/duration.ts';
import { atMost, type Call, type Command, show } from '../command.ts';
import { usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { secretOf } from '../secret.ts';

/** Durations are sent also when they were not given, as `0s`: so a batch token's `period` goes unnoticed. */
const period = (call: Call, name: string): Record<string, string> => ({
  [name.replaceAll('-', '_')]: formatGoDuration(call.flags.seconds(name) ?? 0),
});

const create: Command = {
  synopsis: 'Create a new token',
  usage: '',
  flags: {
    ...HTTP_FLAGS,
    ...FIELD,
    ...FORMAT,
    id: 'string',
    'display-name': 'string',
    ttl: 'duration',
    'explicit-max-ttl': 'duration',
    period: 'duration',
    renewable: 'bool',
    orphan: 'bool',
    'no-default-policy': 'bool',
    'use-limit': 'int',
    role: 'string',
    type: 'string',
    metadata: 'map',
    policy: 'list',
    'entity-alias': 'string',
  },
  *run(call) {
    atMost(call.args, 0);
    const { flags } = call;
    const metadata = flags.map('metadata');
    const text = (flag: string, name: string): Record<string, string> =>
      flags.text(flag) === '' ? {} : { [name]: flags.text(flag) };
    const body = {
      ...text('id', 'id'),
      ...(flags.has('policy') && { policies: flags.list('policy') }),
      ...(Object.keys(metadata).length > 0 && { meta: metadata }),
      ...period(call, 'ttl'),
      ...period(call, 'explicit-max-ttl'),
      ...period(call, 'period'),
      ...(flags.bool('orphan') && { no_parent: true }),
      ...(flags.bool('no-default-policy') && { no_default_policy: true }),
      display_name: flags.text('display-name'),
      num_uses: flags.int('use-limit') ?? 0,
      renewable: flags.has('renewable') ? flags.bool('renewable') : true,
      type: flags.text('type') || 'service',
      ...text('entity-alias', 'entity_alias'),
    };
    const role = flags.text('role');
    const path = role === '' ? 'auth/token/create' : `auth/token/create/${role}`;
    const secret = yield* call.client.change('Error creating token: ', { method: 'POST', path, body });
    return secret ? show(call, secret) : 0;
  },
};

const lookup: Command = {
  synopsis: 'Display information about a token',
  usage: '[TOKEN]',
  flags: { ...HTTP_FLAGS, ...FIELD, ...FORMAT, accessor: 'bool' },
  *run(call) {
    const [token] = call.args;
    atMost(call.args, 1);
    const accessor = call.flags.bool('accessor');
    if (accessor && token === undefined) throw usage('Not enough arguments with -accessor (expected 1, got 0)');
    const target = accessor
      ? ({ method: 'POST', path: 'auth/token/lookup-accessor', body: { accessor: token } } as const)
      : token !== undefined
        ? ({ method: 'POST', path: 'auth/token/lookup', body: { token: token.trim() } } as const)
        : ({ method: 'GET', path: 'auth/token/lookup-self' } as const);
    const secret = secretOf(yield* call.client.must('Error looking up token: ', target));
    return secret ? show(call, secret) : 0;
  },
};

const renew: Command = {
  synopsis: 'Renew a token lease',
  usage: '[TOKEN]',
  flags: { ...HTTP_FLAGS, ...FORMAT, increment: 'duration', i: 'duration', accessor: 'bool' },
  *run(call) {
    const [token] = call.args;
    atMost(call.args, 1);
    const increment = Math.trunc(call.flags.seconds('increment') ?? call.flags.seconds('i') ?? 0);
    const accessor = call.flags.bool('accessor');
    if (accessor && token === undefined) throw usage('Not enough arguments with -accessor (expected 1, got 0)');
    const target = accessor
      ? ({ method: 'POST', path: 'auth/token/renew-accessor', body: { accessor: token, increment } } as const)
      : token !== undefined
        ? ({ method: 'PUT', path: 'auth/token/renew', body: { token: token.trim(), increment } } as const)
        : ({ method: 'PUT', path: 'auth/token/renew-self', body: { increment } } as const);
    const secret = secretOf(yield* call.client.must('Error renewing token: ', target));
    if (secret) call.out.secret(secret);
    return 0;
  },
};

const revoke: Command = {
  synopsis: 'Revoke a token and its children',
  usage: '[TOKEN | ACCESSOR]',
  flags: { ...HTTP_FLAGS, accessor: 'bool', self: 'bool', mode: 'string' },
  *run(call) {
    const { flags, args } = call;
    const self = flags.bool('self');
    const accessor = flags.bool('accessor');
    const mode = flags.text('mode');
    if (self && args.length > 0) throw usage(`Too many arguments with -self (expected 0, got ${args.length})`);
    if (!self && args.length > 1) throw usage(`Too many arguments (expected 1 or -self, got ${args.length})`);
    if (!self && args.length < 1) throw usage(`Not enough arguments (expected 1 or -self, got ${args.length})`);
    if (self && accessor) throw usage('Cannot specify -self with -accessor!');
    if (self && mode !== '') throw usage('Cannot specify -self with -mode!');
    if (accessor && mode === 'orphan') throw usage('Cannot specify -accessor with -mode=orphan!');
    if (accessor && mode === 'path') throw usage('Cannot specify -accessor with -mode=path!');
    if (!['', 'orphan', 'path'].includes(mode)) throw usage(`Invalid mode: ${mode}`);
    const id = (args[0] ?? '').trim();
    const target = self
      ? ({ method: 'PUT', path: 'auth/token/revoke-self' } as const)
      : accessor
        ? ({ method: 'POST', path: 'auth/token/revoke-accessor', body: { accessor: id } } as const)
        : mode === 'path'
          ? ({ method: 'PUT', path: `sys/revoke-prefix/${id}` } as const)
          : ({
              method: 'PUT',
              path: `auth/token/revoke${mode === 'orphan' ? '-orphan' : ''}`,
              body: { token: id },
            } as const);
    yield* call.client.must('Error revoking token: ', target);
    call.out.line('Success! Revoked token (if it existed)');
    return 0;
  },
};

const capabilities: Command = {
  synopsis: 'Print capabilities of a token on a path',
  usage: '[TOKEN] PATH',
  flags: { ...HTTP_FLAGS, ...FORMAT, accessor: 'bool' },
  *run(call) {
    const { args } = call;
    if (args.length < 1) throw usage(`Not enough arguments (expected 1-2, got ${args.length})`);
    if (args.length > 2) throw usage(`Too many arguments (expected 1-2, got ${args.length})`);
    const path = args.at(-1) ?? '';
    const [who] = args;
    const accessor = call.flags.bool('accessor');
    const body = args.length === 1 ? { path } : accessor ? { accessor: who, path } : { token: who, path };
    const at =
      args.length === 1 ? 'sys/capabilities-self' : accessor ? 'sys/capabilities-accessor' : 'sys/capabilities';
    const answer = yield* call.client.must('Error listing capabilities: ', { method: 'POST', path: at, body });
    const data = secretOf(answer)?.data ?? {};
    const found = (data[path] ?? data.capabilities ?? []) as readonly string[];
    if (call.out.isTable) call.out.line([...found].sort().join(', '));
    else call.out.value([...found].sort());
    return 0;
  },
};

export const token = { create, lookup, renew, revoke, capabilities };
