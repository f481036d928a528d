import { type FieldError, invalid, notSupported, required } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part, sameJson } from '../api/object.ts';
import type { Kind } from './kind.ts';
import {
  countGeneration,
  defaultTemplate,
  notNegative,
  selectorFixed,
  templateOf,
  validateTemplate,
} from './workload.ts';

/** Labels by which a Job knows its Pods; the first of each pair is the old name. */
const UID_LABELS = ['controller-uid', 'batch.kubernetes.io/controller-uid'];
const NAME_LABELS = ['job-name', 'batch.kubernetes.io/job-name'];

/** Defaults of a Job's spec, in a Job and in a CronJob's template; in place. */
export const defaultJobSpec = (holder: KubeObject): void => {
  const spec = part(holder, 'spec');
  if (spec.completions === undefined && spec.parallelism === undefined) spec.completions = 1;
  spec.parallelism ??= 1;
  spec.backoffLimit ??= spec.backoffLimitPerIndex === undefined ? 6 : 2_147_483_647;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.podReplacementPolicy ??= spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed';
  holder.spec = spec;
  defaultTemplate(holder);
};

const validateRestartPolicy = (policy: string): FieldError[] => {
  const field = 'spec.template.spec.restartPolicy';
  if (policy === '' || policy === 'Always') return [required(field, 'valid values: "OnFailure", "Never"')];
  return ['OnFailure', 'Never'].includes(policy) ? [] : [notSupported(field, policy, ['OnFailure', 'Never'])];
};

/** Errors of a Job's spec, in a Job and in a CronJob's template. */
export const validateJobSpec = (holder: KubeObject): FieldError[] => {
  const spec = part(holder, 'spec');
  return [
    ...notNegative(spec.parallelism, 'spec.parallelism'),
    ...notNegative(spec.completions, 'spec.completions'),
    ...notNegative(spec.activeDeadlineSeconds, 'spec.activeDeadlineSeconds'),
    ...notNegative(spec.backoffLimit, 'spec.backoffLimit'),
    ...notNegative(spec.ttlSecondsAfterFinished, 'spec.ttlSecondsAfterFinished'),
    ...validateTemplate(holder, ['Always', 'OnFailure', 'Never']),
    ...validateRestartPolicy(String(part(part(spec, 'template'), 'spec').restartPolicy ?? '')),
  ];
};

const generateSelector = (job: KubeObject): void => {
  const spec = part(job, 'spec');
  if (spec.manualSelector === true) return;
  const template = templateOf(job);
  const labels: Record<string, string> = { ...template.metadata.labels };
  for (const key of UID_LABELS) labels[key] = job.metadata.uid ?? '';
  for (const key of NAME_LABELS) labels[key] = job.metadata.name ?? '';
  job.spec = {
    ...spec,
    selector: { matchLabels: { 'batch.kubernetes.io/controller-uid': job.metadata.uid ?? '' } },
    template: { ...template, metadata: { ...template.metadata, labels } },
  };
};

const immutableParts = (next: KubeObject, old: KubeObject): FieldError[] => {
  const [n, o] = [part(next, 'spec'), part(old, 'spec')];
  const errors: FieldError[] = [];
  for (const field of ['completions', 'podFailurePolicy', 'backoffLimitPerIndex', 'completionMode', 'template'])
    if (!sameJson(n[field], o[field])) errors.push(invalid(`spec.${field}`, n[field] ?? null, 'field is immutable'));
  return errors;
};

/** `batch/v1` Job. */
export const jobs: Kind = {
  kind: 'Job',
  plural: 'jobs',
  singular: 'job',
  categories: ['all'],
  group: 'batch',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (job) => {
    defaultJobSpec(job);
  },
  prepareCreate: (job) => {
    generateSelector(job);
    // A Job without labels of its own takes those of its Pods, the generated ones included.
    const { labels } = templateOf(job).metadata;
    if (job.metadata.labels === undefined && labels) job.metadata.labels = { ...labels };
    job.metadata.generation = 1;
    job.status = {};
  },
  validate: (job) => [
    ...validateJobSpec(job),
    ...(part(job, 'spec').selector === undefined ? [required('spec.selector')] : []),
  ],
  prepareUpdate: countGeneration,
  validateUpdate: (next, old) => [...validateJobSpec(next), ...selectorFixed(next, old), ...immutableParts(next, old)],
  hasStatus: true,
  selectable: (job) => ({ 'status.successful': String(part(job, 'status').succeeded ?? 0) }),
};
