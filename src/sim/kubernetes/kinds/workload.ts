import { type FieldError, forbidden, invalid, notSupported, required } from '../api/field-errors.ts';
import { validateAnnotations, validateLabels } from '../api/meta-validation.ts';
import { type KubeObject, part, sameJson } from '../api/object.ts';
import { type LabelSelector, matchesSelector } from '../api/selectors.ts';
import { defaultPodSpec } from '../pod/defaults.ts';
import { podSpecOf } from '../pod/types.ts';
import { validatePodSpec } from '../pod/validate.ts';
import { keepStatusCountGeneration } from './kind.ts';

/** What Deployments, ReplicaSets, StatefulSets, DaemonSets and Jobs share: a selector and a template of Pods. */

/** Default the template's spec, in place. */
export const defaultTemplate = (object: KubeObject): void => {
  const template = part(part(object, 'spec'), 'template');
  if (template.spec !== undefined) defaultPodSpec(podSpecOf(template));
};

/** The template of Pods, as an object with metadata. */
export const templateOf = (object: KubeObject): KubeObject => {
  const template = part(part(object, 'spec'), 'template');
  return { ...template, metadata: (template.metadata ?? {}) as KubeObject['metadata'] };
};

/** Which Pods are its own. */
export const selectorOf = (object: KubeObject): LabelSelector | undefined =>
  part(object, 'spec').selector as LabelSelector | undefined;

/**
 * Labels, annotations and spec of a template.
 * @param validateSpec what is checked of the spec; a StatefulSet's is checked only when its Pods are made, because its
 * volumes come from claims as well (pkg/apis/apps/validation: ValidatePodTemplateSpecForStatefulSet)
 */
export const validateTemplate = (
  object: KubeObject,
  restartPolicies: readonly string[],
  field = 'spec.template',
  validateSpec: typeof validatePodSpec = validatePodSpec,
): FieldError[] => {
  const template = templateOf(object);
  const spec = podSpecOf(template);
  return [
    ...validateLabels(template.metadata.labels, `${field}.labels`),
    ...validateAnnotations(template.metadata.annotations, `${field}.annotations`),
    ...validateSpec(spec, `${field}.spec`),
    ...(spec.restartPolicy && !restartPolicies.includes(spec.restartPolicy)
      ? [notSupported(`${field}.spec.restartPolicy`, spec.restartPolicy, restartPolicies)]
      : []),
  ];
};

/** A selector that selects nothing, or not the template's own Pods, is refused. `what` is the kind in the text. */
export const validateSelector = (object: KubeObject, what = 'deployment'): FieldError[] => {
  const selector = selectorOf(object);
  const labels = templateOf(object).metadata.labels;
  const mismatch = invalid(
    'spec.template.metadata.labels',
    labels ?? null,
    '`selector` does not match template `labels`',
  );
  if (!selector) return [required('spec.selector'), mismatch];
  const empty = Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions ?? []).length === 0;
  if (empty) return [invalid('spec.selector', selector, `empty selector is invalid for ${what}`)];
  return matchesSelector(selector, labels ?? {}) ? [] : [mismatch];
};

/** A number below zero is refused. */
export const notNegative = (value: unknown, field: string): FieldError[] =>
  typeof value === 'number' && value < 0 ? [invalid(field, value, 'must be greater than or equal to 0')] : [];

/** The selector is fixed when the object is made. */
export const selectorFixed = (next: KubeObject, old: KubeObject): FieldError[] =>
  sameJson(selectorOf(next), selectorOf(old)) ? [] : [invalid('spec.selector', selectorOf(next), 'field is immutable')];

/** First generation, empty status; in place. */
export const startGeneration = (object: KubeObject): void => {
  object.metadata.generation = 1;
  object.status = {};
};

/** Keep the status, count a generation when the spec changed; in place. */
export const countGeneration = (next: KubeObject, old: KubeObject): void => {
  keepStatusCountGeneration(next, old, !sameJson(next.spec, old.spec));
};

/** Fields of a spec that may not change, as one refusal. */
export const onlyMayChange = (
  next: KubeObject,
  old: KubeObject,
  free: readonly string[],
  text: string,
): FieldError[] => {
  const strip = (object: KubeObject): object =>
    Object.fromEntries(Object.entries(part(object, 'spec')).filter(([key]) => !free.includes(key)));
  return sameJson(strip(next), strip(old)) ? [] : [forbidden('spec', text)];
};
