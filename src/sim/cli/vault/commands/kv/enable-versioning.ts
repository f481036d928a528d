import { type Command, sanitized } from '../../command.ts';
import { HTTP_FLAGS } from '../../flags.ts';
import { oneArg } from './place.ts';

/** `vault kv enable-versioning` (vault: command/kv_enable_versioning.go) */
export const enableVersioning: Command = {
  synopsis: 'Turns on versioning for a KV store',
  usage: 'PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    oneArg(call);
    const mount = `${sanitized(call.args[0] ?? '')}/`;
    yield* call.client.must(`Error tuning secrets engine ${mount}: `, {
      method: 'POST',
      path: `sys/mounts/${sanitized(mount)}/tune`,
      body: { options: { version: '2' } },
    });
    call.out.line(`Success! Tuned the secrets engine at: ${mount}`);
    return 0;
  },
};
