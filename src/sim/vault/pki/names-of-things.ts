/** Names for issuers and keys that are made. Source: vault: builtin/logical/pki/util.go, getIssuerName, getKeyName. */
import { errorResponse } from '../framework/index.ts';
import { DEFAULT, issuerBy, keyBy } from './references.ts';
import type { Storage } from './storage.ts';

const NAME = /^\w(([\w.-]+)?\w)?$/;

/** @param given as sent; `undefined`: none. @throws VaultError 400 */
export const newIssuerName = (storage: Storage, given: string | undefined, own = ''): string => {
  if (given === undefined) return '';
  const name = given.trim();
  if (name === '') throw errorResponse('expected non-empty issuer name');
  if (name.toLowerCase() === DEFAULT) throw errorResponse("reserved keyword 'default' can not be used as issuer name");
  if (!NAME.test(name)) throw errorResponse('issuer name contained invalid characters');
  if (name !== own && typeof issuerBy(storage, name) !== 'string') throw errorResponse('issuer name already in use');
  return name;
};

/** @param given as sent; `undefined`: none. @throws VaultError 400 */
export const newKeyName = (storage: Storage, given: string | undefined): string => {
  if (given === undefined) return '';
  const name = given.trim();
  if (name.toLowerCase() === DEFAULT) throw errorResponse("reserved keyword 'default' can not be used as key name");
  if (!NAME.test(name)) throw errorResponse('key name contained invalid characters');
  if (typeof keyBy(storage, name) !== 'string') throw errorResponse('key name already in use');
  return name;
};
