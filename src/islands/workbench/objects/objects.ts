import { rfc3339, type Session } from '../../../sim/index.ts';
import { type Trie, entries as trieEntries } from '../../../sim/kernel/trie.ts';
import type { KubernetesContext } from '../../../sim/kubernetes/index.ts';
import type { VaultContext, VaultState } from '../../../sim/vault/index.ts';
import { entries as tableEntries } from '../../../sim/vault/state/table.ts';

/** Something that the world holds at a moment. */
export interface Held {
  /** Unique in a world: `Kubernetes pods app/web-1`. */
  readonly id: string;
  /** `Pods`, `Vault: tokens`. */
  readonly group: string;
  readonly name: string;
  /** Plain data; the very same object as long as nothing about it changes. */
  readonly value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a table's values are things with names of their own, and not the parts of one thing. */
const isTable = (value: unknown): value is Readonly<Record<string, Fields>> =>
  isFields(value) && Object.values(value).every(isFields);

/** Groups that are looked at rarely come last. */
const LAST = ['events', 'configmaps', 'clusterroles.rbac.authorization.k8s.io', 'namespaces', 'nodes', 'services'];

const kubernetesObjects = (session: Session): Held[] => {
  const context = session.run.actor('kubernetes')?.snapshot.context as KubernetesContext | undefined;
  const buckets = Object.entries(context?.api.store.objects ?? {});
  const order = (bucket: string): number => LAST.length - LAST.indexOf(bucket) * (LAST.includes(bucket) ? 1 : 0);
  const sorted = buckets.sort(([a], [b]) => Number(LAST.includes(a)) - Number(LAST.includes(b)) || order(b) - order(a));
  return sorted.flatMap(([bucket, namespaces]) => {
    const group = `Kubernetes: ${bucket.split('.')[0]}`;
    return Object.entries(namespaces).flatMap(([namespace, objects]) =>
      trieEntries(objects).map(([key, value]) => {
        const name = namespace === '' ? key : `${namespace}/${key}`;
        return { id: `${group} ${bucket} ${name}`, group, name, value };
      }),
    );
  });
};

/** Secrets of a key/value mount, path by path. */
interface Folder {
  readonly values: Trie<unknown>;
  readonly folders: Trie<Folder>;
}
const isFolder = (value: unknown): value is Folder => isFields(value) && 'values' in value && 'folders' in value;

const inFolder = (folder: Folder, before: string): [string, unknown][] => [
  ...trieEntries(folder.values).map(([name, value]): [string, unknown] => [before + name, value]),
  ...trieEntries(folder.folders).flatMap(([name, inner]) => inFolder(inner, `${before}${name}/`)),
];

/** What an engine or auth method keeps, without what only its process knows. */
const IN_MEMORY = new Set(['files', 'connections', 'upgradingUntil']);

const storageObjects = (route: string, storage: unknown): Held[] => {
  if (!isFields(storage)) return [];
  return Object.entries(storage).flatMap(([part, value]): Held[] => {
    if (IN_MEMORY.has(part) || value === null) return [];
    const group = `Vault: ${route} ${part}`;
    if (isFolder(value)) {
      return inFolder(value, '').map(([name, v]) => ({ id: `${group} ${name}`, group, name, value: v }));
    }
    if (isTable(value)) {
      return Object.entries(value).map(([name, v]) => ({ id: `${group} ${name}`, group, name, value: v }));
    }
    return isFields(value) ? [{ id: group, group: 'Vault: settings', name: `${route} ${part}`, value }] : [];
  });
};

const vaultObjects = (session: Session): Held[] => {
  const context = session.run.actor('vault')?.snapshot.context as VaultContext | undefined;
  const state: VaultState | undefined = context?.state;
  if (!state) return [];
  const table = (group: string, list: readonly (readonly [string, unknown])[]): Held[] =>
    list.map(([name, value]) => ({ id: `${group} ${name}`, group, name, value }));
  const tokens = [...tableEntries(state.tokens)].map(
    ([, token]) => [`${token.displayName} ${token.accessor}`, token] as const,
  );
  return [
    ...table('Vault: tokens', tokens),
    ...table('Vault: leases', [...tableEntries(state.leases)]),
    ...Object.entries(state.mounts).flatMap(([route, { uuid }]) => storageObjects(route, state.storage[uuid])),
    ...table('Vault: policies', Object.entries(state.policies)),
    ...table('Vault: mounts', Object.entries(state.mounts)),
    ...table('Vault: audit devices', Object.entries(state.audit)),
  ];
};

/** Everything that Vault and the API server hold at a session's present moment. */
export const heldBy = (session: Session): Held[] => [...vaultObjects(session), ...kubernetesObjects(session)];

/** Fields of Vault's records that are Unix milliseconds. */
const MOMENTS = new Set(['created', 'due', 'renewed', 'issued', 'updated', 'deletion', 'started', 'installed']);
/** What nobody reads. */
const LEFT_OUT = new Set(['managedFields', 'uuid']);

/** A value as people read it: moments as dates, and without what says nothing. */
export const readable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(readable);
  if (!isFields(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => {
      if (LEFT_OUT.has(key) || v === undefined) return [];
      if (MOMENTS.has(key) && typeof v === 'number' && v > 1e12) return [[key, rfc3339(v)]];
      return [[key, readable(v)]];
    }),
  );
};
