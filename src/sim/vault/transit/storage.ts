import { tableKey } from '../framework/table-key.ts';

/** One version of a key. */
export interface KeyVersion {
  /** Secret material, base64. */
  material: string;
  /** Public half, base64; '' for symmetric keys. */
  publicKey: string;
  /** Unix milliseconds. */
  created: number;
}

/** A named key. (vault: sdk/helper/keysutil/policy.go, Policy) */
export interface Key {
  name: string;
  type: string;
  /** By version number. */
  versions: Record<string, KeyVersion>;
  latest: number;
  minAvailable: number;
  minDecryption: number;
  minEncryption: number;
  derived: boolean;
  convergent: boolean;
  exportable: boolean;
  backupAllowed: boolean;
  deletionAllowed: boolean;
  /** Seconds; 0: by hand only. */
  autoRotate: number;
  /** Unix milliseconds of the last rotation. */
  rotated: number;
}

export interface Storage {
  keys: Record<string, Key>;
}

export const emptyStorage = (): Storage => ({ keys: {} });

export const findKey = (storage: Storage, name: string): Key | undefined => {
  const key = tableKey(name);
  return Object.hasOwn(storage.keys, key) ? storage.keys[key] : undefined;
};
