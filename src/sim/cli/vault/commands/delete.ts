import { type Command, sanitized, show } from '../command.ts';
import { usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';

/** `vault delete` (vault: command/delete.go) */
export const remove: Command = {
  synopsis: 'Delete secrets and configuration',
  usage: 'PATH [K=V…]',
  flags: { ...HTTP_FLAGS, ...FIELD, ...FORMAT },
  *run(call) {
    const [path = '', ...rest] = call.args;
    if (call.args.length < 1) throw usage('Not enough arguments (expected at least 1, got 0)');
    const at = sanitized(path);
    const query = (yield* keyValues(call.process, rest)) as Record<string, string>;
    const secret = yield* call.client.change(`Error deleting ${at}: `, { method: 'DELETE', path: at, query });
    if (secret) return show(call, secret);
    if (call.out.isTable) call.out.line(`Success! Data deleted (if it existed) at: ${at}`);
    return 0;
  },
};
