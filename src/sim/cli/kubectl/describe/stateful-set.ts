import type { Run } from '../../program.ts';
import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import { type Ask, podCounts } from './ask.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, headLines, labelLines, longTime, mapLines } from './text.ts';

const claims = (set: Json): string => {
  const all = listAt(set, 'spec', 'volumeClaimTemplates').map((claim) =>
    [
      `  Name:\t${nameOf(claim)}\n`,
      `  StorageClass:\t${textAt(claim, 'spec', 'storageClassName')}\n`,
      mapLines('  Labels', at(claim, 'metadata', 'labels')),
      mapLines('  Annotations', at(claim, 'metadata', 'annotations')),
      `  Capacity:\t${textAt(claim, 'spec', 'resources', 'requests', 'storage') || '<default>'}\n`,
      `  Access Modes:\t[${((at(claim, 'spec').accessModes ?? []) as string[]).join(' ')}]\n`,
    ].join(''),
  );
  return all.length === 0 ? 'Volume Claims:\t<none>\n' : `Volume Claims:\n${all.join('')}`;
};

/** A StatefulSet. (kubectl: pkg/describe/describe.go, describeStatefulSet) */
export function* describeStatefulSet(set: Json, ask: Ask): Run<string> {
  const partition = textAt(set, 'spec', 'updateStrategy', 'rollingUpdate', 'partition');
  return [
    headLines(set),
    `CreationTimestamp:\t${longTime(textAt(set, 'metadata', 'creationTimestamp'))}\n`,
    `Selector:\t${selectorText(at(set, 'spec', 'selector'))}\n`,
    labelLines(set),
    annotationLines(set),
    `Replicas:\t${textAt(set, 'spec', 'replicas') || 0} desired | ${textAt(set, 'status', 'replicas') || 0} total\n`,
    `Update Strategy:\t${textAt(set, 'spec', 'updateStrategy', 'type')}\n`,
    partition === '' ? '' : `  Partition:\t${partition}\n`,
    yield* podCounts(ask, set),
    podTemplateLines(at(set, 'spec', 'template')),
    claims(set),
  ].join('');
}
