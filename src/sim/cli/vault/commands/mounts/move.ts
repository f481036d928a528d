import { sleep } from '../../../program.ts';
import { type Command, closed, exactly, sanitized } from '../../command.ts';
import { CommandFailure } from '../../failure.ts';
import { HTTP_FLAGS } from '../../flags.ts';
import { type Family, WORDS } from './family.ts';

/** `vault secrets|auth move`: waits for the end of the migration (vault: command/secrets_move.go) */
export const move = (family: Family): Command => ({
  synopsis: family === 'auth' ? 'Move an auth method to a new path' : 'Move a secrets engine to a new path',
  usage: 'SOURCE DESTINATION',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 2);
    const [from = '', to = ''] = call.args.map((a) => closed(sanitized(a)));
    const { noun } = WORDS[family];
    const failing = `Error moving ${noun} ${from} to ${to}: `;
    const body = yield* call.client.must(failing, { method: 'POST', path: 'sys/remount', body: { from, to } });
    const id = (body as { data?: { migration_id?: string }; migration_id?: string } | null)?.data?.migration_id ?? '';
    call.out.line(`Started moving ${noun} ${from} to ${to}, with migration ID ${id}`);
    for (;;) {
      const got = yield* call.client.must(`Error checking migration status ${id}: `, {
        method: 'GET',
        path: `sys/remount/status/${id}`,
      });
      const { status } = (got as { data?: { migration_info?: { status?: string } } }).data?.migration_info ?? {};
      if (status === 'success') {
        call.out.line(`Success! Finished moving ${noun} ${from} to ${to}, with migration ID ${id}`);
        return 0;
      }
      if (status === 'failure')
        throw new CommandFailure(
          0,
          `Failure! Error encountered moving ${noun} ${from} to ${to}, with migration ID ${id}`,
        );
      yield* sleep(10_000);
    }
  },
});
