import type { KubeObject } from '../api/object.ts';
import { SUPERUSERS, type User } from '../authn/user.ts';
import { list, type Store } from '../store/store.ts';
import { CLUSTER_ROLE_BINDINGS, ROLE_BINDINGS, type Rule, rulesOf, type Subject, subjectIs } from './rbac.ts';

const EVERYTHING: readonly Rule[] = [
  { verbs: ['*'], apiGroups: ['*'], resources: ['*'] },
  { verbs: ['*'], nonResourceURLs: ['*'] },
];

/** All rules that a user has in a namespace (`''`: cluster-wide ones only). */
export const rulesFor = (store: Store, user: User, namespace: string): readonly Rule[] => {
  if (user.groups.includes(SUPERUSERS)) return EVERYTHING;
  const asked = { user, verb: '', isResource: true, group: '', resource: '', namespace, name: '', path: '' };
  const granted = (binding: KubeObject): readonly Rule[] => {
    const home = binding.metadata.namespace ?? '';
    if (!((binding.subjects ?? []) as readonly Subject[]).some((s) => subjectIs(s, asked, home))) return [];
    const rules = rulesOf(store, binding.roleRef as { kind: string; name: string }, home);
    return typeof rules === 'string' ? [] : rules;
  };
  return [
    ...list(store, CLUSTER_ROLE_BINDINGS, ''),
    ...(namespace === '' ? [] : list(store, ROLE_BINDINGS, namespace)),
  ].flatMap(granted);
};
