/** `vault operator generate-root`. Source: vault: command/operator_generate_root.go; helper/roottoken. */
import { fromBase64, fromUtf8, utf8 } from '../../../../jwt/index.ts';
import { Random } from '../../../../kernel/index.ts';
import { clock, type Run } from '../../../program.ts';
import { wrapEvenly } from '../../../text/wrap.ts';
import { atMost, type Call, type Command } from '../../command.ts';
import { usage } from '../../failure.ts';
import { FORMAT, HTTP_FLAGS } from '../../flags.ts';
import type { Data } from '../../secret.ts';
import { keyAndNonce } from './key.ts';

const ATTEMPT = 'sys/generate-root/attempt';
const WIDTH = 78;

function* statusOf(call: Call): Run<Data> {
  const failing = 'Error getting root generation status: ';
  return (yield* call.client.must(failing, { method: 'GET', path: ATTEMPT })) as Data;
}

const showStatus = ({ out }: Call, status: Data): number => {
  if (!out.isTable) {
    out.value(status);
    return 0;
  }
  const otp = String(status.otp ?? '');
  if (otp !== '')
    out.error(
      wrapEvenly(
        'A One-Time-Password has been generated for you and is shown in the OTP field. You will need this value to decode the resulting root token, so keep it safe.',
        WIDTH,
      ),
    );
  const token = String(status.encoded_token ?? '');
  out.plain([
    ['Nonce', String(status.nonce ?? '')],
    ['Started', String(status.started)],
    ['Progress', `${status.progress}/${status.required}`],
    ['Complete', String(status.complete)],
    ...(token === '' ? [] : [['Encoded Token', token]]),
    ...(otp === '' ? [] : [['OTP', otp]]),
    ['OTP Length', String(status.otp_length)],
  ]);
  return 0;
};

/** The token under the one-time password. */
const decoded = (encoded: string, otp: string): string => {
  const read = fromBase64(encoded + '='.repeat((4 - (encoded.length % 4)) % 4));
  if ('corruptAt' in read)
    throw usage(
      `Error decoding root token: error decoding base64'd token: illegal base64 data at input byte ${read.corruptAt}`,
    );
  const { bytes } = read;
  const pad = utf8(otp);
  if (bytes.length !== pad.length)
    throw usage(
      `Error decoding root token: length of inputs does not match: input1: ${bytes.length}, input2: ${pad.length}`,
    );
  return fromUtf8(bytes.map((byte, i) => byte ^ (pad[i] ?? 0)));
};

function* provide(call: Call): Run<number> {
  const status = yield* statusOf(call);
  if (status.started !== true) {
    call.out.error(
      wrapEvenly(
        'No root generation is in progress. Start a root generation by running "vault operator generate-root -init".',
        WIDTH,
      ),
    );
    throw usage(
      wrapEvenly(
        `If starting root generation using the OTP method and generating your own OTP, the length of the OTP string needs to be ${status.otp_length} characters in length.`,
        WIDTH,
      ),
    );
  }
  const body = keyAndNonce(call, status);
  const path = 'sys/generate-root/update';
  return showStatus(
    call,
    (yield* call.client.must('Error posting unseal key: ', { method: 'PUT', path, body })) as Data,
  );
}

export const generateRoot: Command = {
  synopsis: 'Generates a new root token',
  usage: '[KEY]',
  flags: {
    ...HTTP_FLAGS,
    ...FORMAT,
    init: 'bool',
    cancel: 'bool',
    status: 'bool',
    decode: 'string',
    'generate-otp': 'bool',
    otp: 'string',
    nonce: 'string',
  },
  *run(call) {
    const { flags, out, client, args, process } = call;
    if (args.length > 1) throw usage(`Too many arguments (expected 0-1, got ${args.length})`);
    if (flags.bool('generate-otp')) {
      const { otp_length: length } = yield* statusOf(call);
      const otp = new Random((yield* clock()).entropy).text(Number(length));
      if (out.isTable) out.bare(otp);
      else out.value({ otp, otp_length: otp.length });
      return 0;
    }
    if (flags.text('decode') !== '') {
      if (flags.text('otp') === '') throw usage('Missing otp: use -otp to supply it');
      const encoded = flags.text('decode') === '-' ? process.stdin.trim() : flags.text('decode');
      const token = decoded(encoded, flags.text('otp'));
      if (out.isTable) out.bare(token);
      else out.value({ token });
      return 0;
    }
    if (flags.bool('cancel')) {
      atMost(args, 0);
      yield* client.must('Error canceling root token generation: ', { method: 'DELETE', path: ATTEMPT });
      out.line('Success! Root token generation canceled (if it was started)');
      return 0;
    }
    if (flags.bool('init')) {
      const body = { otp: flags.text('otp') };
      const failing = 'Error initializing root generation: ';
      return showStatus(call, (yield* client.must(failing, { method: 'PUT', path: ATTEMPT, body })) as Data);
    }
    return flags.bool('status') ? showStatus(call, yield* statusOf(call)) : yield* provide(call);
  },
};
