import { type FieldError, forbidden, invalid, notSupported } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import type { Kind } from './kind.ts';
import {
  countGeneration,
  defaultTemplate,
  notNegative,
  selectorFixed,
  startGeneration,
  validateSelector,
  validateTemplate,
} from './workload.ts';

const defaults = (deployment: KubeObject): void => {
  const spec = part(deployment, 'spec');
  const strategy = part(spec, 'strategy');
  spec.replicas ??= 1;
  strategy.type ??= 'RollingUpdate';
  if (strategy.type === 'RollingUpdate')
    strategy.rollingUpdate = { maxUnavailable: '25%', maxSurge: '25%', ...part(strategy, 'rollingUpdate') };
  spec.strategy = strategy;
  spec.revisionHistoryLimit ??= 10;
  spec.progressDeadlineSeconds ??= 600;
  deployment.spec = spec;
  defaultTemplate(deployment);
};

const validate = (deployment: KubeObject): FieldError[] => {
  const spec = part(deployment, 'spec');
  const strategy = part(spec, 'strategy');
  const errors: FieldError[] = [
    ...notNegative(spec.replicas, 'spec.replicas'),
    ...validateSelector(deployment),
    ...validateTemplate(deployment, ['Always']),
  ];
  if (strategy.type === 'Recreate' && strategy.rollingUpdate !== undefined)
    errors.push(forbidden('spec.strategy.rollingUpdate', "may not be specified when strategy `type` is 'Recreate'"));
  else if (strategy.type !== 'Recreate' && strategy.type !== 'RollingUpdate')
    errors.push(notSupported('spec.strategy', strategy, ['Recreate', 'RollingUpdate']));
  errors.push(...notNegative(spec.minReadySeconds, 'spec.minReadySeconds'));
  const deadline = spec.progressDeadlineSeconds;
  if (typeof deadline === 'number' && deadline <= Number(spec.minReadySeconds ?? 0))
    errors.push(invalid('spec.progressDeadlineSeconds', deadline, 'must be greater than minReadySeconds'));
  return errors;
};

/** `apps/v1` Deployment. */
export const deployments: Kind = {
  kind: 'Deployment',
  plural: 'deployments',
  singular: 'deployment',
  shortNames: ['deploy'],
  categories: ['all'],
  group: 'apps',
  namespaced: true,
  names: dnsSubdomain,
  defaults,
  prepareCreate: startGeneration,
  validate,
  prepareUpdate: countGeneration,
  validateUpdate: (next, old) => [...validate(next), ...selectorFixed(next, old)],
  hasStatus: true,
  hasScale: true,
};
