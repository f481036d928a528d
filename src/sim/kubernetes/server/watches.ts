import type { KubeObject } from '../api/object.ts';
import { gone } from '../api/status.ts';
import { selection } from '../endpoints/list.ts';
import { KINDS } from '../kinds/index.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { bucketOf, type Change, list, type Store } from '../store/store.ts';
import { withType } from './commit.ts';
import type { Watch } from './context.ts';

/** One event of a watch as it goes over the wire. */
export interface WatchEvent {
  readonly type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK' | 'ERROR';
  readonly object: object;
}

const kindOf = (resource: string): Kind | undefined => KINDS.find((k) => bucketOf(k) === resource);

const chooser = (watch: Watch, kind: Kind): ((object: KubeObject) => boolean) => {
  const chosen = selection(kind, watch.labelSelector, watch.fieldSelector);
  return (object) => (watch.namespace === '' || object.metadata.namespace === watch.namespace) && chosen(object);
};

/** What a change looks like through a watch's selector: an object may enter or leave it; `null`: nothing to see. */
const seen = (change: Change, kind: Kind, chosen: (object: KubeObject) => boolean): WatchEvent | null => {
  const was = change.before !== undefined && chosen(change.before);
  const is = change.type !== 'DELETED' && chosen(change.object);
  const object = withType(change.object, kind);
  if (is) return { type: was ? 'MODIFIED' : 'ADDED', object };
  return was ? { type: 'DELETED', object } : null;
};

/** Events of the changes after a revision, or an ERROR when they are no longer known. */
export const eventsSince = (store: Store, watch: Watch, revision: number): readonly WatchEvent[] => {
  const kind = kindOf(watch.resource);
  if (!kind) return [];
  const oldest = store.recent[0]?.revision ?? store.revision + 1;
  if (revision < oldest - 1 && revision < store.revision)
    return [{ type: 'ERROR', object: gone(`too old resource version: ${revision} (${oldest})`).status }];
  const chosen = chooser(watch, kind);
  return store.recent
    .filter((c) => c.revision > revision && c.resource === watch.resource)
    .flatMap((change) => seen(change, kind, chosen) ?? []);
};

/** The first events of a new watch. */
export const firstEvents = (store: Store, watch: Watch): readonly WatchEvent[] => {
  const kind = kindOf(watch.resource);
  if (!kind) return [];
  if (!watch.initial) return eventsSince(store, watch, watch.revision);
  const chosen = chooser(watch, kind);
  return list(store, watch.resource, watch.namespace)
    .filter(chosen)
    .map((object) => ({ type: 'ADDED', object: withType(object, kind) }));
};

/** A marker that tells the client how far it has come. */
export const bookmark = (store: Store, watch: Watch): WatchEvent => {
  const kind = kindOf(watch.resource);
  return {
    type: 'BOOKMARK',
    object: {
      ...(kind && { kind: kind.kind, apiVersion: apiVersionOf(kind) }),
      metadata: { resourceVersion: `${store.revision}` },
    },
  };
};
