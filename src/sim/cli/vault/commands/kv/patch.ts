/** `vault kv patch` (vault: command/kv_patch.go) */
import type { Run } from '../../../program.ts';
import type { Call, Command } from '../../command.ts';
import { CommandFailure, usage } from '../../failure.ts';
import { FIELD } from '../../flags.ts';
import { keyValues } from '../../key-values.ts';
import { type Data, type Secret, secretOf } from '../../secret.ts';
import { MOUNT, needArgs, placeOf, prefixed } from './place.ts';
import { isData, showWritten } from './show.ts';

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

export const patch: Command = {
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
