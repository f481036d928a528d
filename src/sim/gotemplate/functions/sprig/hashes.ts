/** Sprig's checksums, environment and random functions (crypto.go, functions.go). */
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodeBase, STANDARD } from '../../encoding/base64.ts';
import { GoError, LimitError } from '../../exec/errors.ts';
import { fromRunes, runesOf, toOctets } from '../../text/utf8.ts';
import type { Call } from '../../values/function.ts';
import { ANY, STRING } from '../../values/type.ts';
import { variable } from '../consul/local.ts';
import { define, defineRaw, type Functions } from '../define.ts';

const adler32 = (text: string): number => {
  let [a, b] = [1, 0];
  for (const octet of toOctets(text)) {
    a = (a + octet) % 65521;
    b = (b + a) % 65521;
  }
  return b * 65536 + a;
};

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const PRINTABLE = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

const drawn = (call: Call, count: number, alphabet: string): string => {
  if (count <= 0) return '';
  call.meter.charge(count * 4);
  return Array.from({ length: count }, () => alphabet[Math.floor(call.around.random() * alphabet.length)]!).join('');
};

const random = (alphabet: string) => define('int', 'string', (call, count) => drawn(call, count, alphabet));

const uuid = (call: Call): string => {
  const text = drawn(call, 32, '0123456789abcdef');
  const variant = '89ab'[Math.floor(call.around.random() * 4)];
  return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
};

const shuffled = (call: Call, text: string): string => {
  const runes = runesOf(text);
  for (let i = runes.length - 1; i > 0; i--) {
    const j = Math.floor(call.around.random() * (i + 1));
    [runes[i], runes[j]] = [runes[j]!, runes[i]!];
  }
  return fromRunes(runes);
};

/** Keys, certificates and slow hashes: what they give depends on material the model does not make. */
const NOT_MODELLED = [
  'bcrypt',
  'htpasswd',
  'genPrivateKey',
  'derivePassword',
  'buildCustomCert',
  'genCA',
  'genCAWithKey',
  'genSelfSignedCert',
  'genSelfSignedCertWithKey',
  'genSignedCert',
  'genSignedCertWithKey',
  'encryptAES',
  'decryptAES',
  'getHostByName',
];

const refused = (name: string) =>
  defineRaw(
    [ANY],
    STRING,
    () => {
      throw new LimitError('not modelled', `sprig_${name}`);
    },
    true,
  );

export const sprigHashes: Functions = {
  sha1sum: define('string', 'string', (_, text) => bytesToHex(sha1(toOctets(text)))),
  sha256sum: define('string', 'string', (_, text) => bytesToHex(sha256(toOctets(text)))),
  sha512sum: define('string', 'string', (_, text) => bytesToHex(sha512(toOctets(text)))),
  adler32sum: define('string', 'string', (_, text) => String(adler32(text))),
  env: define('string', 'string', (call, name) => variable(call, name) ?? ''),
  expandenv: define('string', 'string', (call, text) =>
    text.replace(
      /\$(?:\{([^}]*)\}|([A-Za-z0-9_]+|[*#$@!?-]))/g,
      (_whole, braced?: string, bare?: string) => variable(call, braced ?? bare ?? '') ?? '',
    ),
  ),
  randAlphaNum: random(LETTERS + DIGITS),
  randAlpha: random(LETTERS),
  randNumeric: random(DIGITS),
  randAscii: random(PRINTABLE),
  randBytes: define('int', 'string', (call, count) => {
    if (count < 0) throw new GoError('runtime error: makeslice: len out of range');
    call.meter.charge(count * 4);
    const bytes = Array.from({ length: count }, () => String.fromCharCode(Math.floor(call.around.random() * 256)));
    return encodeBase(bytes.join(''), STANDARD);
  }),
  randInt: define('int int', 'int', (call, least, most) => {
    if (most <= least) throw new GoError('invalid argument to Intn');
    return Math.floor(call.around.random() * (most - least)) + least;
  }),
  shuffle: define('string', 'string', shuffled),
  uuidv4: define('', 'string', uuid),
  ...Object.fromEntries(NOT_MODELLED.map((name) => [name, refused(name)])),
};
