import type { Call } from '../../command.ts';
import { CommandFailure, usage } from '../../failure.ts';
import type { Data } from '../../secret.ts';

/** What a command that takes unseal keys posts: a key, and the nonce of the operation that it is for. @throws CommandFailure */
export const keyAndNonce = ({ args, flags, process }: Call, running: Data): Data => {
  const typed = (args[0] ?? '').trim();
  // Without an argument a terminal would ask for the key; what was typed behind the command stands for it.
  const asked = typed === '' && process.stdin.trim() !== '';
  const key = (typed === '' || typed === '-' ? process.stdin : typed).trim();
  if (key === '')
    throw new CommandFailure(
      1,
      'An unseal key is asked for at a terminal; here, give it as an argument or on standard input.',
    );
  const nonce = asked ? String(running.nonce ?? '') : flags.text('nonce');
  if (nonce === '') throw usage('Missing nonce value: specify it via the -nonce flag');
  return { key, nonce };
};
