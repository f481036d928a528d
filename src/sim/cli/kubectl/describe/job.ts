import { at, type Json, textAt } from '../objects/json.ts';
import { humanDuration } from '../output/age.ts';
import { selectorText } from '../output/selector-text.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, controllerLine, headLines, labelLines, longTime, optional } from './text.ts';

const statuses = (job: Json): string => {
  const n = (field: string): string => textAt(job, 'status', field) || '0';
  const ready = at(job, 'status').ready === undefined ? '' : ` (${n('ready')} Ready)`;
  return `Pods Statuses:\t${n('active')} Active${ready} / ${n('succeeded')} Succeeded / ${n('failed')} Failed\n`;
};

/** A Job. (kubectl: pkg/describe/describe.go, describeJob) */
export const describeJob = (job: Json): string => {
  const spec = (field: string): string => textAt(job, 'spec', field);
  const start = textAt(job, 'status', 'startTime');
  const end = textAt(job, 'status', 'completionTime');
  const deadline = spec('activeDeadlineSeconds');
  return [
    headLines(job),
    `Selector:\t${selectorText(at(job, 'spec', 'selector'))}\n`,
    labelLines(job),
    annotationLines(job),
    controllerLine(job),
    optional('Parallelism', spec('parallelism')),
    `Completions:\t${spec('completions') || '<unset>'}\n`,
    optional('Completion Mode', spec('completionMode')),
    optional('Suspend', spec('suspend')),
    optional('Backoff Limit', spec('backoffLimit')),
    optional('TTL Seconds After Finished', spec('ttlSecondsAfterFinished')),
    optional('Start Time', start === '' ? '' : longTime(start)),
    optional('Completed At', end === '' ? '' : longTime(end)),
    optional('Duration', start === '' || end === '' ? '' : humanDuration(Date.parse(end) - Date.parse(start))),
    optional('Active Deadline Seconds', deadline === '' ? '' : `${deadline}s`),
    statuses(job),
    spec('completionMode') === 'Indexed'
      ? `Completed Indexes:\t${textAt(job, 'status', 'completedIndexes') || '<none>'}\n`
      : '',
    podTemplateLines(at(job, 'spec', 'template')),
  ].join('');
};
