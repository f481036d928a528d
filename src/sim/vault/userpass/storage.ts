import type { TokenParams } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';

/** One person. */
export interface User {
  tokens: TokenParams;
  /** Of the password; `null` where only a foreign hash was given. */
  digest: string | null;
  salt: string;
}

export interface Storage {
  /** By lower-cased name; use `findUser`. */
  users: Record<string, User>;
}

export const emptyStorage = (): Storage => ({ users: {} });

/** Letter case does not matter in names of people. */
export const userKey = (name: string): string => tableKey(name.toLowerCase());

export const findUser = (storage: Storage, name: string): User | undefined => {
  const key = userKey(name);
  return Object.hasOwn(storage.users, key) ? storage.users[key] : undefined;
};
