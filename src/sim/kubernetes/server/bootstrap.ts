import { Random, type Wall } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import { CLUSTER_ROLE_BINDINGS, CLUSTER_ROLES } from '../authz/bootstrap.ts';
import { kindNamed } from '../kinds/index.ts';
import type { Kind } from '../kinds/kind.ts';
import { newStore, put, stampNew } from '../store/store.ts';
import { decodeInto } from './decode-body.ts';
import { expectedOf } from './expected.ts';
import type { Settings } from './settings.ts';
import type { ApiState } from './state.ts';

/** An object as a manifest writes it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: object;
  readonly [field: string]: unknown;
}

/** Ages, in milliseconds, that the parts of a new cluster have when the world begins; as in the recorded clusters. */
const AGES = { roles: 56_000, namespaces: 15_000, vault: 13_000 };

/** Revision that etcd has reached by then. */
const REVISION = 208;

const RBAC = 'rbac.authorization.k8s.io';
const BOOTSTRAP = {
  labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
  annotations: { 'rbac.authorization.kubernetes.io/autoupdate': 'true' },
};

const system = (): Manifest[] => [
  ...Object.entries(CLUSTER_ROLES).map(([name, rules]) => ({
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name, ...BOOTSTRAP },
    rules,
  })),
  ...Object.entries(CLUSTER_ROLE_BINDINGS).map(([name, subjects]) => ({
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name, ...BOOTSTRAP },
    subjects,
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name },
  })),
];

const namespace = (name: string): Manifest => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });

/** Vault's own account and its right to review tokens, as Vault's Helm chart makes them. */
const vault = (): Manifest[] => [
  namespace('vault'),
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'vault', namespace: 'vault' } },
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: { name: 'vault-server-binding' },
    subjects: [{ kind: 'ServiceAccount', name: 'vault', namespace: 'vault' }],
    roleRef: { apiGroup: RBAC, kind: 'ClusterRole', name: 'system:auth-delegator' },
  },
];

const kindOfManifest = (manifest: Manifest): Kind => {
  const group = manifest.apiVersion.includes('/') ? (manifest.apiVersion.split('/')[0] ?? '') : '';
  const kind = kindNamed(group, manifest.kind);
  if (!kind) throw badRequest(`no kind ${manifest.kind} in ${manifest.apiVersion}`);
  return kind;
};

/** Put an object into the store as if it had always been there: defaulted, but neither admitted nor validated. */
const plant = (state: ApiState, manifest: Manifest, wall: Wall, random: Random): void => {
  const kind = kindOfManifest(manifest);
  const object = decodeInto(manifest, expectedOf(kind), [], 'Ignore') as unknown as KubeObject;
  if (kind.namespaced) object.metadata.namespace ??= 'default';
  kind.defaults?.(object);
  stampNew(object, wall, random);
  kind.prepareCreate?.(object);
  put(state.store, kind, object);
};

/**
 * A cluster at the beginning of a world: system namespaces and roles, Vault's account, and whatever else is given.
 * @param objects manifests of more objects that exist from the start
 */
export const bootstrap = (settings: Settings, objects: readonly Manifest[], wall: Wall, entropy: number): ApiState => {
  const random = new Random(entropy);
  const state: ApiState = { settings, store: newStore(0), authenticated: {} };
  for (const manifest of system()) plant(state, manifest, wall - AGES.roles, random);
  for (const name of ['default', 'kube-node-lease', 'kube-public', 'kube-system'])
    plant(state, namespace(name), wall - AGES.namespaces, random);
  for (const manifest of vault()) plant(state, manifest, wall - AGES.vault, random);
  for (const manifest of objects) plant(state, manifest, wall - AGES.vault, random);
  state.store = { ...state.store, revision: Math.max(REVISION, state.store.revision), recent: [] };
  return state;
};
