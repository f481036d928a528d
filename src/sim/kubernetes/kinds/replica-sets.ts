import type { FieldError } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';
import {
  countGeneration,
  defaultTemplate,
  notNegative,
  selectorFixed,
  validateSelector,
  validateTemplate,
} from './workload.ts';

const validate = (set: KubeObject): FieldError[] => [
  ...notNegative(part(set, 'spec').replicas, 'spec.replicas'),
  ...validateSelector(set),
  ...validateTemplate(set, ['Always']),
];

/** `apps/v1` ReplicaSet. */
export const replicaSets: Kind = {
  kind: 'ReplicaSet',
  plural: 'replicasets',
  singular: 'replicaset',
  shortNames: ['rs'],
  categories: ['all'],
  group: 'apps',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (set) => {
    set.spec = { ...part(set, 'spec'), replicas: part(set, 'spec').replicas ?? 1 };
    defaultTemplate(set);
  },
  prepareCreate: (set) => {
    set.metadata.generation = 1;
    set.status = { replicas: 0 };
  },
  validate,
  prepareUpdate: countGeneration,
  validateUpdate: (next, old) => [...validate(next), ...selectorFixed(next, old)],
  hasStatus: true,
  hasScale: true,
  selectable: (set) => ({ 'status.replicas': String(part(set, 'status').replicas ?? 0) }),
};
