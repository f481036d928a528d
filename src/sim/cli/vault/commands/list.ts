import type { Run } from '../../program.ts';
import type { Call } from '../command.ts';
import { type Command, exactly, sanitized } from '../command.ts';
import { CommandFailure } from '../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../flags.ts';

/** List what is below a path; used by `kv list` too. */
export function* listAt(call: Call, path: string): Run<number> {
  const secret = yield* call.client.find(`Error listing ${path}: `, { method: 'LIST', path });
  if (!secret) {
    if (!call.out.isTable) call.out.value({});
    else throw new CommandFailure(2, `No value found at ${path}`);
    return 2;
  }
  if (secret.wrap_info) call.out.secret(secret);
  else if (!Array.isArray(secret.data?.keys)) {
    call.out.warnings(secret);
    throw new CommandFailure(2, `No entries found at ${path}`);
  } else call.out.list(secret);
  return 0;
}

/** `vault list` (vault: command/list.go) */
export const list: Command = {
  synopsis: 'List data or secrets',
  usage: 'PATH',
  flags: { ...HTTP_FLAGS, ...FORMAT, detailed: 'bool' },
  *run(call) {
    exactly(call, 1);
    const path = call.args[0] ?? '';
    return yield* listAt(call, sanitized(path));
  },
};
