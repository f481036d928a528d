import { tableKey } from '../framework/table-key.ts';
import type { Config } from './config.ts';
import type { Connections } from './connection.ts';
import type { FileCache } from './local-files.ts';
import type { Role } from './role.ts';

/** Everything that one mount of `auth/kubernetes` holds. */
export interface Storage {
  config: Config | null;
  /** By lower-cased name; use `findRole`. */
  roles: Record<string, Role>;
  /** In memory only: what the real plugin would lose in a restart. */
  files: FileCache;
  connections: Connections;
}

export const emptyStorage = (): Storage => ({ config: null, roles: {}, files: {}, connections: {} });

/** Letter case does not matter in names of roles. */
export const roleKey = (name: string): string => tableKey(name.toLowerCase());

/** A role by its name in any letter case. */
export const findRole = (storage: Storage, name: string): Role | undefined => {
  const key = roleKey(name);
  return Object.hasOwn(storage.roles, key) ? storage.roles[key] : undefined;
};
