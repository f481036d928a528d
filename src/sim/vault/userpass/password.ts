/** A salted SHA-256 stands in for bcrypt, whose slowness a model has no use for; no password is kept in the world. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Core } from '../framework/index.ts';
import type { User } from './storage.ts';

const digestOf = (salt: string, password: string): string => bytesToHex(sha256(utf8ToBytes(`${salt}:${password}`)));

/** Gives a user a new password. */
export const setPassword = (core: Core, user: User, password: string): void => {
  user.salt = core.random.hex(16);
  user.digest = digestOf(user.salt, password);
};

export const passwordFits = (user: User, password: string): boolean =>
  user.digest !== null && user.digest === digestOf(user.salt, password);
