import { type FieldError, forbidden, invalid, required } from './field-errors.ts';
import { dnsLabel, labelValue, qualifiedName } from './names.ts';
import { type KubeObject, sameJson } from './object.ts';

const ANNOTATIONS_LIMIT = 256 * 1024;

/** Keys and values of labels; `field` is their path. */
export const validateLabels = (labels: Readonly<Record<string, string>> | undefined, field: string): FieldError[] =>
  Object.entries(labels ?? {}).flatMap(([key, value]) => [
    ...qualifiedName(key).map((e) => invalid(field, key, e)),
    ...labelValue(value).map((e) => invalid(field, value, e)),
  ]);

/** Keys of annotations, and their size in all. */
export const validateAnnotations = (
  annotations: Readonly<Record<string, string>> | undefined,
  field: string,
): FieldError[] => {
  const entries = Object.entries(annotations ?? {});
  const size = entries.reduce((n, [k, v]) => n + k.length + v.length, 0);
  return [
    // The name's case is forgiven: keys are lowered before the check.
    ...entries.flatMap(([key]) => qualifiedName(key.toLowerCase()).map((e) => invalid(field, key, e))),
    ...(size > ANNOTATIONS_LIMIT
      ? [{ reason: 'FieldValueTooLong', field, message: `Too long: may not be more than ${ANNOTATIONS_LIMIT} bytes` }]
      : []),
  ];
};

/** `metadata` of an object about to be stored. Source: apimachinery pkg/api/validation/objectmeta.go. */
export const validateMeta = (
  object: KubeObject,
  namespaced: boolean,
  names: (name: string) => string[],
): FieldError[] => {
  const m = object.metadata;
  const errors: FieldError[] = [];
  if (m.generateName)
    errors.push(
      ...names(m.generateName.replace(/-+$/, 'a')).map((e) => invalid('metadata.generateName', m.generateName, e)),
    );
  if (!m.name) errors.push(required('metadata.name', 'name or generateName is required'));
  else errors.push(...names(m.name).map((e) => invalid('metadata.name', m.name, e)));
  if (namespaced) {
    if (!m.namespace) errors.push(required('metadata.namespace'));
    else errors.push(...dnsLabel(m.namespace).map((e) => invalid('metadata.namespace', m.namespace, e)));
  } else if (m.namespace) errors.push(forbidden('metadata.namespace', 'not allowed on this type'));
  errors.push(
    ...validateLabels(m.labels, 'metadata.labels'),
    ...validateAnnotations(m.annotations, 'metadata.annotations'),
  );
  (m.ownerReferences ?? []).forEach((owner, i) => {
    const field = `metadata.ownerReferences[${i}]`;
    if (owner.apiVersion === '') errors.push(invalid(`${field}.apiVersion`, '', 'version must not be empty'));
    if (owner.kind === '') errors.push(invalid(`${field}.kind`, '', 'must not be empty'));
    if (owner.name === '') errors.push(invalid(`${field}.name`, '', 'must not be empty'));
    if (owner.uid === '') errors.push(invalid(`${field}.uid`, '', 'must not be empty'));
  });
  for (const finalizer of m.finalizers ?? []) {
    errors.push(...qualifiedName(finalizer).map((e) => invalid('metadata.finalizers', finalizer, e)));
    if (!finalizer.includes('/') && !['kubernetes', 'orphan', 'foregroundDeletion'].includes(finalizer))
      errors.push(
        invalid(
          'metadata.finalizers',
          finalizer,
          'name is neither a standard finalizer name nor is it fully qualified',
        ),
      );
  }
  return errors;
};

const IMMUTABLE = 'field is immutable';

/** What of `metadata` may not change. */
export const validateMetaUpdate = (next: KubeObject, old: KubeObject): FieldError[] => {
  const [n, o] = [next.metadata, old.metadata];
  const errors: FieldError[] = [];
  if (o.deletionTimestamp !== undefined) {
    const added = (n.finalizers ?? []).filter((f) => !(o.finalizers ?? []).includes(f)).sort();
    if (added.length > 0)
      errors.push(
        forbidden(
          'metadata.finalizers',
          `no new finalizers can be added if the object is being deleted, found new finalizers []string{${added.map((f) => JSON.stringify(f)).join(', ')}}`,
        ),
      );
  }
  for (const field of [
    'name',
    'namespace',
    'uid',
    'creationTimestamp',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ] as const)
    if (!sameJson(n[field], o[field])) errors.push(invalid(`metadata.${field}`, n[field] ?? '', IMMUTABLE));
  errors.push(
    ...validateLabels(n.labels, 'metadata.labels'),
    ...validateAnnotations(n.annotations, 'metadata.annotations'),
  );
  return errors;
};

/** A field that stays as it was made. */
export const immutable = (next: unknown, old: unknown, field: string): FieldError[] =>
  sameJson(next, old) ? [] : [invalid(field, next ?? null, IMMUTABLE)];
