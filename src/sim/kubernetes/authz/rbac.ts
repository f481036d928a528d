import { type KubeObject, nameOf, namespaceOf } from '../api/object.ts';
import { SUPERUSERS, serviceAccountUser } from '../authn/user.ts';
import { list, readFrom, type Store } from '../store/store.ts';
import type { Attributes } from './attributes.ts';

/** One rule of a role. */
export interface Rule {
  readonly verbs?: readonly string[] | null;
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly nonResourceURLs?: readonly string[];
}

/** Whom a binding names. */
export interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  readonly apiGroup?: string;
}

/** Verdict of the authorizer. */
export interface Decision {
  readonly allowed: boolean;
  /** Empty where there is nothing to say. */
  readonly reason: string;
}

/** Buckets of the four kinds. */
export const ROLES = 'roles.rbac.authorization.k8s.io';
/** Bucket of RoleBindings. */
export const ROLE_BINDINGS = 'rolebindings.rbac.authorization.k8s.io';
/** Bucket of ClusterRoles. */
export const CLUSTER_ROLES = 'clusterroles.rbac.authorization.k8s.io';
/** Bucket of ClusterRoleBindings. */
export const CLUSTER_ROLE_BINDINGS = 'clusterrolebindings.rbac.authorization.k8s.io';

/** Whether one rule covers what is asked (kubernetes: pkg/apis/rbac/v1/evaluation_helpers.go). */
export const ruleAllows = (rule: Rule, a: Attributes): boolean => {
  const has = (values: readonly string[] | null | undefined, wanted: string): boolean =>
    (values ?? []).some((v) => v === '*' || v === wanted);
  if (!has(rule.verbs, a.verb)) return false;
  if (!a.isResource)
    return (rule.nonResourceURLs ?? []).some(
      (u) => u === '*' || u === a.path || (u.endsWith('*') && a.path.startsWith(u.slice(0, -1))),
    );
  const [, subresource] = a.resource.split('/');
  const resource = (rule.resources ?? []).some(
    (r) => r === '*' || r === a.resource || (subresource !== undefined && r === `*/${subresource}`),
  );
  const names = rule.resourceNames ?? [];
  return has(rule.apiGroups, a.group) && resource && (names.length === 0 || names.includes(a.name));
};

/** Whether a subject of a binding is the caller. */
export const subjectIs = (subject: Subject, a: Attributes, bindingNamespace: string): boolean => {
  if (subject.kind === 'User') return a.user.name === subject.name;
  if (subject.kind === 'Group') return a.user.groups.includes(subject.name);
  const namespace = subject.namespace || bindingNamespace;
  return (
    subject.kind === 'ServiceAccount' && namespace !== '' && a.user.name === serviceAccountUser(namespace, subject.name)
  );
};

const described = (subject: Subject, bindingNamespace: string): string =>
  subject.kind === 'ServiceAccount'
    ? `ServiceAccount ${JSON.stringify(`${subject.name}/${subject.namespace || bindingNamespace}`)}`
    : `${subject.kind} ${JSON.stringify(subject.name)}`;

interface RoleRef {
  readonly kind: string;
  readonly name: string;
}

/** The rules a binding refers to, or the text of what is missing. */
export const rulesOf = (store: Store, ref: RoleRef, namespace: string): readonly Rule[] | string => {
  const cluster = ref.kind === 'ClusterRole';
  const role = readFrom(store, cluster ? CLUSTER_ROLES : ROLES, cluster ? '' : namespace, ref.name);
  if (!role)
    return `${cluster ? CLUSTER_ROLES.replace('roles.', 'role.') : ROLES.replace('roles.', 'role.')} ${JSON.stringify(ref.name)} not found`;
  return (role.rules as readonly Rule[] | null | undefined) ?? [];
};

/**
 * May this caller do that? Members of `system:masters` may do anything; for the rest the bindings decide.
 * @returns the reason names the binding that allowed, or roles that bindings refer to in vain
 */
export const authorize = (store: Store, a: Attributes): Decision => {
  if (a.user.groups.includes(SUPERUSERS)) return { allowed: true, reason: '' };
  const missing: string[] = [];
  const search = (bindings: readonly KubeObject[]): string | null => {
    for (const binding of bindings) {
      const namespace = namespaceOf(binding);
      const subject = ((binding.subjects ?? []) as readonly Subject[]).find((s) => subjectIs(s, a, namespace));
      if (!subject) continue;
      const ref = binding.roleRef as RoleRef;
      const rules = rulesOf(store, ref, namespace);
      if (typeof rules === 'string') missing.push(rules);
      else if (rules.some((r) => ruleAllows(r, a)))
        return namespace === ''
          ? `RBAC: allowed by ClusterRoleBinding ${JSON.stringify(nameOf(binding))} of ${ref.kind} ${JSON.stringify(ref.name)} to ${described(subject, namespace)}`
          : `RBAC: allowed by RoleBinding ${JSON.stringify(`${nameOf(binding)}/${namespace}`)} of ${ref.kind} ${JSON.stringify(ref.name)} to ${described(subject, namespace)}`;
    }
    return null;
  };
  const allowed =
    search(list(store, CLUSTER_ROLE_BINDINGS, '')) ??
    (a.namespace === '' ? null : search(list(store, ROLE_BINDINGS, a.namespace)));
  if (allowed !== null) return { allowed: true, reason: allowed };
  const distinct = [...new Set(missing)];
  const reason =
    distinct.length === 0 ? '' : `RBAC: ${distinct.length === 1 ? distinct[0] : `[${distinct.join(', ')}]`}`;
  return { allowed: false, reason };
};
