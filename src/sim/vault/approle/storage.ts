import type { TokenParams } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';

/** A role: what a machine may do that knows role id and secret id. */
export interface Role {
  readonly name: string;
  tokens: TokenParams;
  roleId: string;
  bindSecretId: boolean;
  readonly localSecretIds: boolean;
  /** `null` until given. */
  secretIdBoundCidrs: readonly string[] | null;
  secretIdNumUses: number;
  /** Seconds; 0: the secret id does not expire. */
  secretIdTtl: number;
  /** Secret ids are kept by their HMAC under this key. */
  readonly hmacKey: string;
}

export interface SecretId {
  readonly accessor: string;
  /** Uses left; 0: without limit. */
  uses: number;
  readonly ttl: number;
  /** Unix milliseconds. */
  readonly created: number;
  updated: number;
  /** Unix milliseconds; 0: never. */
  readonly expires: number;
  readonly metadata: Readonly<Record<string, string>>;
  readonly cidrs: readonly string[];
  readonly tokenBoundCidrs: readonly string[];
}

export interface Storage {
  /** By lower-cased name. */
  roles: Record<string, Role>;
  /** Role name by role id. */
  roleIds: Record<string, string>;
  /** By role name, then by HMAC of the secret id. */
  secretIds: Record<string, Record<string, SecretId>>;
}

export const emptyStorage = (): Storage => ({ roles: {}, roleIds: {}, secretIds: {} });

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Letter case does not matter in names of roles. */
export const findRole = (storage: Storage, name: string): Role | undefined =>
  own(storage.roles, tableKey(name.toLowerCase()));

export const roleByRoleId = (storage: Storage, roleId: string): Role | undefined =>
  own(storage.roles, tableKey(own(storage.roleIds, tableKey(roleId)) ?? ''));
