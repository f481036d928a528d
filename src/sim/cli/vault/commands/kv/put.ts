import { type Command, show } from '../../command.ts';
import { usage } from '../../failure.ts';
import { FIELD } from '../../flags.ts';
import { keyValues } from '../../key-values.ts';
import { MOUNT, needArgs, placeOf, prefixed } from './place.ts';
import { showWritten } from './show.ts';

/** `vault kv put` (vault: command/kv_put.go) */
export const put: Command = {
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
