import { goJson, sorted } from '../../../go/json-write.ts';
import { replicaSets } from '../../../kubernetes/kinds/replica-sets.ts';
import { byText } from '../../../text/order.ts';
import type { Run } from '../../program.ts';
import { pathOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';
import { type Ask, controlled } from './ask.ts';
import { podTemplateLines } from './pod-template.ts';
import { annotationLines, headLines, labelLines, longTime } from './text.ts';

const HASH = 'pod-template-hash';

/** A template without the label that tells ReplicaSets apart, as a text to compare. (kubectl: EqualIgnoreHash) */
const withoutHash = (object: Json): string => {
  const template = at(object, 'spec', 'template');
  const labels = { ...at(template, 'metadata', 'labels') };
  delete labels[HASH];
  return goJson(sorted({ ...template, metadata: { ...at(template, 'metadata'), labels } }));
};

const created = (sets: readonly Json[]): string =>
  sets
    .map(
      (s) =>
        `${nameOf(s)} (${textAt(s, 'status', 'replicas') || 0}/${textAt(s, 'spec', 'replicas') || 0} replicas created)`,
    )
    .join(', ') || '<none>';

/** Conditions of a workload with their reasons. */
export const conditionLines = (object: Json): string => {
  const all = listAt(object, 'status', 'conditions');
  if (all.length === 0) return '';
  const rows = all.map((c) => `  ${textAt(c, 'type')} \t${textAt(c, 'status')}\t${textAt(c, 'reason')}\n`);
  return `Conditions:\n  Type\tStatus\tReason\n  ----\t------\t------\n${rows.join('')}`;
};

/** A Deployment with its ReplicaSets. (kubectl: pkg/describe/describe.go, describeDeployment) */
export function* describeDeployment(deployment: Json, ask: Ask): Run<string> {
  const born = (o: Json): string => `${textAt(o, 'metadata', 'creationTimestamp')} ${nameOf(o)}`;
  const sets = (yield* controlled(ask, pathOf(replicaSets, namespaceOf(deployment)), deployment)).toSorted((a, b) =>
    byText(born(a), born(b)),
  );
  const wanted = withoutHash(deployment);
  const current = sets.find((s) => withoutHash(s) === wanted);
  const n = (field: string): string => textAt(deployment, 'status', field) || '0';
  const rolling = at(deployment, 'spec', 'strategy').rollingUpdate as Json | undefined;
  return [
    headLines(deployment),
    `CreationTimestamp:\t${longTime(textAt(deployment, 'metadata', 'creationTimestamp'))}\n`,
    labelLines(deployment),
    annotationLines(deployment),
    `Selector:\t${selectorText(at(deployment, 'spec', 'selector'))}\n`,
    `Replicas:\t${textAt(deployment, 'spec', 'replicas') || 0} desired | ${n('updatedReplicas')} updated | ${n('replicas')} total | ${n('availableReplicas')} available | ${n('unavailableReplicas')} unavailable\n`,
    `StrategyType:\t${textAt(deployment, 'spec', 'strategy', 'type')}\n`,
    `MinReadySeconds:\t${textAt(deployment, 'spec', 'minReadySeconds') || 0}\n`,
    rolling
      ? `RollingUpdateStrategy:\t${textAt(rolling, 'maxUnavailable')} max unavailable, ${textAt(rolling, 'maxSurge')} max surge\n`
      : '',
    podTemplateLines(at(deployment, 'spec', 'template')),
    conditionLines(deployment),
    sets.length === 0
      ? ''
      : `OldReplicaSets:\t${created(sets.filter((s) => s !== current))}\nNewReplicaSet:\t${created(current ? [current] : [])}\n`,
  ].join('');
}
