import { atMost, type Command, exactly, sanitized, show } from '../command.ts';
import { CommandFailure, usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { secretOf } from '../secret.ts';

/** `vault unwrap` (vault: command/unwrap.go; api/logical.go, UnwrapWithContext) */
export const unwrap: Command = {
  synopsis: 'Unwrap a wrapped secret',
  usage: '[TOKEN]',
  flags: { ...HTTP_FLAGS, ...FIELD, ...FORMAT },
  *run(call) {
    atMost(call.args, 1);
    const wrapping = (call.args[0] ?? '').trim();
    const own = yield* call.client.token();
    const secret = yield* call.client.change('Error unwrapping: ', {
      method: 'PUT',
      path: 'sys/wrapping/unwrap',
      ...(own === '' ? { token: wrapping } : wrapping !== '' && wrapping !== own ? { body: { token: wrapping } } : {}),
    });
    if (secret) return show(call, secret);
    if (call.out.isTable) call.out.line('Successfully unwrapped. There was no data in the wrapped secret.');
    return 0;
  },
};

/** `vault path-help` (vault: command/path_help.go) */
export const pathHelp: Command = {
  synopsis: 'Retrieve API help for paths',
  usage: 'PATH',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    exactly(call, 1);
    const path = sanitized(call.args[0] ?? '');
    const answer = yield* call.client.send({ method: 'GET', path, query: { help: '1' } });
    if (answer.error?.includes('Vault is sealed'))
      throw new CommandFailure(
        2,
        'Error: Vault is sealed. The "vault path-help" command requires the Vault to be unsealed so that the mount points of the secrets engines are known.',
      );
    if (answer.error !== undefined) throw new CommandFailure(2, `Error retrieving help: ${answer.error}`);
    const { help } = (answer.body ?? {}) as { help?: string };
    if (call.out.isTable) call.out.line((help ?? '').trimEnd());
    else call.out.value({ help });
    return 0;
  },
};

/** `vault print token` (vault: command/print_token.go) */
export const printToken: Command = {
  synopsis: 'Print the Vault token in use',
  usage: '',
  flags: {},
  *run(call) {
    call.out.line(yield* call.client.token());
    return 0;
  },
};

/** `vault version`: the client is of the server's own release. */
export const version: Command = {
  synopsis: 'Print the Vault CLI version',
  usage: '',
  flags: HTTP_FLAGS,
  *run(call) {
    atMost(call.args, 0);
    const answer = yield* call.client.send({ method: 'GET', path: 'sys/seal-status', token: '' });
    const known = (answer.body as { version?: string } | null)?.version;
    call.out.line(`Vault v${known ?? '1.19.5'}`);
    return 0;
  },
};

/** `vault lease lookup|renew|revoke` (vault: command/lease_*.go) */
const leaseLookup: Command = {
  synopsis: 'Lookup the lease of a secret',
  usage: 'ID',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    exactly(call, 1);
    const id = call.args[0] ?? '';
    const body = yield* call.client.must(`error looking up lease id ${id}: `, {
      method: 'PUT',
      path: 'sys/leases/lookup',
      body: { lease_id: id },
    });
    const secret = secretOf(body);
    if (secret) call.out.secret(secret);
    return 0;
  },
};

const leaseRenew: Command = {
  synopsis: 'Renew the lease of a secret',
  usage: 'ID',
  flags: { ...HTTP_FLAGS, ...FORMAT, increment: 'duration', i: 'duration' },
  *run(call) {
    exactly(call, 1);
    const id = call.args[0] ?? '';
    const increment = call.flags.seconds('increment') ?? call.flags.seconds('i') ?? 0;
    const body = yield* call.client.must(`Error renewing ${id}: `, {
      method: 'PUT',
      path: 'sys/leases/renew',
      body: { increment: Math.trunc(increment), lease_id: id },
    });
    const secret = secretOf(body);
    if (secret) call.out.secret(secret);
    return 0;
  },
};

const leaseRevoke: Command = {
  synopsis: 'Revokes leases and secrets',
  usage: 'ID',
  flags: { ...HTTP_FLAGS, force: 'bool', f: 'bool', prefix: 'bool', sync: 'bool' },
  *run(call) {
    exactly(call, 1);
    const { flags, client, out } = call;
    const id = call.args[0] ?? '';
    const force = flags.bool('force') || flags.bool('f');
    const prefix = flags.bool('prefix');
    const sync = flags.bool('sync');
    if (force && !prefix) throw usage('Specifying -force requires also specifying -prefix');
    if (force) {
      yield* client.must(`Error force revoking leases with prefix ${id}: `, {
        method: 'PUT',
        path: `sys/leases/revoke-force/${id}`,
      });
      out.line(`Success! Force revoked any leases with prefix: ${id}`);
      return 0;
    }
    if (prefix) {
      yield* client.must(`Error revoking leases with prefix ${id}: `, {
        method: 'PUT',
        path: `sys/leases/revoke-prefix/${id}`,
        body: { sync },
      });
      out.line(
        sync ? `Success! Revoked any leases with prefix: ${id}` : 'All revocation operations queued successfully!',
      );
      return 0;
    }
    yield* client.must(`Error revoking lease ${id}: `, {
      method: 'PUT',
      path: 'sys/leases/revoke',
      body: { lease_id: id, sync },
    });
    out.line(sync ? `Success! Revoked lease: ${id}` : 'All revocation operations queued successfully!');
    return 0;
  },
};

export const lease = { lookup: leaseLookup, renew: leaseRenew, revoke: leaseRevoke };
