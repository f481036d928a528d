/** `hash`, `random`, `hmac`, `sign`, `verify`. Source: vault: builtin/logical/transit/path_hash.go, path_hmac.go, path_sign_verify.go. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha224, sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { sha3_224, sha3_256, sha3_384, sha3_512 } from '@noble/hashes/sha3.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { base64 } from '../../jwt/index.ts';
import { errorResponse, type FieldSchemas, nameRegex, optionalParam, path } from '../framework/index.ts';
import { each, type Item, termsOf, textOf } from './batch.ts';
import { derive } from './cipher.ts';
import { bytesOf, framed, keyOf, signingMaterial, typeOf, versionFor } from './key.ts';
import type { Key, Storage } from './storage.ts';

const HASHES = {
  'sha2-224': sha224,
  'sha2-256': sha256,
  'sha2-384': sha384,
  'sha2-512': sha512,
  'sha3-224': sha3_224,
  'sha3-256': sha3_256,
  'sha3-384': sha3_384,
  'sha3-512': sha3_512,
} as const;

type HashName = keyof typeof HASHES;
type Hash = (typeof HASHES)[HashName];

const hashOf = (name: string): Hash => {
  if (!Object.hasOwn(HASHES, name)) throw errorResponse(`unsupported algorithm ${name}`);
  return HASHES[name as HashName];
};

const encoded = (bytes: Uint8Array, format: string): string => {
  if (format === 'hex') return bytesToHex(bytes);
  if (format === 'base64') return base64(bytes);
  throw errorResponse(`unsupported encoding format ${format}; must be "hex" or "base64"`);
};

const inputOf = (item: Item): Uint8Array => {
  if (item.input === undefined) throw errorResponse('missing input');
  return bytesOf(textOf(item, 'input'), 'unable to decode input as base64: ');
};

export const hashPath = path<Storage>()({
  pattern: `hash${optionalParam('urlalgorithm')}`,
  fields: {
    input: { type: 'string' },
    algorithm: { type: 'string', default: 'sha2-256' },
    urlalgorithm: { type: 'string' },
    format: { type: 'string', default: 'hex' },
  },
  operations: {
    update: (_core, _request, given) => {
      const hash = hashOf(given.get('urlalgorithm') || given.get('algorithm'));
      const input = bytesOf(given.get('input'), 'unable to decode input as base64: ');
      return { data: { sum: encoded(hash(input), given.get('format')) } };
    },
  },
});

const MOST_BYTES = 128 * 1024;

export const randomPath = path<Storage>()({
  pattern: `random(/(?<source>all|seal|platform))?${optionalParam('urlbytes')}`,
  fields: {
    urlbytes: { type: 'string' },
    bytes: { type: 'int', default: 32 },
    format: { type: 'string', default: 'base64' },
    source: { type: 'string', default: 'platform' },
  },
  operations: {
    update: (core, _request, given) => {
      const asked = given.get('urlbytes');
      if (asked !== '' && !/^\d+$/.test(asked))
        throw errorResponse(
          `error parsing url-set byte count: strconv.Atoi: parsing ${JSON.stringify(asked)}: invalid syntax`,
        );
      const bytes = asked === '' ? given.get('bytes') : Number(asked);
      if (bytes < 1) throw errorResponse('"bytes" cannot be less than 1');
      if (bytes > MOST_BYTES) throw errorResponse(`"bytes" should be less than ${MOST_BYTES}`);
      return { data: { random_bytes: encoded(core.random.bytes(bytes), given.get('format')) } };
    },
  },
});

const fields = {
  name: { type: 'string' },
  urlalgorithm: { type: 'string' },
  input: { type: 'string' },
  algorithm: { type: 'string', default: 'sha2-256' },
  hash_algorithm: { type: 'string', default: 'sha2-256' },
  key_version: { type: 'int' },
  context: { type: 'string' },
  prehashed: { type: 'bool' },
  signature_algorithm: { type: 'string' },
  marshaling_algorithm: { type: 'string', default: 'asn1' },
  salt_length: { type: 'string', default: 'auto' },
  signature: { type: 'string' },
  hmac: { type: 'string' },
  batch_input: { type: 'slice' },
} as const satisfies FieldSchemas;

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, i) => byte === b[i]);

const mac = (key: Key, version: number, item: Item, hash: Hash): Uint8Array =>
  hmac(
    hash,
    derive(signingMaterial(key, version, termsOf(item).context), new TextEncoder().encode('hmac'), 32),
    inputOf(item),
  );

export const hmacPath = path<Storage>()({
  pattern: `hmac/${nameRegex('name')}${optionalParam('urlalgorithm')}`,
  fields,
  operations: {
    update: (_core, { storage }, given) => {
      const key = keyOf(storage, given.get('name'));
      const hash = hashOf(given.get('urlalgorithm') || given.get('algorithm'));
      const version = versionFor(key, given.get('key_version'));
      return each(given.raw, (item) => ({ hmac: `vault:v${version}:${base64(mac(key, version, item, hash))}` }));
    },
  },
});

/** Bytes that only the key can make: a stand-in for Ed25519, ECDSA and RSA, of their length. */
const signature = (key: Key, version: number, item: Item, algorithm: string): Uint8Array => {
  const type = typeOf(key);
  const digest = hmac(sha256, signingMaterial(key, version, termsOf(item).context), inputOf(item));
  return derive(
    digest,
    new TextEncoder().encode(`signature ${type.publicName === 'ed25519' ? '' : algorithm}`),
    Math.max(64, type.size),
  );
};

const signer = (storage: Storage, name: string): Key => {
  const key = keyOf(storage, name);
  if (!typeOf(key).signs) throw errorResponse(`key type ${key.type} does not support signing`);
  return key;
};

export const signPath = path<Storage>()({
  pattern: `sign/${nameRegex('name')}${optionalParam('urlalgorithm')}`,
  fields,
  operations: {
    update: (_core, { storage }, given) => {
      const key = signer(storage, given.get('name'));
      const algorithm = given.get('urlalgorithm') || given.get('hash_algorithm');
      hashOf(algorithm);
      const version = versionFor(key, given.get('key_version'));
      return each(given.raw, (item) => ({
        key_version: version,
        signature: `vault:v${version}:${base64(signature(key, version, item, algorithm))}`,
      }));
    },
  },
});

export const verifyPath = path<Storage>()({
  pattern: `verify/${nameRegex('name')}${optionalParam('urlalgorithm')}`,
  fields,
  operations: {
    update: (_core, { storage }, given) => {
      const key = keyOf(storage, given.get('name'));
      const algorithm = given.get('urlalgorithm') || given.given('hash_algorithm') || given.get('algorithm');
      const hash = hashOf(algorithm);
      return each(given.raw, (item) => {
        const [signed, maced] = [textOf(item, 'signature'), textOf(item, 'hmac')];
        if (signed !== '' && maced !== '') throw errorResponse("provide one of 'signature' or 'hmac'");
        if (signed === '' && maced === '')
          throw errorResponse("neither a 'signature' nor an 'hmac' was given to verify");
        if (signed !== '' && !typeOf(key).signs)
          throw errorResponse(`key type ${key.type} does not support verification`);
        const { version, body } = framed(key, signed || maced, 'signature');
        const expected = signed !== '' ? signature(key, version, item, algorithm) : mac(key, version, item, hash);
        return { valid: same(expected, bytesOf(body, 'invalid base64 signature value: ')) };
      });
    },
  },
});
