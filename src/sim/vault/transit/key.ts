/** What is done with a key's versions. Source: vault: sdk/helper/keysutil/policy.go. */
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, fromBase64, pem } from '../../jwt/index.ts';
import { type Core, codedError, errorResponse, goTime } from '../framework/index.ts';
import { derive, NONCE, open, seal } from './cipher.ts';
import { type KeyType, keyType } from './key-type.ts';
import { findKey, type Key, type KeyVersion, type Storage } from './storage.ts';

export const notFound = () => errorResponse('encryption key not found');
export const tooOld = () => errorResponse('ciphertext or signature version is disallowed by policy (too old)');

/** @throws VaultError 400 */
export const keyOf = (storage: Storage, name: string): Key => {
  const key = findKey(storage, name);
  if (!key) throw notFound();
  return key;
};

export const typeOf = (key: Key): KeyType => {
  const type = keyType(key.type);
  if (!type) throw codedError(500, `unknown key type ${key.type}`);
  return type;
};

/** Bytes of base64. @throws VaultError 400 with Go's text */
export const bytesOf = (text: string, prefix = ''): Uint8Array => {
  const decoded = fromBase64(text);
  if ('corruptAt' in decoded) throw errorResponse(`${prefix}illegal base64 data at input byte ${decoded.corruptAt}`);
  return decoded.bytes;
};

/** The public half follows from the secret one by a hash: a stand-in, as there is no curve in the model. */
const publicOf = (type: KeyType, material: Uint8Array): string => {
  if (type.publicName === '') return '';
  if (type.publicName === 'ed25519') return base64(sha256(material));
  return pem('PUBLIC KEY', derive(material, new TextEncoder().encode('public'), type.size));
};

export const newVersion = (core: Core, typeName: string): KeyVersion => {
  const type = keyType(typeName);
  if (!type) throw errorResponse(`unknown key type ${typeName}`);
  const material = core.random.bytes(type.size);
  return { material: base64(material), publicKey: publicOf(type, material), created: core.wall };
};

/** @throws VaultError 400 for an unknown type */
export const newKey = (core: Core, name: string, type: string): Key => ({
  name,
  type,
  versions: { 1: newVersion(core, type) },
  latest: 1,
  minAvailable: 0,
  minDecryption: 1,
  minEncryption: 0,
  derived: false,
  convergent: false,
  exportable: false,
  backupAllowed: false,
  deletionAllowed: false,
  autoRotate: 0,
  rotated: core.wall,
});

export const rotate = (core: Core, key: Key): void => {
  key.latest += 1;
  key.versions[key.latest] = newVersion(core, key.type);
  key.rotated = core.wall;
};

/** Key bytes of one version; derived keys depend on the context. @throws VaultError */
const materialOf = (key: Key, version: number, context: Uint8Array): Uint8Array => {
  const found = key.versions[version];
  if (!found) throw errorResponse('unable to find key version');
  if (key.derived && context.length === 0)
    throw errorResponse(
      "missing 'context' for key derivation; the key was created using a derived key, which means additional, per-request information must be included in order to perform operations with the key",
    );
  const material = bytesOf(found.material);
  return key.derived ? derive(material, context, 32) : material;
};

/** The version to encrypt or sign with. @throws VaultError 400 */
export const versionFor = (key: Key, asked: number): number => {
  const version = asked === 0 ? key.latest : asked;
  if (asked < 0) throw errorResponse('requested version for encryption is negative');
  if (version > key.latest)
    throw errorResponse('requested version for encryption is higher than the latest key version');
  if (version < key.minEncryption || version < key.minDecryption)
    throw errorResponse('requested version for encryption is less than the minimum encryption key version');
  return version;
};

export interface Terms {
  readonly context: Uint8Array;
  readonly associated: Uint8Array;
  readonly version: number;
}

/** `vault:v<n>:…` @throws VaultError 400 */
export const encrypt = (
  core: Core,
  key: Key,
  plain: Uint8Array,
  terms: Terms,
): { ciphertext: string; version: number } => {
  if (!typeOf(key).encrypts) throw errorResponse(`message encryption not supported for key type ${key.type}`);
  const version = versionFor(key, terms.version);
  const material = materialOf(key, version, terms.context);
  // Convergent: the same plaintext in the same context gives the same ciphertext.
  const nonce = key.convergent ? derive(material, plain, NONCE) : core.random.bytes(NONCE);
  return { ciphertext: `vault:v${version}:${base64(seal(material, nonce, plain, terms.associated))}`, version };
};

interface Framed {
  readonly version: number;
  readonly body: string;
}

/** Parts of `vault:v<n>:…`. @throws VaultError 400 */
export const framed = (key: Key, text: string, what: 'ciphertext' | 'signature'): Framed => {
  if (!text.startsWith('vault:v')) {
    const words = { ciphertext: 'invalid ciphertext: no prefix', signature: 'invalid signature: no prefix' };
    throw errorResponse(words[what]);
  }
  const [, number, body] = /^vault:v([^:]*):(.*)$/s.exec(text) ?? [];
  if (number === undefined || body === undefined) throw errorResponse(`invalid ${what}: wrong number of fields`);
  if (!/^[+-]?\d+$/.test(number)) throw errorResponse(`invalid ${what}: version number could not be decoded`);
  const version = Number(number) || 1;
  if (version > key.latest) throw errorResponse(`invalid ${what}: version is too new`);
  if (key.minDecryption > 0 && version < key.minDecryption) throw tooOld();
  return { version, body };
};

/** @throws VaultError 400 */
export const decrypt = (key: Key, ciphertext: string, terms: Omit<Terms, 'version'>): Uint8Array => {
  if (!typeOf(key).encrypts) throw errorResponse(`message decryption not supported for key type ${key.type}`);
  const { version, body } = framed(key, ciphertext, 'ciphertext');
  const material = materialOf(key, version, terms.context);
  const decoded = fromBase64(body);
  if ('corruptAt' in decoded) throw errorResponse('invalid ciphertext: could not decode base64');
  if (decoded.bytes.length < NONCE) throw errorResponse('invalid ciphertext length');
  const plain = open(material, decoded.bytes, terms.associated);
  if (!plain) throw errorResponse('cipher: message authentication failed');
  return plain;
};

/** Key bytes for MACs and signatures. */
export const signingMaterial = (key: Key, version: number, context: Uint8Array): Uint8Array =>
  materialOf(key, version, context);

/** Versions in use, as reads show them: `min_decryption_version` and later. */
const shownVersions = (key: Key): Record<string, unknown> => {
  const { publicName } = typeOf(key);
  const shown: Record<string, unknown> = {};
  for (const [version, { publicKey, created }] of Object.entries(key.versions)) {
    if (Number(version) < key.minDecryption) continue;
    shown[version] =
      publicName === ''
        ? Math.floor(created / 1000)
        : {
            certificate_chain: '',
            creation_time: goTime(created),
            hybrid_public_key: '',
            name: publicName,
            public_key: key.derived ? '' : publicKey.replace(/\n$/, ''),
          };
  }
  return shown;
};

/** `data` of a key's read. */
export const keyView = (key: Key): Record<string, unknown> => {
  const type = typeOf(key);
  return {
    allow_plaintext_backup: key.backupAllowed,
    auto_rotate_period: key.autoRotate,
    deletion_allowed: key.deletionAllowed,
    derived: key.derived,
    exportable: key.exportable,
    imported_key: false,
    ...(key.derived && { kdf: 'hkdf_sha256' }),
    ...(key.derived && type.encrypts && { convergent_encryption: key.convergent }),
    ...(key.convergent && { convergent_encryption_version: -1 }),
    keys: shownVersions(key),
    latest_version: key.latest,
    min_available_version: key.minAvailable,
    min_decryption_version: key.minDecryption,
    min_encryption_version: key.minEncryption,
    name: key.name,
    supports_decryption: type.encrypts,
    supports_derivation: type.derives,
    supports_encryption: type.encrypts,
    supports_signing: type.signs,
    type: key.type,
  };
};
