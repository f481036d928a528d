import { type Command, show } from '../../command.ts';
import { CommandFailure } from '../../failure.ts';
import { FIELD } from '../../flags.ts';
import { MOUNT, oneArg, placeOf, prefixed } from './place.ts';
import { isData, showBlock, showPath } from './show.ts';

/** `vault kv get` (vault: command/kv_get.go) */
export const get: Command = {
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
