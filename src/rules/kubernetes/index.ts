import type { Rule } from '../rule.ts';
import { kubernetesAnnotationKey } from './annotation-key.ts';
import { kubernetesApiVersion } from './api-version.ts';
import { kubernetesInvalid } from './invalid.ts';
import { kubernetesLabel } from './label.ts';
import { kubernetesName } from './name.ts';
import { kubernetesSelectorMismatch } from './selector-mismatch.ts';
import { kubernetesSelectorMissing } from './selector-missing.ts';
import { kubernetesType } from './type.ts';
import { kubernetesUnknownField } from './unknown-field.ts';

/** Rules about what the API server refuses. A new one is a file and a line here. */
export const kubernetesRules: readonly Rule[] = [
  kubernetesAnnotationKey,
  kubernetesApiVersion,
  kubernetesInvalid,
  kubernetesLabel,
  kubernetesName,
  kubernetesSelectorMismatch,
  kubernetesSelectorMissing,
  kubernetesType,
  kubernetesUnknownField,
];
