import { type Command, closed, exactly } from '../../command.ts';
import { CommandFailure } from '../../failure.ts';
import { HTTP_FLAGS } from '../../flags.ts';
import { mountsOf } from './family.ts';

/** `vault auth help`: only methods with a login of their own have one. (vault: command/auth_help.go) */
export const authHelp: Command = {
  synopsis: 'Prints usage for an auth method',
  usage: 'TYPE | PATH',
  flags: HTTP_FLAGS,
  *run(call) {
    exactly(call, 1);
    const typed = (call.args[0] ?? '').trim();
    const mounts = yield* mountsOf(call, 'auth');
    const type = mounts.find(([path]) => path === closed(typed))?.[1].type ?? typed;
    if (!['token', 'userpass', 'ldap'].includes(type))
      throw new CommandFailure(2, `No method-specific CLI handler available for auth method ${JSON.stringify(type)}`);
    call.out.line(
      type === 'token'
        ? 'Usage: vault login TOKEN'
        : `Usage: vault login -method=${type} username=NAME password=PASSWORD`,
    );
    return 0;
  },
};
