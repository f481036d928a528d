import type { Run } from '../../program.ts';
import { at, type Json, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import { type Ask, podCounts } from './ask.ts';
import { conditionLines } from './deployment.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, controllerLine, headLines, labelLines } from './text.ts';

/** A ReplicaSet. (kubectl: pkg/describe/describe.go, describeReplicaSet) */
export function* describeReplicaSet(set: Json, ask: Ask): Run<string> {
  return [
    headLines(set),
    `Selector:\t${selectorText(at(set, 'spec', 'selector'))}\n`,
    labelLines(set),
    annotationLines(set),
    controllerLine(set),
    `Replicas:\t${textAt(set, 'status', 'replicas') || 0} current / ${textAt(set, 'spec', 'replicas') || 0} desired\n`,
    yield* podCounts(ask, set),
    podTemplateLines(at(set, 'spec', 'template')),
    conditionLines(set),
  ].join('');
}
