import { at, type Json, listAt, textAt } from '../objects/json.ts';
import { containerLines } from './container.ts';
import { tolerationLines } from './pod.ts';
import { annotationLines, mapLines, optional } from './text.ts';
import { volumeLines } from './volume.ts';

const containers = (title: string, all: readonly Json[]): string =>
  all.length === 0 ? '' : `  ${title}:\n${all.map((c) => containerLines(c, undefined, { template: true })).join('')}`;

/** The template of a workload's Pods. (kubectl: pkg/describe/describe.go, DescribePodTemplate) */
export const podTemplateLines = (template: Json): string => {
  const spec = at(template, 'spec');
  const annotated = Object.keys(at(template, 'metadata', 'annotations')).length > 0;
  return [
    'Pod Template:\n',
    mapLines('  Labels', at(template, 'metadata', 'labels')),
    annotated ? annotationLines(template, '  Annotations') : '',
    optional('  Service Account', textAt(spec, 'serviceAccountName')),
    containers('Init Containers', listAt(spec, 'initContainers')),
    containers('Containers', listAt(spec, 'containers')),
    volumeLines(listAt(spec, 'volumes'), true),
    optional('  Priority Class Name', textAt(spec, 'priorityClassName')),
    mapLines('  Node-Selectors', at(spec, 'nodeSelector')),
    tolerationLines('  Tolerations', spec),
  ].join('');
};
