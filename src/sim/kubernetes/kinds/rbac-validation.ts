import { type FieldError, forbidden, invalid, notSupported, required } from '../api/field-errors.ts';
import { immutable } from '../api/meta-validation.ts';
import { dnsLabel, dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Rule, Subject } from '../authz/rbac.ts';

const GROUP = 'rbac.authorization.k8s.io';

/** Rules of a Role or ClusterRole. Source: kubernetes pkg/apis/rbac/validation/validation.go. */
export const validateRules = (role: KubeObject, namespaced: boolean): FieldError[] =>
  ((role.rules ?? []) as readonly Rule[]).flatMap((rule, i) => {
    const at = `rules[${i}]`;
    const errors: FieldError[] = [];
    if ((rule.verbs ?? []).length === 0) errors.push(required(`${at}.verbs`, 'verbs must contain at least one value'));
    if ((rule.nonResourceURLs ?? []).length > 0) {
      if (namespaced)
        errors.push(
          invalid(`${at}.nonResourceURLs`, rule.nonResourceURLs, 'namespaced rules cannot apply to non-resource URLs'),
        );
      if (
        (rule.apiGroups ?? []).length > 0 ||
        (rule.resources ?? []).length > 0 ||
        (rule.resourceNames ?? []).length > 0
      )
        errors.push(
          invalid(
            `${at}.nonResourceURLs`,
            rule.nonResourceURLs,
            'rules cannot apply to both regular resources and non-resource URLs',
          ),
        );
      return errors;
    }
    if ((rule.apiGroups ?? []).length === 0)
      errors.push(required(`${at}.apiGroups`, 'resource rules must supply at least one api group'));
    if ((rule.resources ?? []).length === 0)
      errors.push(required(`${at}.resources`, 'resource rules must supply at least one resource'));
    return errors;
  });

/** Defaults of a binding's role and subjects, in place. */
export const defaultBinding = (binding: KubeObject): void => {
  const ref = part(binding, 'roleRef');
  if (!ref.apiGroup) binding.roleRef = { ...ref, apiGroup: GROUP };
  const subjects = binding.subjects as Subject[] | undefined;
  if (subjects)
    binding.subjects = subjects.map((s) =>
      !s.apiGroup && (s.kind === 'User' || s.kind === 'Group') ? { ...s, apiGroup: GROUP } : s,
    );
};

/** Role and subjects of a binding. */
export const validateBinding = (
  binding: KubeObject,
  roleKinds: readonly string[],
  namespaced: boolean,
): FieldError[] => {
  const ref = part(binding, 'roleRef');
  const errors: FieldError[] = [];
  if (ref.apiGroup !== GROUP) errors.push(notSupported('roleRef.apiGroup', ref.apiGroup, [GROUP]));
  if (!roleKinds.includes(String(ref.kind))) errors.push(notSupported('roleRef.kind', ref.kind ?? '', roleKinds));
  if (!ref.name) errors.push(required('roleRef.name'));
  ((binding.subjects ?? []) as readonly Subject[]).forEach((subject, i) => {
    errors.push(...validateSubject(subject, namespaced, `subjects[${i}]`));
  });
  return errors;
};

const validateSubject = (subject: Subject, namespaced: boolean, at: string): FieldError[] => {
  const errors: FieldError[] = [];
  if (!subject.name) errors.push(required(`${at}.name`));
  if (subject.kind === 'ServiceAccount') {
    if (subject.name) errors.push(...dnsSubdomain(subject.name).map((e) => invalid(`${at}.name`, subject.name, e)));
    if (subject.apiGroup) errors.push(notSupported(`${at}.apiGroup`, subject.apiGroup, ['']));
    if (!namespaced && !subject.namespace) errors.push(required(`${at}.namespace`));
    else if (subject.namespace)
      errors.push(...dnsLabel(subject.namespace).map((e) => invalid(`${at}.namespace`, subject.namespace, e)));
  } else if (subject.kind === 'User' || subject.kind === 'Group') {
    if (subject.apiGroup !== GROUP) errors.push(notSupported(`${at}.apiGroup`, subject.apiGroup, [GROUP]));
    if (subject.namespace) errors.push(forbidden(`${at}.namespace`, `not allowed for ${subject.kind}`));
  } else errors.push(notSupported(`${at}.kind`, subject.kind, ['ServiceAccount', 'User', 'Group']));
  return errors;
};

/** A binding's role is fixed when it is made. */
export const validateRoleRefUpdate = (next: KubeObject, old: KubeObject): FieldError[] =>
  immutable(next.roleRef, old.roleRef, 'roleRef').map((e) => ({
    ...e,
    message: `Invalid value: ${JSON.stringify(next.roleRef)}: cannot change roleRef`,
  }));
