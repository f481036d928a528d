import { produce } from 'immer';
import type { Attribution } from './attribution.ts';
import { keyOf } from './key.ts';
import type { Content, SecretKey, SecretVersion, Settings, Storage } from './storage.ts';
import { stored } from './stored.ts';
import { timestamp } from './timestamp.ts';
import { valueAt, withValue } from './tree.ts';

/** Kept when neither mount nor key say a number (kv plugin: backend.go, defaultMaxVersions). */
const DEFAULT_MAX_VERSIONS = 10;

export const findKey = (storage: Storage, path: string): SecretKey | undefined => {
  const key = keyOf(path);
  return key === '' ? undefined : valueAt(stored(storage).keys, key);
};

/** A key without versions. @param wall Unix milliseconds */
export const freshKey = (wall: number): SecretKey => ({
  versions: {},
  current: 0,
  oldest: 0,
  created: wall,
  updated: wall,
  maxVersions: 0,
  casRequired: false,
  deleteVersionAfter: 0,
  customMetadata: null,
  lastUpdatedBy: null,
});

/**
 * Sets a changed key at a path. Once a request: it starts from the storage as the request found it.
 * @param storage draft
 * @param change gets a draft of the key
 * @returns the key as it is now
 */
export function changeKey(storage: Storage, path: string, key: SecretKey, change: (key: SecretKey) => void): SecretKey {
  const changed = produce(key, (draft) => {
    change(draft as SecretKey);
  });
  storage.keys = withValue(stored(storage).keys, keyOf(path), changed);
  return changed;
}

export const isDeleted = (version: SecretVersion, wall: number): boolean =>
  version.deletion !== null && version.deletion <= wall;

/** When a version made now will be deleted: after the shorter of the two settings (kv plugin: delete_version_after.go). */
export function plannedDeletion(settings: Settings, key: SecretKey, wall: number): number | null {
  if (settings.deleteVersionAfter < 0) return null;
  const delays = [settings.deleteVersionAfter, key.deleteVersionAfter].filter((seconds) => seconds !== 0);
  return delays.length === 0 ? null : wall + Math.min(...delays) * 1000;
}

/** How many versions a key keeps: the larger of the two settings, or ten. */
const kept = (settings: Settings, key: SecretKey): number =>
  Math.max(settings.maxVersions, key.maxVersions) || DEFAULT_MAX_VERSIONS;

/**
 * Adds a version and drops those that are too many (kv plugin: path_data.go, AddVersion).
 * @param key draft
 */
export function addVersion(
  settings: Settings,
  key: SecretKey,
  content: Content,
  wall: number,
  by: Attribution | null,
): SecretVersion {
  const version: SecretVersion = {
    created: wall,
    deletion: plannedDeletion(settings, key, wall),
    destroyed: false,
    content,
    createdBy: by,
    deletedBy: null,
  };
  key.lastUpdatedBy = by;
  key.current += 1;
  key.versions[String(key.current)] = version;
  key.updated = wall;
  const limit = kept(settings, key);
  if (key.current - key.oldest >= limit) {
    const last = key.current - limit;
    for (const number of Object.keys(key.versions)) if (Number(number) <= last) delete key.versions[number];
    key.oldest = last + 1;
  }
  return version;
}

/** A version's metadata as data, patch and subkeys answer it. */
export const describeVersion = (key: SecretKey, number: number, version: SecretVersion) => ({
  created_time: timestamp(version.created),
  custom_metadata: key.customMetadata,
  deletion_time: timestamp(version.deletion),
  destroyed: version.destroyed,
  version: number,
});
