import { type FieldError, invalid, notSupported, required } from '../api/field-errors.ts';
import { validateLabels } from '../api/meta-validation.ts';
import { dnsLabel, dnsSubdomain, inclusiveRange, labelValue, qualifiedName } from '../api/names.ts';
import type { PodSpec, Toleration } from './types.ts';
import { validateContainers, validateInitContainers } from './validate-containers.ts';
import { validatePodSecurityContext } from './validate-security.ts';
import { validateVolumes } from './validate-volumes.ts';

const RESTART = ['Always', 'OnFailure', 'Never'];
const DNS = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

const oneOf = (value: string | undefined, supported: readonly string[], field: string): FieldError[] => {
  if (!value) return [required(field)];
  return supported.includes(value) ? [] : [notSupported(field, value, supported)];
};

/** A whole pod spec, of a Pod or of a template, in the order of the real server. */
export const validatePodSpec = (spec: PodSpec, field: string): FieldError[] => {
  const volumes = spec.volumes ?? [];
  const errors: FieldError[] = [
    ...validateVolumes(volumes, `${field}.volumes`),
    ...validateContainers(spec.containers, volumes, `${field}.containers`),
    ...validateInitContainers(spec.initContainers ?? [], spec.containers ?? [], volumes, `${field}.initContainers`),
    ...oneOf(spec.restartPolicy, RESTART, `${field}.restartPolicy`),
    ...oneOf(spec.dnsPolicy, DNS, `${field}.dnsPolicy`),
    ...validateLabels(spec.nodeSelector, `${field}.nodeSelector`),
    ...validatePodSecurityContext(spec.securityContext, `${field}.securityContext`),
  ];
  const named = (value: string | undefined, rule: (name: string) => string[], at: string): void => {
    if (value) errors.push(...rule(value).map((e) => invalid(`${field}.${at}`, value, e)));
  };
  named(spec.serviceAccountName, dnsSubdomain, 'serviceAccountName');
  named(spec.nodeName, dnsSubdomain, 'nodeName');
  const deadline = spec.activeDeadlineSeconds;
  if (deadline !== undefined && (deadline < 1 || deadline > 2_147_483_647))
    errors.push(invalid(`${field}.activeDeadlineSeconds`, deadline, inclusiveRange(1, 2_147_483_647)));
  if ((spec.terminationGracePeriodSeconds ?? 0) < 0)
    errors.push(
      invalid(
        `${field}.terminationGracePeriodSeconds`,
        spec.terminationGracePeriodSeconds,
        'must be greater than or equal to 0',
      ),
    );
  named(spec.hostname, dnsLabel, 'hostname');
  named(spec.subdomain, dnsLabel, 'subdomain');
  (spec.tolerations ?? []).forEach((t, i) => {
    errors.push(...validateToleration(t, `${field}.tolerations[${i}]`));
  });
  named(spec.priorityClassName, dnsSubdomain, 'priorityClassName');
  return errors;
};

const validateToleration = (t: Toleration, at: string): FieldError[] => {
  const errors: FieldError[] = [];
  const operator = t.operator ?? '';
  if (t.key) errors.push(...qualifiedName(t.key).map((e) => invalid(`${at}.key`, t.key, e)));
  else if (operator !== 'Exists')
    errors.push(
      invalid(
        `${at}.operator`,
        operator,
        'operator must be Exists when `key` is empty, which means "match all values and all keys"',
      ),
    );
  if (t.tolerationSeconds !== undefined && t.effect !== 'NoExecute')
    errors.push(invalid(`${at}.effect`, t.effect ?? '', "effect must be 'NoExecute' when `tolerationSeconds` is set"));
  if (operator === '' || operator === 'Equal')
    errors.push(...labelValue(t.value ?? '').map((e) => invalid(`${at}.operator`, t.value, e)));
  else if (operator === 'Exists') {
    if (t.value) errors.push(invalid(`${at}.operator`, t, "value must be empty when `operator` is 'Exists'"));
  } else errors.push(notSupported(`${at}.operator`, operator, ['Equal', 'Exists']));
  if (t.effect && !['NoSchedule', 'PreferNoSchedule', 'NoExecute'].includes(t.effect))
    errors.push(notSupported(`${at}.effect`, t.effect, ['NoSchedule', 'PreferNoSchedule', 'NoExecute']));
  return errors;
};
