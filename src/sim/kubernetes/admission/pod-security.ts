import { type KubeObject, nameOf, part } from '../api/object.ts';
import { forbiddenError } from '../api/status.ts';
import type { Kind } from '../kinds/kind.ts';
import { templateOf } from '../kinds/workload.ts';
import { type PodSpec, podSpecOf } from '../pod/types.ts';
import type { Pending } from '../server/pending.ts';
import type { ApiState } from '../server/state.ts';
import { readFrom } from '../store/store.ts';
import { LEVELS } from './pod-security-checks.ts';

const LABEL = 'pod-security.kubernetes.io/';

/** Kinds whose templates are only warned about. */
const WORKLOADS = new Set(['deployments', 'replicasets', 'statefulsets', 'daemonsets', 'jobs']);

const violations = (spec: PodSpec, level: string): string =>
  (LEVELS[level] ?? [])
    .map((check) => check(spec))
    .filter((text) => text !== null)
    .join(', ');

const specOf = (kind: Kind, object: KubeObject): PodSpec | null => {
  if (kind.plural === 'pods') return podSpecOf(object);
  return WORKLOADS.has(kind.plural) && part(object, 'spec').template !== undefined
    ? podSpecOf(templateOf(object))
    : null;
};

/**
 * Hold Pods to the level that their namespace's labels name (kubernetes: plugin/pkg/admission/security/podsecurity).
 * @returns texts for warnings @throws StatusError 403 for a Pod that breaks the enforced level
 */
export const podSecurity = (
  state: ApiState,
  kind: Kind,
  { operation, subresource, object, namespace }: Pending,
): string[] => {
  if (operation !== 'CREATE' || subresource !== '' || !object) return [];
  const spec = specOf(kind, object);
  const labels = readFrom(state.store, 'namespaces', '', namespace)?.metadata.labels ?? {};
  if (!spec) return [];
  const judged = (mode: string): { broken: string; policy: string } => {
    const level = labels[`${LABEL}${mode}`] ?? 'privileged';
    return {
      broken: violations(spec, level),
      policy: JSON.stringify(`${level}:${labels[`${LABEL}${mode}-version`] ?? 'latest'}`),
    };
  };
  const enforced = judged('enforce');
  if (enforced.broken !== '' && kind.plural === 'pods')
    throw forbiddenError(
      { group: '', name: 'pods' },
      nameOf(object),
      `violates PodSecurity ${enforced.policy}: ${enforced.broken}`,
    );
  const warned = judged('warn');
  return warned.broken === '' ? [] : [`would violate PodSecurity ${warned.policy}: ${warned.broken}`];
};
