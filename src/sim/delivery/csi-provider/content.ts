import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base64, fromBase64, fromUtf8, utf8 } from '../../jwt/index.ts';
import type { SecretObject } from './parameters.ts';

/** What a secret's answer becomes in a file. Source: vault-csi-provider: internal/provider/provider.go. */

type Json = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const hexBytes = (text: string): Uint8Array | string => {
  const bad = [...text].find((c) => !/[0-9a-f]/i.test(c));
  if (bad !== undefined)
    return `encoding/hex: invalid byte: U+${(bad.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${bad}'`;
  if (text.length % 2 === 1) return 'encoding/hex: odd length hex string';
  return Uint8Array.from({ length: text.length / 2 }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));
};

const decoded = (text: string, encoding: string): { text: string } | { error: string } => {
  switch (encoding.toLowerCase()) {
    case '':
    case 'utf-8':
      return { text };
    case 'base64': {
      const read = fromBase64(text);
      return 'bytes' in read
        ? { text: fromUtf8(read.bytes) }
        : { error: `illegal base64 data at input byte ${read.corruptAt}` };
    }
    case 'hex': {
      const bytes = hexBytes(text);
      return typeof bytes === 'string' ? { error: bytes } : { text: fromUtf8(bytes) };
    }
    default:
      return { error: 'invalid encoding type. Should be utf-8, base64, or hex' };
  }
};

/**
 * The content of an object's file.
 * @param secret Vault's answer
 * @returns the text, or the provider's words for what is wrong
 */
export const contentOf = (
  object: SecretObject,
  secret: Json,
): { readonly text: string } | { readonly error: string } => {
  if (object.secretKey === '') return { text: JSON.stringify(secret) };
  const root = isMap(secret.data) ? secret.data : {};
  const data = isMap(root.data) ? root.data : root;
  const failed = (why: string) => ({ error: `{${object.secretPath}}: {${why}}` });
  if (!Object.hasOwn(data, object.secretKey))
    return failed(`key ${JSON.stringify(object.secretKey)} does not exist at the secret path`);
  const value = data[object.secretKey];
  const read = decoded(typeof value === 'string' ? value : JSON.stringify(value), object.encoding);
  return 'error' in read ? failed(read.error) : read;
};

/** The version of a file: an HMAC over its object and its content, so that equal contents of two objects differ. */
export const versionOf = (object: SecretObject, key: string, content: string): string =>
  base64(hmac(sha256, utf8(key), utf8(JSON.stringify(object) + content)))
    .replaceAll('+', '-')
    .replaceAll('/', '_');

/** Mode of a file, `0644`. */
export const modeOf = (object: SecretObject, permission: string): string =>
  `0${(object.filePermission ?? Number(permission)).toString(8)}`;
