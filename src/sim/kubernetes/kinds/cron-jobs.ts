import { type FieldError, invalid, notSupported, required } from '../api/field-errors.ts';
import { dnsSubdomain } from '../api/names.ts';
import { type KubeObject, part } from '../api/object.ts';
import { parseSchedule } from '../controllers/schedule.ts';
import { validateJobSpec } from './jobs.ts';
import type { Kind } from './kind.ts';
import { countGeneration, defaultTemplate } from './workload.ts';

/** The Job a CronJob makes, as an object of its own. */
export const jobTemplateOf = (cronJob: KubeObject): KubeObject => {
  const template = part(part(cronJob, 'spec'), 'jobTemplate');
  return { ...template, metadata: (template.metadata ?? {}) as KubeObject['metadata'] };
};

const validate = (cronJob: KubeObject): FieldError[] => {
  const spec = part(cronJob, 'spec');
  const schedule = String(spec.schedule ?? '');
  const errors: FieldError[] = [];
  if (schedule === '') errors.push(required('spec.schedule'));
  else {
    const parsed = parseSchedule(schedule);
    if (typeof parsed === 'string') errors.push(invalid('spec.schedule', schedule, parsed));
  }
  const policies = ['Allow', 'Forbid', 'Replace'];
  if (!policies.includes(String(spec.concurrencyPolicy)))
    errors.push(notSupported('spec.concurrencyPolicy', spec.concurrencyPolicy, policies));
  errors.push(
    ...validateJobSpec(jobTemplateOf(cronJob)).map((e) => ({
      ...e,
      field: e.field.replace(/^spec/, 'spec.jobTemplate.spec'),
    })),
  );
  if ((cronJob.metadata.name ?? '').length > 52)
    errors.push(invalid('metadata.name', cronJob.metadata.name, 'must be no more than 52 characters'));
  return errors;
};

/** `batch/v1` CronJob. */
export const cronJobs: Kind = {
  kind: 'CronJob',
  plural: 'cronjobs',
  singular: 'cronjob',
  shortNames: ['cj'],
  categories: ['all'],
  group: 'batch',
  namespaced: true,
  names: dnsSubdomain,
  defaults: (cronJob) => {
    const spec = part(cronJob, 'spec');
    spec.concurrencyPolicy ??= 'Allow';
    spec.suspend ??= false;
    spec.successfulJobsHistoryLimit ??= 3;
    spec.failedJobsHistoryLimit ??= 1;
    const template = jobTemplateOf(cronJob);
    // The Job's own defaults are left to the Job when it is made; only the Pods' are filled in here.
    defaultTemplate(template);
    spec.jobTemplate = template;
    cronJob.spec = spec;
  },
  prepareCreate: (cronJob) => {
    cronJob.metadata.generation = 1;
    cronJob.status = {};
  },
  validate,
  prepareUpdate: countGeneration,
  validateUpdate: (next) => validate(next),
  hasStatus: true,
};
