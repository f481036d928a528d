/** Secret ids of a role. Source: vault: builtin/credential/approle/validation.go. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { goTime } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';
import type { Role, SecretId, Storage } from './storage.ts';

const keyOf = (role: Role, secretId: string): string =>
  bytesToHex(hmac(sha256, utf8ToBytes(role.hmacKey), utf8ToBytes(secretId)));

/** Expired secret ids are cleared away by a sweep once a minute; until then the real method still takes them. */
const SWEEP = 60_000;

const swept = (entry: SecretId, wall: number): boolean =>
  entry.expires !== 0 && wall >= Math.ceil(entry.expires / SWEEP) * SWEEP;

export interface FoundSecretId {
  readonly key: string;
  readonly entry: SecretId;
}

/** All secret ids of a role that are there at this moment. @param wall Vault's clock */
export const secretIdsOf = (storage: Storage, role: Role, wall: number): readonly FoundSecretId[] =>
  Object.entries(storage.secretIds[tableKey(role.name)] ?? {})
    .filter(([, entry]) => !swept(entry, wall))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, entry]) => ({ key, entry }));

export const findSecretId = (
  storage: Storage,
  role: Role,
  secretId: string,
  wall: number,
): FoundSecretId | undefined => {
  const key = keyOf(role, secretId);
  const entry = storage.secretIds[tableKey(role.name)]?.[key];
  return entry && !swept(entry, wall) ? { key, entry } : undefined;
};

export const findByAccessor = (
  storage: Storage,
  role: Role,
  accessor: string,
  wall: number,
): FoundSecretId | undefined => secretIdsOf(storage, role, wall).find(({ entry }) => entry.accessor === accessor);

export const addSecretId = (storage: Storage, role: Role, secretId: string, entry: SecretId): void => {
  const table = storage.secretIds[tableKey(role.name)] ?? {};
  table[keyOf(role, secretId)] = entry;
  storage.secretIds[tableKey(role.name)] = table;
};

export const removeSecretId = (storage: Storage, role: Role, key: string): void => {
  delete storage.secretIds[tableKey(role.name)]?.[key];
};

/** Removes what has expired. @param wall Vault's clock */
export const tidy = (storage: Storage, wall: number): void => {
  for (const table of Object.values(storage.secretIds))
    for (const [key, { expires }] of Object.entries(table)) if (expires !== 0 && expires <= wall) delete table[key];
};

/** Counts one use; the last one destroys it. */
export const spend = (storage: Storage, role: Role, { key, entry }: FoundSecretId, wall: number): void => {
  if (entry.uses === 0) return;
  if (entry.uses === 1) removeSecretId(storage, role, key);
  else {
    entry.uses -= 1;
    entry.updated = wall;
  }
};

/** Go's zero time stands for never. */
const moment = (wall: number): string => (wall === 0 ? '0001-01-01T00:00:00Z' : goTime(wall));

/** The answer to a lookup. */
export const secretIdData = (entry: SecretId): Record<string, unknown> => ({
  cidr_list: entry.cidrs,
  creation_time: moment(entry.created),
  expiration_time: moment(entry.expires),
  last_updated_time: moment(entry.updated),
  metadata: entry.metadata,
  secret_id_accessor: entry.accessor,
  secret_id_num_uses: entry.uses,
  secret_id_ttl: entry.ttl,
  token_bound_cidrs: entry.tokenBoundCidrs,
});
