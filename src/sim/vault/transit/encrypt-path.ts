/** `encrypt`, `decrypt`, `rewrap`, `datakey`. Source: vault: builtin/logical/transit/path_encrypt.go and its neighbours. */
import { base64 } from '../../jwt/index.ts';
import { type Core, errorResponse, type FieldSchemas, type Handler, nameRegex, path } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';
import { each, type Item, termsOf, textOf } from './batch.ts';
import { bytesOf, decrypt, encrypt, keyOf, newKey, notFound } from './key.ts';
import { keyType } from './key-type.ts';
import { findKey, type Key, type Storage } from './storage.ts';

const fields = {
  name: { type: 'string' },
  plaintext: { type: 'string' },
  ciphertext: { type: 'string' },
  context: { type: 'string' },
  nonce: { type: 'string' },
  type: { type: 'string', default: 'aes256-gcm96' },
  convergent_encryption: { type: 'bool' },
  key_version: { type: 'int' },
  partial_failure_response_code: { type: 'int' },
  associated_data: { type: 'string' },
  padding_scheme: { type: 'string' },
  batch_input: { type: 'slice' },
} as const satisfies FieldSchemas;

const encryptItem = (core: Core, key: Key, item: Item, plain: Uint8Array) => {
  const { ciphertext, version } = encrypt(core, key, plain, termsOf(item));
  return { ciphertext, key_version: version };
};

/** A request that may create makes a key that is not there. */
const keyToEncrypt = (core: Core, storage: Storage, name: string, type: string, item: Item): Key => {
  const present = findKey(storage, name);
  if (present) return present;
  if (!keyType(type)) throw errorResponse(`unknown key type ${type}`);
  const key = { ...newKey(core, name, type), derived: textOf(item, 'context') !== '' };
  storage.keys[tableKey(name)] = key;
  return key;
};

const encrypting: Handler<Storage, typeof fields> = (core, { storage, operation }, given) => {
  const name = given.get('name');
  // Read before anything is made: a key does not come of a request that says nothing.
  if (given.raw.batch_input === undefined && given.given('plaintext') === undefined)
    throw errorResponse('missing plaintext to encrypt');
  if (operation !== 'create' && !findKey(storage, name)) throw notFound();
  const key = keyToEncrypt(core, storage, name, given.get('type'), given.raw);
  return each(
    given.raw,
    (item) => {
      if (item.plaintext === undefined) throw errorResponse('missing plaintext to encrypt');
      return encryptItem(core, key, item, bytesOf(textOf(item, 'plaintext')));
    },
    given.get('partial_failure_response_code'),
  );
};

export const encryptPath = path<Storage>()({
  pattern: `encrypt/${nameRegex('name')}`,
  fields,
  exists: (_core, { storage }, given) => findKey(storage, given.get('name')) !== undefined,
  operations: { create: encrypting, update: encrypting },
});

const opened = (key: Key, item: Item): Uint8Array => {
  const ciphertext = textOf(item, 'ciphertext');
  if (ciphertext === '') throw errorResponse('missing ciphertext to decrypt');
  return decrypt(key, ciphertext, termsOf(item));
};

export const decryptPath = path<Storage>()({
  pattern: `decrypt/${nameRegex('name')}`,
  fields,
  operations: {
    update: (_core, { storage }, given) => {
      if (given.raw.batch_input === undefined && given.get('ciphertext') === '')
        throw errorResponse('missing ciphertext to decrypt');
      const key = keyOf(storage, given.get('name'));
      const act = (item: Item) => ({ plaintext: base64(opened(key, item)) });
      return each(given.raw, act, given.get('partial_failure_response_code'));
    },
  },
});

export const rewrapPath = path<Storage>()({
  pattern: `rewrap/${nameRegex('name')}`,
  fields,
  operations: {
    update: (core, { storage }, given) => {
      if (given.raw.batch_input === undefined && given.get('ciphertext') === '')
        throw errorResponse('missing ciphertext to decrypt');
      const key = keyOf(storage, given.get('name'));
      return each(given.raw, (item) => encryptItem(core, key, item, opened(key, item)));
    },
  },
});

const BITS = [128, 256, 512];

export const datakeyPath = path<Storage>()({
  pattern: `datakey/(?<plaintext>[^/]+)/${nameRegex('name')}`,
  fields: {
    name: { type: 'string' },
    plaintext: { type: 'string' },
    context: { type: 'string' },
    nonce: { type: 'string' },
    bits: { type: 'int', default: 256 },
    key_version: { type: 'int' },
    padding_scheme: { type: 'string' },
  },
  operations: {
    update: (core, { storage }, given) => {
      const form = given.get('plaintext');
      if (form !== 'plaintext' && form !== 'wrapped')
        throw errorResponse('Invalid path, must be "plaintext" or "wrapped"');
      const key = keyOf(storage, given.get('name'));
      const bits = given.get('bits');
      if (!BITS.includes(bits)) throw errorResponse('invalid bit length');
      const plain = core.random.bytes(bits / 8);
      const data = encryptItem(core, key, given.raw, plain);
      return { data: { ...data, ...(form === 'plaintext' && { plaintext: base64(plain) }) } };
    },
  },
});
