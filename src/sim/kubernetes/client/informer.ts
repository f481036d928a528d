import type { Effect, KernelEvent, Stamped } from '../../kernel/index.ts';
import { drop, entries, find, put, type Trie } from '../../kernel/trie.ts';
import type { KubeObject } from '../api/object.ts';
import { requestOf } from './client.ts';

/**
 * A client's copy of a collection, kept up to date by list and watch (client-go's reflector). It lives in the context of
 * the actor that uses it; requests are named `list <name>` and `watch <name>`.
 */
export interface Informer {
  readonly name: string;
  /** Path of the collection, with selectors in `query`. */
  readonly path: string;
  readonly query: string;
  readonly phase: 'listing' | 'watching' | 'waiting';
  readonly revision: string;
  /** By `namespace/name`. */
  readonly objects: Trie<KubeObject>;
  /** Failures in a row. */
  readonly failures: number;
}

/** One thing that changed in the copy. */
export interface Seen {
  readonly informer: string;
  readonly key: string;
  readonly object: KubeObject | null;
  readonly before: KubeObject | null;
}

/** What one event did to an informer. */
export interface Step {
  readonly informer: Informer;
  readonly seen: readonly Seen[];
  readonly effects: readonly Effect[];
  /** Ask again after so many milliseconds. */
  readonly retryAfter?: number;
}

/** Seconds a watch may last. A real reflector draws five to ten minutes; the pictures are calmer with an hour. */
const WATCH_SECONDS = 3600;

/** An informer that has not listed yet. */
export const newInformer = (name: string, path: string, query = ''): Informer => ({
  name,
  path,
  query,
  phase: 'listing',
  revision: '',
  objects: null,
  failures: 0,
});

/** `namespace/name`. */
export const keyOf = (object: KubeObject): string => `${object.metadata.namespace ?? ''}/${object.metadata.name ?? ''}`;

const get = (informer: Informer, token: string, what: 'list' | 'watch', query: string): Effect => {
  const all = [informer.query, query].filter((q) => q !== '').join('&');
  const call = { method: 'GET', path: `${informer.path}${all === '' ? '' : `?${all}`}` } as const;
  const timeout = what === 'watch' ? (WATCH_SECONDS + 30) * 1000 : undefined;
  return { type: 'request', params: requestOf(`${what} ${informer.name}`, token, call, timeout) };
};

/** Ask for the whole collection. */
export const startInformer = (informer: Informer, token: string): Step => ({
  informer: { ...informer, phase: 'listing' },
  seen: [],
  effects: [get(informer, token, 'list', '')],
});

const watch = (informer: Informer, token: string): Effect =>
  get(
    informer,
    token,
    'watch',
    `watch=true&allowWatchBookmarks=true&timeoutSeconds=${WATCH_SECONDS}&resourceVersion=${informer.revision}`,
  );

const backoff = (failures: number): number => Math.min(30_000, 800 * 2 ** failures);

/** Take an event of the kernel; `null` when it is not about this informer. */
export const informed = (informer: Informer, token: string, event: Stamped<KernelEvent>): Step | null => {
  if (event.type === 'http.failure') {
    if (event.id !== `list ${informer.name}` && event.id !== `watch ${informer.name}`) return null;
    return {
      informer: { ...informer, phase: 'waiting', failures: informer.failures + 1 },
      seen: [],
      effects: [],
      retryAfter: backoff(informer.failures),
    };
  }
  if (event.type === 'http.response' && event.id === `list ${informer.name}`) {
    if (event.status !== 200)
      return {
        informer: { ...informer, phase: 'waiting', failures: informer.failures + 1 },
        seen: [],
        effects: [],
        retryAfter: backoff(informer.failures),
      };
    return listed(informer, token, event.body);
  }
  if (event.type === 'http.response' && event.id === `watch ${informer.name}`) {
    // The server ended the watch: go on where it stopped. After an ERROR the list is under way already.
    if (event.status === 200 && informer.phase === 'watching')
      return { informer, seen: [], effects: [watch(informer, token)] };
    if (event.status === 200) return { informer, seen: [], effects: [] };
    return {
      informer: { ...informer, phase: 'waiting' },
      seen: [],
      effects: [],
      retryAfter: backoff(informer.failures),
    };
  }
  if (event.type === 'http.chunk' && event.id === `watch ${informer.name}`) return watched(informer, event.body);
  return null;
};

const listed = (informer: Informer, token: string, body: unknown): Step => {
  const list = body as { metadata: { resourceVersion: string }; items: KubeObject[] };
  let objects: Trie<KubeObject> = null;
  for (const object of list.items) objects = put(objects, keyOf(object), object);
  const keys = new Set([...entries(informer.objects), ...entries(objects)].map(([key]) => key));
  const seen = [...keys].flatMap((key) => {
    const [object, before] = [find(objects, key) ?? null, find(informer.objects, key) ?? null];
    return object?.metadata.resourceVersion === before?.metadata.resourceVersion
      ? []
      : [{ informer: informer.name, key, object, before }];
  });
  const next: Informer = {
    ...informer,
    phase: 'watching',
    objects,
    revision: list.metadata.resourceVersion,
    failures: 0,
  };
  return { informer: next, seen, effects: [watch(next, token)] };
};

const watched = (informer: Informer, body: unknown): Step => {
  const { type, object } = body as { type: string; object: KubeObject };
  if (type === 'ERROR') return { informer: { ...informer, phase: 'waiting' }, seen: [], effects: [], retryAfter: 1000 };
  const revision = object.metadata.resourceVersion ?? informer.revision;
  if (type === 'BOOKMARK') return { informer: { ...informer, revision }, seen: [], effects: [] };
  const taken =
    type === 'DELETED' ? dropped({ ...informer, revision }, object) : noted({ ...informer, revision }, object);
  return { ...taken, effects: [] };
};

/** Put an object into the copy unless a newer one is there: from a watch, or from the answer to one's own write. */
export const noted = (informer: Informer, object: KubeObject): { informer: Informer; seen: readonly Seen[] } => {
  const key = keyOf(object);
  const before = find(informer.objects, key) ?? null;
  if (before && Number(before.metadata.resourceVersion) >= Number(object.metadata.resourceVersion))
    return { informer, seen: [] };
  return {
    informer: { ...informer, objects: put(informer.objects, key, object) },
    seen: [{ informer: informer.name, key, object, before }],
  };
};

/** Take an object out of the copy. */
export const dropped = (informer: Informer, object: KubeObject): { informer: Informer; seen: readonly Seen[] } => {
  const key = keyOf(object);
  const before = find(informer.objects, key);
  if (!before) return { informer, seen: [] };
  return {
    informer: { ...informer, objects: drop(informer.objects, key) },
    seen: [{ informer: informer.name, key, object: null, before }],
  };
};
