import type { FieldError } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';
import { countGeneration, defaultTemplate, selectorFixed, validateSelector, validateTemplate } from './workload.ts';

const validate = (set: KubeObject): FieldError[] => [
  ...validateSelector(set, 'daemonset'),
  ...validateTemplate(set, ['Always']),
];

/** `apps/v1` DaemonSet. */
export const daemonSets: Kind = {
  kind: 'DaemonSet',
  plural: 'daemonsets',
  singular: 'daemonset',
  shortNames: ['ds'],
  categories: ['all'],
  group: 'apps',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (set) => {
    const spec = part(set, 'spec');
    const strategy = part(spec, 'updateStrategy');
    strategy.type ??= 'RollingUpdate';
    if (strategy.type === 'RollingUpdate')
      strategy.rollingUpdate = { maxUnavailable: 1, maxSurge: 0, ...part(strategy, 'rollingUpdate') };
    spec.updateStrategy = strategy;
    spec.revisionHistoryLimit ??= 10;
    set.spec = spec;
    defaultTemplate(set);
  },
  prepareCreate: (set) => {
    set.metadata.generation = 1;
    set.metadata.annotations = { 'deprecated.daemonset.template.generation': '1', ...set.metadata.annotations };
    set.status = { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 };
  },
  validate,
  prepareUpdate: countGeneration,
  validateUpdate: (next, old) => [...validate(next), ...selectorFixed(next, old)],
  hasStatus: true,
};
