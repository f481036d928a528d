import { type KubeObject, nameOf } from '../api/object.ts';
import { forbiddenError } from '../api/status.ts';
import { SUPERUSERS, type User } from '../authn/user.ts';
import { type Kind, resourceName } from '../kinds/kind.ts';
import type { ApiState } from '../server/state.ts';
import { authorize, type Rule, rulesOf } from './rbac.ts';
import { rulesFor } from './rules-for.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** Rules that name one verb and one resource (or one path) each. */
const single = (rule: Rule): Rule[] =>
  (rule.verbs ?? []).flatMap((verb) => [
    ...(rule.nonResourceURLs ?? []).map((url): Rule => ({ verbs: [verb], nonResourceURLs: [url] })),
    ...(rule.apiGroups ?? []).flatMap((group) =>
      (rule.resources ?? []).flatMap((resource): Rule[] => {
        const names = rule.resourceNames ?? [];
        const base = { verbs: [verb], apiGroups: [group], resources: [resource] };
        return names.length === 0 ? [base] : names.map((name) => ({ ...base, resourceNames: [name] }));
      }),
    ),
  ]);

const has = (held: readonly string[] | null | undefined, wanted: readonly string[] | null | undefined): boolean =>
  (wanted ?? []).every((w) => (held ?? []).some((h) => h === '*' || h === w));

const covers = (held: Rule, wanted: Rule): boolean => {
  if (!has(held.verbs, wanted.verbs)) return false;
  if (wanted.nonResourceURLs)
    return wanted.nonResourceURLs.every((url) =>
      (held.nonResourceURLs ?? []).some((h) => h === url || (h.endsWith('*') && url.startsWith(h.slice(0, -1)))),
    );
  const names = held.resourceNames ?? [];
  const sub = (wanted.resources?.[0] ?? '').split('/')[1];
  const resource =
    has(held.resources, wanted.resources) || (sub !== undefined && (held.resources ?? []).includes(`*/${sub}`));
  return (
    has(held.apiGroups, wanted.apiGroups) &&
    resource &&
    (names.length === 0 || (wanted.resourceNames ?? []).some((n) => names.includes(n)))
  );
};

const goList = (values: readonly string[]): string => `[${values.map((v) => JSON.stringify(v)).join(' ')}]`;

const described = (rule: Rule): string => {
  const parts: [string, readonly string[] | null | undefined][] = [
    ['APIGroups', rule.apiGroups],
    ['Resources', rule.resources],
    ['NonResourceURLs', rule.nonResourceURLs],
    ['ResourceNames', rule.resourceNames],
    ['Verbs', rule.verbs],
  ];
  return `{${parts.flatMap(([name, values]) => (values?.length ? [`${name}:${goList(values)}`] : [])).join(', ')}}`;
};

/** Rules of the same resource in one, their verbs together. */
const compacted = (rules: readonly Rule[]): Rule[] => {
  const byPlace = new Map<string, Rule>();
  for (const rule of rules) {
    const key = JSON.stringify([rule.apiGroups, rule.resources, rule.nonResourceURLs, rule.resourceNames]);
    const before = byPlace.get(key);
    byPlace.set(key, before ? { ...before, verbs: [...(before.verbs ?? []), ...(rule.verbs ?? [])] } : rule);
  }
  return [...byPlace.values()];
};

/**
 * Nobody may grant by a role or a binding what he does not hold himself, unless he has the verb `escalate` or `bind`
 * (kubernetes: pkg/registry/rbac/validation/rule.go, ConfirmNoEscalation). @throws StatusError 403
 */
export const checkEscalation = (state: ApiState, user: User, kind: Kind, object: KubeObject): void => {
  if (kind.group !== GROUP || user.groups.includes(SUPERUSERS)) return;
  const namespace = kind.namespaced ? (object.metadata.namespace ?? '') : '';
  const may = (verb: string, resource: string, name: string): boolean =>
    authorize(state.store, { user, verb, isResource: true, group: GROUP, resource, namespace, name, path: '' }).allowed;
  let wanted: readonly Rule[];
  if (kind.kind.endsWith('Binding')) {
    const ref = object.roleRef as { kind: string; name: string };
    if (may('bind', ref.kind === 'ClusterRole' ? 'clusterroles' : 'roles', ref.name)) return;
    const rules = rulesOf(state.store, ref, namespace);
    if (typeof rules === 'string') {
      const resource = ref.kind === 'ClusterRole' ? 'clusterroles' : 'roles';
      throw forbiddenError(
        resourceName(kind),
        nameOf(object),
        `${resource}.${GROUP} ${JSON.stringify(ref.name)} not found`,
      );
    }
    wanted = rules;
  } else {
    if (may('escalate', kind.plural, nameOf(object))) return;
    wanted = (object.rules ?? []) as readonly Rule[];
  }
  const held = rulesFor(state.store, user, namespace);
  const missing = wanted.flatMap(single).filter((w) => !held.some((h) => covers(h, w)));
  if (missing.length === 0) return;
  const list = compacted(missing).map(described).sort().join('\n');
  throw forbiddenError(
    resourceName(kind),
    nameOf(object),
    `user ${JSON.stringify(user.name)} (groups=${goList(user.groups)}) is attempting to grant RBAC permissions not currently held:\n${list}`,
  );
};
