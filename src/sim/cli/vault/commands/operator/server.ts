/** `vault operator …` of the server as a whole. Source: vault: command/operator_*.go. */
import { atMost, type Command } from '../../command.ts';
import { CommandFailure } from '../../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../../flags.ts';
import { type Data, secretOf } from '../../secret.ts';
import { showSeal } from '../status.ts';

const seal: Command = {
  synopsis: 'Seals the Vault server',
  usage: '',
  flags: HTTP_FLAGS,
  *run(call) {
    atMost(call.args, 0);
    yield* call.client.must('Error sealing: ', { method: 'PUT', path: 'sys/seal' });
    call.out.line('Success! Vault is sealed.');
    return 0;
  },
};

const unseal: Command = {
  synopsis: 'Provides a portion of the root key',
  usage: '[KEY]',
  flags: { ...HTTP_FLAGS, ...FORMAT, reset: 'bool', migrate: 'bool' },
  *run(call) {
    atMost(call.args, 1);
    const reset = call.flags.bool('reset');
    const key = (call.args[0] ?? call.process.stdin).trim();
    if (!reset && key === '')
      throw new CommandFailure(1, 'Unseal key must not be empty: give it as an argument or on standard input');
    const body = reset ? { reset: true } : { key, reset: false, migrate: call.flags.bool('migrate') };
    const state = yield* call.client.must('Error unsealing: ', { method: 'PUT', path: 'sys/unseal', body });
    showSeal(call.out, state as Data, null);
    return 0;
  },
};

const init: Command = {
  synopsis: 'Initializes a server',
  usage: '',
  flags: {
    ...HTTP_FLAGS,
    ...FORMAT,
    status: 'bool',
    'key-shares': 'int',
    n: 'int',
    'key-threshold': 'int',
    t: 'int',
    'recovery-shares': 'int',
    'recovery-threshold': 'int',
  },
  *run(call) {
    atMost(call.args, 0);
    const { flags, out } = call;
    if (flags.bool('status')) {
      const body = yield* call.client.must('Error checking init status: ', { method: 'GET', path: 'sys/init' });
      const done = (body as { initialized?: boolean }).initialized === true;
      out.line(done ? 'Vault is initialized' : 'Vault is not initialized');
      return done ? 0 : 2;
    }
    const shares = flags.int('key-shares') ?? flags.int('n') ?? 5;
    const threshold = flags.int('key-threshold') ?? flags.int('t') ?? 3;
    const body = { secret_shares: shares, secret_threshold: threshold };
    const made = (yield* call.client.must('Error initializing: ', { method: 'PUT', path: 'sys/init', body })) as {
      keys?: string[];
      keys_base64?: string[];
      root_token?: string;
    };
    if (!out.isTable) {
      out.value({
        unseal_keys_b64: made.keys_base64 ?? [],
        unseal_keys_hex: made.keys ?? [],
        unseal_shares: shares,
        unseal_threshold: threshold,
        root_token: made.root_token,
      });
      return 0;
    }
    (made.keys_base64 ?? []).forEach((key, i) => {
      out.line(`Unseal Key ${i + 1}: ${key}`);
    });
    out.line(`\nInitial Root Token: ${made.root_token ?? ''}\n`);
    out.line(
      `Keep the ${shares} key shares apart from each other. After a restart or a seal, ${threshold} of them unseal this Vault; with fewer its data is lost.`,
    );
    return 0;
  },
};

const stepDown: Command = {
  synopsis: 'Forces Vault to resign active duty',
  usage: '',
  flags: HTTP_FLAGS,
  *run(call) {
    atMost(call.args, 0);
    yield* call.client.must('Error stepping down: ', { method: 'PUT', path: 'sys/step-down' });
    call.out.line(`Success! Stepped down: ${call.client.address}`);
    return 0;
  },
};

const keyStatus: Command = {
  synopsis: 'Provides information about the active encryption key',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    atMost(call.args, 0);
    const body = yield* call.client.must('Error reading key status: ', { method: 'GET', path: 'sys/key-status' });
    const data = secretOf(body)?.data ?? {};
    if (!call.out.isTable) call.out.value(data);
    else
      call.out.plain([
        ['Key Term', String(data.term ?? '')],
        ['Install Time', String(data.install_time ?? '')],
        ['Encryption Count', String(data.encryptions ?? '')],
      ]);
    return 0;
  },
};

const rotate: Command = {
  synopsis: 'Rotates the underlying encryption key',
  usage: '',
  flags: { ...HTTP_FLAGS, ...FORMAT },
  *run(call) {
    atMost(call.args, 0);
    yield* call.client.must('Error rotating key: ', { method: 'POST', path: 'sys/rotate' });
    call.out.line('Success! Rotated key\n');
    return yield* keyStatus.run(call);
  },
};

export const server: Readonly<Record<string, Command>> = {
  'operator init': init,
  'operator seal': seal,
  'operator unseal': unseal,
  'operator step-down': stepDown,
  'operator key-status': keyStatus,
  'operator rotate': rotate,
};
