import { type Random, rfc3339, type Wall } from '../../kernel/index.ts';
import { drop, entries, find, put as putIn, type Trie } from '../../kernel/trie.ts';
import type { KubeObject } from '../api/object.ts';
import type { Kind } from '../kinds/kind.ts';

/** Objects by namespace (`''` for the cluster) and name. */
type Bucket = Record<string, Trie<KubeObject>>;

/** One change, as a watch reports it. */
export interface Change {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED';
  readonly resource: string;
  readonly revision: number;
  readonly object: KubeObject;
  /** What it was before, for watches whose selector it left. */
  readonly before?: KubeObject;
}

/** What etcd holds. The fields of a working copy are replaced; what they hold is shared and never changed in place. */
export interface Store {
  /** Revision of the last write; every write takes the next one. */
  revision: number;
  objects: Readonly<Record<string, Bucket>>;
  /** The last changes, oldest first, so that a watch can start a little in the past. */
  recent: readonly Change[];
}

/** Changes kept for watches that start late. A real API server keeps about a hundred to thousands per resource. */
const KEPT = 200;

/** An empty store at a revision. */
export const newStore = (revision: number): Store => ({ revision, objects: {}, recent: [] });

/** Key of a kind's bucket: `pods`, `deployments.apps`. */
export const bucketOf = (kind: Kind): string => (kind.group === '' ? kind.plural : `${kind.plural}.${kind.group}`);

/** An object, or `undefined`. */
export const read = (store: Store, kind: Kind, namespace: string, name: string): KubeObject | undefined =>
  readFrom(store, bucketOf(kind), namespace, name);

/** Like `read`, by the bucket's key. */
export const readFrom = (store: Store, bucket: string, namespace: string, name: string): KubeObject | undefined =>
  find(store.objects[bucket]?.[namespace] ?? null, name);

/** All objects of a kind, sorted by namespace and name as etcd's keys are; `''` for every namespace. */
export const list = (store: Store, bucket: string, namespace: string): KubeObject[] => {
  const namespaces = store.objects[bucket] ?? {};
  const keys = namespace === '' ? Object.keys(namespaces).sort() : [namespace];
  return keys.flatMap((key) => entries(namespaces[key] ?? null).map(([, object]) => object));
};

/** Write an object and give it the next resourceVersion. Returns what was stored; untouched parts stay shared. */
export const put = (store: Store, kind: Kind, object: KubeObject): KubeObject => {
  const bucket = bucketOf(kind);
  const namespace = object.metadata.namespace ?? '';
  const name = object.metadata.name ?? '';
  const before = readFrom(store, bucket, namespace, name);
  store.revision++;
  const stored = { ...object, metadata: { ...object.metadata, resourceVersion: `${store.revision}` } };
  replace(store, bucket, namespace, putIn(store.objects[bucket]?.[namespace] ?? null, name, stored));
  note(store, {
    type: before ? 'MODIFIED' : 'ADDED',
    resource: bucket,
    revision: store.revision,
    object: stored,
    ...(before && { before }),
  });
  return stored;
};

/** Take an object out; the deletion has a revision of its own. */
export const remove = (store: Store, kind: Kind, object: KubeObject): void => {
  const bucket = bucketOf(kind);
  const namespace = object.metadata.namespace ?? '';
  const name = object.metadata.name ?? '';
  const gone = readFrom(store, bucket, namespace, name);
  if (!gone) return;
  store.revision++;
  replace(store, bucket, namespace, drop(store.objects[bucket]?.[namespace] ?? null, name));
  const last = { ...object, metadata: { ...object.metadata, resourceVersion: `${store.revision}` } };
  note(store, { type: 'DELETED', resource: bucket, revision: store.revision, object: last, before: gone });
};

const replace = (store: Store, bucket: string, namespace: string, names: Trie<KubeObject>): void => {
  store.objects = { ...store.objects, [bucket]: { ...store.objects[bucket], [namespace]: names } };
};

const note = (store: Store, change: Change): void => {
  store.recent = [...store.recent.slice(1 - KEPT), change];
};

/** What the server adds to a new object: name from `generateName`, uid, creation time. */
export const stampNew = (object: KubeObject, wall: Wall, random: Random): void => {
  const { metadata } = object;
  if (!metadata.name && metadata.generateName) metadata.name = `${metadata.generateName.slice(0, 58)}${suffix(random)}`;
  metadata.uid = random.uuid();
  metadata.creationTimestamp = rfc3339(wall);
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
};

/** Letters without vowels and look-alikes (kubernetes: apimachinery pkg/util/rand). */
const SUFFIX = 'bcdfghjklmnpqrstvwxz2456789';

/** Five characters that make a generated name unique. */
export const suffix = (random: Random): string => random.text(5, SUFFIX);
