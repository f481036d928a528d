import { type FieldError, forbidden, invalid, required } from '../api/field-errors.ts';
import { sameJson } from '../api/object.ts';
import { unifiedDiff } from '../api/unified-diff.ts';
import { internalPodSpec } from './internal-form.ts';
import type { Container, PodSpec } from './types.ts';

const MAY_CHANGE =
  'pod updates may not change fields other than `spec.containers[*].image`,`spec.initContainers[*].image`,`spec.activeDeadlineSeconds`,`spec.tolerations` (only additions to existing tolerations),`spec.terminationGracePeriodSeconds` (allow it to be set to 1 if it was previously negative)';

const sameNumber = (next: readonly Container[], old: readonly Container[], field: string): FieldError[] =>
  next.length === old.length ? [] : [forbidden(field, 'pod updates may not add or remove containers')];

const withOldImages = (next: readonly Container[], old: readonly Container[]): Container[] =>
  next.map((c, i) => ({ ...c, ...(old[i]?.image !== undefined && { image: old[i].image }) }));

const lines = (spec: PodSpec): string[] => JSON.stringify(internalPodSpec(spec), null, 1).split('\n');

/** What of a Pod's spec may change once it exists. Source: kubernetes ValidatePodUpdate. */
export const validatePodSpecUpdate = (next: PodSpec, old: PodSpec): FieldError[] => {
  const [containers, oldContainers] = [next.containers ?? [], old.containers ?? []];
  const [init, oldInit] = [next.initContainers ?? [], old.initContainers ?? []];
  const number = [
    ...sameNumber(containers, oldContainers, 'spec.containers'),
    ...sameNumber(init, oldInit, 'spec.initContainers'),
  ];
  if (number.length > 0) return number;
  const errors: FieldError[] = [];
  for (const [list, field] of [
    [containers, 'spec.containers'],
    [init, 'spec.initContainers'],
  ] as const)
    list.forEach((c, i) => {
      if (!c.image) errors.push(required(`${field}[${i}].image`));
    });
  const [deadline, oldDeadline] = [next.activeDeadlineSeconds, old.activeDeadlineSeconds];
  if (deadline === undefined && oldDeadline !== undefined)
    errors.push(invalid('spec.activeDeadlineSeconds', null, 'must not update from a positive integer to nil value'));
  else if (deadline !== undefined && oldDeadline !== undefined && deadline > oldDeadline)
    errors.push(invalid('spec.activeDeadlineSeconds', deadline, 'must be less than or equal to previous value'));
  const kept = (old.tolerations ?? []).every((t) => (next.tolerations ?? []).some((n) => sameJson(n, t)));
  if (!kept)
    errors.push(forbidden('spec.tolerations', 'existing toleration can not be modified except its tolerationSeconds'));
  const munged: PodSpec = { ...next, containers: withOldImages(containers, oldContainers) };
  if (next.initContainers) munged.initContainers = withOldImages(init, oldInit);
  keep(munged, old, 'activeDeadlineSeconds');
  keep(munged, old, 'tolerations');
  const [before, after] = [lines(old), lines(munged)];
  if (!sameJson(before, after)) errors.push(forbidden('spec', `${MAY_CHANGE}\n${unifiedDiff(before, after)}`));
  return errors;
};

const keep = (next: PodSpec, old: PodSpec, field: string): void => {
  if (old[field] === undefined) delete next[field];
  else next[field] = old[field];
};
