import { podDuplicateContainer } from '../pod/duplicate-container.ts';
import { podDuplicateMount } from '../pod/duplicate-mount.ts';
import { podMissingImage } from '../pod/missing-image.ts';
import { podMissingVolume } from '../pod/missing-volume.ts';
import { podNoContainers } from '../pod/no-containers.ts';
import { podResources } from '../pod/resources.ts';
import { podRestartPolicy } from '../pod/restart-policy.ts';
import { podTokenExpiration } from '../pod/token-expiration.ts';
import { kubernetesAnnotationKey } from './annotation-key.ts';
import { type ApiRule, apiRule } from './api-rule.ts';
import { kubernetesLabel } from './label.ts';
import { kubernetesName } from './name.ts';
import { kubernetesSelectorMismatch } from './selector-mismatch.ts';
import { kubernetesSelectorMissing } from './selector-missing.ts';

/** Rules that speak of one kind of refusal each; what none of them claims is said here. */
const SPECIFIC: readonly ApiRule[] = [
  kubernetesAnnotationKey,
  kubernetesLabel,
  kubernetesName,
  kubernetesSelectorMismatch,
  kubernetesSelectorMissing,
  podDuplicateContainer,
  podDuplicateMount,
  podMissingImage,
  podMissingVolume,
  podNoContainers,
  podResources,
  podRestartPolicy,
  podTokenExpiration,
];

export const kubernetesInvalid = apiRule(
  {
    id: 'kubernetes/invalid',
    severity: 'error',
    title: 'The API server refuses this',
    why: 'The object does not pass validation: kubectl shows the text, and nothing is stored.',
    wrong: 'replicas: -1',
    right: 'replicas: 1',
    lessons: ['L09'],
    source: 'kubernetes 1.34: pkg/apis/core/validation',
  },
  // Two volumes of one name have a rule of their own.
  (refused) =>
    !(/volumes\[\d+\]\.name$/.test(refused.field) && refused.reason === 'FieldValueDuplicate') &&
    !SPECIFIC.some((rule) => rule.claims(refused)),
);
