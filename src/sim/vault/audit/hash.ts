import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** A secret as the log shows it: `hmac-sha256:<64 hex digits>`, the same for the same text in one device. (vault: audit/hashstructure.go) */
export const auditHash = (salt: string, text: string): string =>
  `hmac-sha256:${bytesToHex(hmac(sha256, utf8ToBytes(salt), utf8ToBytes(text)))}`;

/** The same JSON value with every string hashed, whatever its depth; names stay. `plain` names top-level keys that stay. */
export const hashStrings = (salt: string, value: unknown, plain: readonly string[] = []): unknown => {
  if (typeof value === 'string') return auditHash(salt, value);
  if (Array.isArray(value)) return value.map((item) => hashStrings(salt, item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, plain.includes(key) ? item : hashStrings(salt, item)]),
  );
};
