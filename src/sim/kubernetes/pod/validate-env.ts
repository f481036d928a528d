import { type FieldError, invalid, required } from '../api/field-errors.ts';
import { configKey, envVarName } from '../api/names.ts';
import type { Container, EnvVar } from './types.ts';

const FIELD_PATHS = new Set([
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
]);

/** Environment variables of a container. */
export const validateEnv = (variables: readonly EnvVar[], field: string): FieldError[] =>
  variables.flatMap((variable, i) => {
    const at = `${field}[${i}]`;
    return [
      ...(variable.name === ''
        ? [required(`${at}.name`)]
        : envVarName(variable.name).map((e) => invalid(`${at}.name`, variable.name, e))),
      ...(variable.valueFrom ? validateValueFrom(variable, `${at}.valueFrom`) : []),
    ];
  });

const validateValueFrom = ({ value, valueFrom = {} }: EnvVar, at: string): FieldError[] => {
  const errors: FieldError[] = [];
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef } = valueFrom;
  if (fieldRef) {
    const path = fieldRef.fieldPath;
    if (path === '') errors.push(required(`${at}.fieldRef.fieldPath`));
    else if (!FIELD_PATHS.has(path) && !/^metadata\.(labels|annotations)\['[^']+'\]$/.test(path))
      errors.push(
        invalid(`${at}.fieldRef.fieldPath`, path, `error converting fieldPath: field label not supported: ${path}`),
      );
  }
  if (resourceFieldRef?.resource === '') errors.push(required(`${at}.resourceFieldRef.resource`));
  for (const [name, ref] of [
    ['configMapKeyRef', configMapKeyRef],
    ['secretKeyRef', secretKeyRef],
  ] as const) {
    if (!ref) continue;
    if (!ref.name) errors.push(required(`${at}.${name}.name`));
    if (ref.key === '') errors.push(required(`${at}.${name}.key`));
    else errors.push(...configKey(ref.key).map((e) => invalid(`${at}.${name}.key`, ref.key, e)));
  }
  const count = Object.keys(valueFrom).length;
  if (count === 0)
    errors.push(
      invalid(at, '', 'must specify one of: `fieldRef`, `resourceFieldRef`, `configMapKeyRef` or `secretKeyRef`'),
    );
  else if (value) errors.push(invalid(at, '', 'may not be specified when `value` is not empty'));
  else if (count > 1) errors.push(invalid(at, '', 'may not have more than one field specified at a time'));
  return errors;
};

/** Sources of many variables at once. */
export const validateEnvFrom = (sources: NonNullable<Container['envFrom']>, field: string): FieldError[] =>
  sources.flatMap((source, i) => {
    const at = `${field}[${i}]`;
    const errors: FieldError[] = [];
    for (const name of ['configMapRef', 'secretRef'] as const)
      if (source[name] && !source[name].name) errors.push(required(`${at}.${name}.name`));
    if (!source.configMapRef && !source.secretRef)
      errors.push(invalid(at, '', 'must specify one of: `configMapRef` or `secretRef`'));
    if (source.configMapRef && source.secretRef)
      errors.push(invalid(at, '', 'may not have more than one field specified at a time'));
    return errors;
  });
