import { type FieldError, forbidden, invalid } from '../api/field-errors.ts';
import { configKey, dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part, sameJson } from '../api/object.ts';
import type { Kind } from './kind.ts';

const validate = (map: KubeObject): FieldError[] => {
  const [data, binary] = [part(map, 'data'), part(map, 'binaryData')];
  return [
    ...Object.keys(data).flatMap((key) => [
      ...configKey(key).map((e) => invalid(`data[${key}]`, key, e)),
      ...(key in binary ? [invalid(`data[${key}]`, key, 'duplicate of key present in binaryData')] : []),
    ]),
    ...Object.keys(binary).flatMap((key) => configKey(key).map((e) => invalid(`binaryData[${key}]`, key, e))),
  ];
};

/** `v1` ConfigMap. */
export const configMaps: Kind = {
  kind: 'ConfigMap',
  plural: 'configmaps',
  singular: 'configmap',
  shortNames: ['cm'],
  group: '',
  namespaced: true,
  names: dnsSubdomain,
  validate,
  validateUpdate: (next, old) => [
    ...(old.immutable === true && (next.immutable !== true || !sameJson(next.data ?? {}, old.data ?? {}))
      ? [forbidden(next.immutable === true ? 'data' : 'immutable', 'field is immutable when `immutable` is set')]
      : []),
    ...validate(next),
  ],
};
