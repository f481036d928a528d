/** Limits on metadata. Source: vault: identity_store_structs.go, identity_store_util.go; sdk/helper/custommetadata. */
import { goError, goQuote, multiError } from '../framework/index.ts';
import type { Pairs } from './storage.ts';

const MAX_PAIRS = 64;
const MAX_KEY = 128;
const MAX_VALUE = 512;
const KEY = /^[a-zA-Z0-9=/+_-]+$/;
const RESERVED = 'vault-';

const fault = (key: string, value: string): string | undefined => {
  if (key === '') return 'key cannot be blank';
  if (!KEY.test(key)) return 'key contains invalid characters';
  if (key.length > MAX_KEY) return `key is too long (limit: ${MAX_KEY} characters)`;
  if (key.startsWith(RESERVED)) return `key prefix "${RESERVED}" is reserved for internal use`;
  return value.length > MAX_VALUE ? `value is too long (limit: ${MAX_VALUE} characters)` : undefined;
};

/** @param whose `entity`, `alias` or `group` @throws VaultError (500) with the first pair that is not allowed */
export const checkMetadata = (whose: string, pairs: Pairs | null): void => {
  const entries = Object.entries(pairs ?? {});
  const invalid = `invalid ${whose} metadata`;
  if (entries.length > MAX_PAIRS)
    throw goError(`${invalid}: metadata cannot contain more than ${MAX_PAIRS} key/value pairs`);
  for (const [key, value] of entries) {
    const text = fault(key, value);
    if (text) throw goError(`${invalid}: failed to load metadata pair (${goQuote(key)}, ${goQuote(value)}): ${text}`);
  }
};

/** An alias's `custom_metadata`. @throws VaultError (500) with all pairs that are not allowed */
export const checkCustomMetadata = (pairs: Pairs): void => {
  const failed = 'custom_metadata validation failed';
  const entries = Object.entries(pairs);
  const faults: string[] = [];
  if (entries.length > MAX_PAIRS)
    throw goError(
      multiError([`${failed}: payload must contain at most ${MAX_PAIRS} keys, provided ${entries.length}`]),
    );
  for (const [key, value] of entries) {
    if (key.length === 0 || key.length > MAX_KEY)
      faults.push(`${failed}: length of key ${goQuote(key)} is ${key.length} but must be 0 < len(key) <= ${MAX_KEY}`);
    if (value.length === 0 || value.length > MAX_VALUE)
      faults.push(
        `${failed}: length of value for key ${goQuote(key)} is ${value.length} but must be 0 < len(value) <= ${MAX_VALUE}`,
      );
  }
  if (faults.length > 0) throw goError(multiError(faults));
};
