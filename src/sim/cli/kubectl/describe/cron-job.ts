import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, headLines, labelLines, longTime, optional } from './text.ts';

/** A CronJob. (kubectl: pkg/describe/describe.go, describeCronJob) */
export const describeCronJob = (cronJob: Json): string => {
  const spec = (field: string): string => textAt(cronJob, 'spec', field) || '<unset>';
  const job = at(cronJob, 'spec', 'jobTemplate', 'spec');
  const deadline = textAt(cronJob, 'spec', 'startingDeadlineSeconds');
  const active = textAt(job, 'activeDeadlineSeconds');
  const last = textAt(cronJob, 'status', 'lastScheduleTime');
  const running = listAt(cronJob, 'status', 'active').map((reference) => textAt(reference, 'name'));
  return [
    headLines(cronJob),
    labelLines(cronJob),
    annotationLines(cronJob),
    `Schedule:\t${textAt(cronJob, 'spec', 'schedule')}\n`,
    `Concurrency Policy:\t${textAt(cronJob, 'spec', 'concurrencyPolicy')}\n`,
    `Suspend:\t${at(cronJob, 'spec').suspend === true ? 'True' : 'False'}\n`,
    `Successful Job History Limit:\t${spec('successfulJobsHistoryLimit')}\n`,
    `Failed Job History Limit:\t${spec('failedJobsHistoryLimit')}\n`,
    `Starting Deadline Seconds:\t${deadline === '' ? '<unset>' : `${deadline}s`}\n`,
    `Selector:\t${job.selector === undefined ? '<unset>' : selectorText(job.selector)}\n`,
    `Parallelism:\t${textAt(job, 'parallelism') || '<unset>'}\n`,
    `Completions:\t${textAt(job, 'completions') || '<unset>'}\n`,
    optional('Active Deadline Seconds', active === '' ? '' : `${active}s`),
    podTemplateLines(at(job, 'template')),
    `Last Schedule Time:\t${last === '' ? '<unset>' : longTime(last)}\n`,
    `Active Jobs:\t${running.join(', ') || '<none>'}\n`,
  ].join('');
};
