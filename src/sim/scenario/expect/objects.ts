/** Objects of the cluster, as one finds them by a name with `*`. */
import type { KubeObject } from '../../kubernetes/api/object.ts';
import type { KubernetesContext } from '../../kubernetes/index.ts';
import { KINDS } from '../../kubernetes/kinds/index.ts';
import { bucketOf, list } from '../../kubernetes/store/store.ts';
import type { Session } from '../session.ts';
import { fits } from './look.ts';

/** A reference as people write it: `pod app/web-*`, `clusterrolebinding vault-server-binding`. */
export interface Reference {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/** `pod app/web-*` in its parts; null when it is no reference. */
export const readReference = (text: string): Reference | null => {
  const m = /^(\S+)\s+(?:([^\s/]+)\/)?([^\s/]+)$/.exec(text.trim());
  return m ? { kind: (m[1] ?? '').toLowerCase(), namespace: m[2] ?? '', name: m[3] ?? '' } : null;
};

const cluster = (session: Session): KubernetesContext | null =>
  (session.run.actor('kubernetes')?.snapshot.context as KubernetesContext | undefined) ?? null;

/** Changes whenever anything in the cluster does. */
export const clusterVersion = (session: Session): number => cluster(session)?.api.store.revision ?? 0;

/** Kinds by the names that a reference may use. */
const kindCalled = (name: string) =>
  KINDS.find(({ kind, plural }) => kind.toLowerCase() === name || plural === name || plural === `${name}s`);

/** Whether a reference's kind exists. */
export const knowsKind = (name: string): boolean => kindCalled(name) !== undefined;

/** The objects that a reference means, sorted by name; those that are being deleted included. */
export const objectsOf = (session: Session, { kind: name, namespace, name: pattern }: Reference): KubeObject[] => {
  const kind = kindCalled(name);
  const store = cluster(session)?.api.store;
  if (!kind || !store) return [];
  return list(store, bucketOf(kind), kind.namespaced ? namespace || 'default' : '').filter((object) =>
    fits(pattern, object.metadata.name ?? ''),
  );
};

/**
 * Like `objectsOf` for a Pod written as `pod app/web-*` or `app/web-*`; a Pod that stays comes before one that goes, and
 * a newer one before an older one.
 */
export const podsOf = (session: Session, written: string): KubeObject[] => {
  const reference = readReference(written.includes(' ') ? written : `pod ${written}`);
  const pods = reference ? objectsOf(session, reference) : [];
  return pods.sort((a, b) => Number(going(a)) - Number(going(b)) || (age(a) < age(b) ? 1 : age(a) > age(b) ? -1 : 0));
};

const age = (object: KubeObject): string => object.metadata.creationTimestamp ?? '';
const going = (object: KubeObject): boolean => object.metadata.deletionTimestamp !== undefined;

/** `app/web-…` for a sentence. */
export const called = (object: KubeObject): string =>
  object.metadata.namespace ? `${object.metadata.namespace}/${object.metadata.name}` : (object.metadata.name ?? '');
