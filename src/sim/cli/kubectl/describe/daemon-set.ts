import type { Run } from '../../program.ts';
import { at, type Json, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import { type Ask, podCounts } from './ask.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, headLines, labelLines } from './text.ts';

/** A DaemonSet. (kubectl: pkg/describe/describe.go, describeDaemonSet) */
export function* describeDaemonSet(set: Json, ask: Ask): Run<string> {
  const n = (field: string): string => textAt(set, 'status', field) || '0';
  const nodes = { matchLabels: at(set, 'spec', 'template', 'spec', 'nodeSelector') };
  return [
    headLines(set),
    `Selector:\t${selectorText(at(set, 'spec', 'selector'))}\n`,
    `Node-Selector:\t${selectorText(nodes)}\n`,
    labelLines(set),
    annotationLines(set),
    `Desired Number of Nodes Scheduled: ${n('desiredNumberScheduled')}\n`,
    `Current Number of Nodes Scheduled: ${n('currentNumberScheduled')}\n`,
    `Number of Nodes Scheduled with Up-to-date Pods: ${n('updatedNumberScheduled')}\n`,
    `Number of Nodes Scheduled with Available Pods: ${n('numberAvailable')}\n`,
    `Number of Nodes Misscheduled: ${n('numberMisscheduled')}\n`,
    yield* podCounts(ask, set),
    podTemplateLines(at(set, 'spec', 'template')),
  ].join('');
}
