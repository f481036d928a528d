import { type Command, sanitized, show } from '../command.ts';
import { CommandFailure, usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';

/** `vault read` (vault: command/read.go) */
export const read: Command = {
  synopsis: 'Read data and retrieves secrets',
  usage: 'PATH [K=V…]',
  flags: { ...HTTP_FLAGS, ...FIELD, ...FORMAT },
  *run(call) {
    const [path = '', ...rest] = call.args;
    if (call.args.length < 1) throw usage('Not enough arguments (expected 1, got 0)');
    const at = sanitized(path);
    const query = (yield* keyValues(call.process, rest)) as Record<string, string>;
    const secret = yield* call.client.find(`Error reading ${at}: `, { method: 'GET', path: at, query });
    if (!secret) throw new CommandFailure(2, `No value found at ${at}`);
    return show(call, secret);
  },
};
