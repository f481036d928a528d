import type { Run } from '../../program.ts';
import { type Call, type Command, sanitized, show } from '../command.ts';
import { usage } from '../failure.ts';
import { FIELD, FORMAT, HTTP_FLAGS } from '../flags.ts';
import { keyValues } from '../key-values.ts';

const flags = { ...HTTP_FLAGS, ...FIELD, ...FORMAT, force: 'bool', f: 'bool' } as const;

function* change(call: Call, method: 'PUT' | 'PATCH', forced: boolean): Run<number> {
  const [path = '', ...rest] = call.args;
  if (call.args.length < 1) throw usage('Not enough arguments (expected 1, got 0)');
  if (rest.length === 0 && !forced) throw usage('Must supply data or use -force');
  const body = yield* keyValues(call.process, rest);
  const at = sanitized(path);
  const verb = method === 'PUT' ? 'writing' : 'patching';
  const secret = yield* call.client.change(`Error ${verb} data to ${at}: `, { method, path: at, body });
  if (!secret) {
    if (call.out.isTable) call.out.line(`Success! Data written to: ${at}`);
    return 0;
  }
  return show(call, secret);
}

/** `vault write` (vault: command/write.go) */
export const write: Command = {
  synopsis: 'Write data, configuration, and secrets',
  usage: 'PATH [K=V…]',
  flags,
  run: (call) => change(call, 'PUT', call.flags.bool('force') || call.flags.bool('f')),
};

/** `vault patch` (vault: command/patch.go) */
export const patch: Command = {
  synopsis: 'Patch data, configuration, and secrets',
  usage: 'PATH K=V…',
  flags,
  run: (call) => change(call, 'PATCH', call.flags.bool('force') || call.flags.bool('f')),
};
