/** `vault operator rekey`. Source: vault: command/operator_rekey.go. */
import type { Run } from '../../../program.ts';
import { wrapEvenly } from '../../../text/wrap.ts';
import type { Call, Command } from '../../command.ts';
import { usage } from '../../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../../flags.ts';
import type { Data } from '../../secret.ts';
import { keyAndNonce } from './key.ts';

const INIT = 'sys/rekey/init';
const WIDTH = 78;

function* statusOf(call: Call): Run<Data> {
  return (yield* call.client.must('Error getting rekey status: ', { method: 'GET', path: INIT })) as Data;
}

const showStatus = ({ out }: Call, status: Data): number => {
  if (!out.isTable) {
    out.value(status);
    return 0;
  }
  out.rows([
    ['Nonce', String(status.nonce ?? '')],
    ['Started', String(status.started)],
    ...(status.started === true
      ? [
          ['Rekey Progress', `${status.progress}/${status.required}`],
          ['New Shares', String(status.n)],
          ['New Threshold', String(status.t)],
          ['Verification Required', String(status.verification_required)],
        ]
      : []),
  ]);
  return 0;
};

function* provide(call: Call): Run<number> {
  const { client, out } = call;
  const status = yield* statusOf(call);
  if (status.started !== true)
    throw usage(
      wrapEvenly('No rekey is in progress. Start a rekey process by running "vault operator rekey -init".', WIDTH),
    );
  const body = keyAndNonce(call, status);
  const path = 'sys/rekey/update';
  const made = (yield* client.must('Error posting unseal key: ', { method: 'PUT', path, body })) as Data;
  if (made.complete !== true) return showStatus(call, yield* statusOf(call));
  if (!out.isTable) {
    out.value(made);
    return 0;
  }
  const keys = Array.isArray(made.keys_base64) ? made.keys_base64 : [];
  out.line(`\n${keys.map((key, i) => `Key ${i + 1}: ${key}`).join('\n')}\n\nOperation nonce: ${made.nonce}\n`);
  out.line(
    wrapEvenly(
      `Vault unseal keys rekeyed with ${status.n} key shares and a key threshold of ${status.t}. Give the shares printed above to their holders by a safe way. When Vault is sealed or started again, ${status.t} of them are needed to unseal it.`,
      WIDTH,
    ),
  );
  return 0;
}

export const rekey: Command = {
  synopsis: 'Generates new unseal keys',
  usage: '[KEY]',
  flags: {
    ...HTTP_FLAGS,
    ...FORMAT,
    init: 'bool',
    cancel: 'bool',
    status: 'bool',
    'key-shares': 'int',
    n: 'int',
    'key-threshold': 'int',
    t: 'int',
    nonce: 'string',
    target: 'string',
  },
  *run(call) {
    const { flags, client, out, args } = call;
    if (args.length > 1) throw usage(`Too many arguments (expected 0-1, got ${args.length})`);
    const target = flags.text('target', 'barrier');
    if (target !== 'barrier') throw usage(`Unknown target: ${target}`);
    if (flags.bool('cancel')) {
      yield* client.must('Error canceling rekey: ', { method: 'DELETE', path: INIT });
      out.line('Success! Canceled rekeying (if it was started)');
      return 0;
    }
    if (flags.bool('init')) {
      const body = {
        secret_shares: flags.int('key-shares') ?? flags.int('n') ?? 5,
        secret_threshold: flags.int('key-threshold') ?? flags.int('t') ?? 3,
      };
      return showStatus(
        call,
        (yield* client.must('Error initializing rekey: ', { method: 'PUT', path: INIT, body })) as Data,
      );
    }
    return flags.bool('status') ? showStatus(call, yield* statusOf(call)) : yield* provide(call);
  },
};
