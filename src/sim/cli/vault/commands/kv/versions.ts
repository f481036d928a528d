/** `vault kv delete`, `undelete`, `destroy`, `rollback` (vault: command/kv_delete.go and its neighbours) */
import type { Call, Command } from '../../command.ts';
import { CommandFailure, usage } from '../../failure.ts';
import { MOUNT, oneArg, placeOf, prefixed } from './place.ts';
import { isData } from './show.ts';

const versionsOf = (call: Call): string[] =>
  call.flags
    .list('versions')
    .flatMap((v) => v.split(','))
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** Commands that name versions to a path of their own. */
export const byVersions = (name: 'delete' | 'undelete' | 'destroy', synopsis: string): Command => ({
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

export const rollback: Command = {
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
