import type { FieldError } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';
import {
  countGeneration,
  defaultTemplate,
  notNegative,
  onlyMayChange,
  validateSelector,
  validateTemplate,
} from './workload.ts';

const FREE = [
  'replicas',
  'ordinals',
  'template',
  'updateStrategy',
  'revisionHistoryLimit',
  'persistentVolumeClaimRetentionPolicy',
  'minReadySeconds',
];

const validate = (set: KubeObject): FieldError[] => [
  ...notNegative(part(set, 'spec').replicas, 'spec.replicas'),
  ...validateSelector(set, 'statefulset'),
  ...validateTemplate(set, ['Always'], 'spec.template', () => []),
];

/** `apps/v1` StatefulSet. */
export const statefulSets: Kind = {
  kind: 'StatefulSet',
  plural: 'statefulsets',
  singular: 'statefulset',
  shortNames: ['sts'],
  categories: ['all'],
  group: 'apps',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (set) => {
    const spec = part(set, 'spec');
    spec.replicas ??= 1;
    spec.podManagementPolicy ??= 'OrderedReady';
    const strategy = part(spec, 'updateStrategy');
    strategy.type ??= 'RollingUpdate';
    if (strategy.type === 'RollingUpdate')
      strategy.rollingUpdate = { partition: 0, ...part(strategy, 'rollingUpdate') };
    spec.updateStrategy = strategy;
    spec.persistentVolumeClaimRetentionPolicy ??= { whenDeleted: 'Retain', whenScaled: 'Retain' };
    spec.revisionHistoryLimit ??= 10;
    set.spec = spec;
    defaultTemplate(set);
  },
  prepareCreate: (set) => {
    set.metadata.generation = 1;
    set.status = { replicas: 0, availableReplicas: 0 };
  },
  validate,
  prepareUpdate: countGeneration,
  validateUpdate: (next, old) => [
    ...validate(next),
    ...onlyMayChange(
      next,
      old,
      FREE,
      "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
    ),
  ],
  hasStatus: true,
  hasScale: true,
};
