/** The Pod that a command is about. Source: kubectl: pkg/polymorphichelpers/{helpers,attachablepodforobject}.go. */
import { pods } from '../../../kubernetes/kinds/pods.ts';
import type { Run } from '../../program.ts';
import type { Call } from '../command.ts';
import { failed } from '../failure.ts';
import { pathOf, targetsOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';

/** A Pod by its name. @throws ApiFailure */
export function* podNamed(call: Call, name: string): Run<Json> {
  return (yield* call.client.request('GET', pathOf(pods, call.namespace, name))) as Json;
}

/** `key=value,…` of a workload's Pods; `null` for what has none. */
const selectorOf = (workload: Json): string | null => {
  const labels = Object.entries(at(workload, 'spec', 'selector', 'matchLabels'));
  return labels.length === 0 ? null : labels.map(([key, value]) => `${key}=${value}`).join(',');
};

/** The Pods with these labels. */
export function* selected(call: Call, selector: string): Run<Json[]> {
  const path = `${pathOf(pods, call.namespace)}?labelSelector=${encodeURIComponent(selector)}`;
  return listAt(yield* call.client.request('GET', path), 'items');
}

/** Of a workload's Pods the one that kubectl takes: running before others, then the oldest. (kubectl: GetFirstPod) */
const firstOf = (found: readonly Json[]): Json | undefined =>
  found.toSorted((a, b) => {
    const running = (pod: Json) => (textAt(pod, 'status', 'phase') === 'Running' ? 0 : 1);
    const born = (pod: Json) => textAt(pod, 'metadata', 'creationTimestamp');
    return running(a) - running(b) || (born(a) < born(b) ? -1 : 1);
  })[0];

/** `web-1`, `pod/web-1`, or a workload, one of whose Pods is taken. @throws KubectlFailure */
export function* podCalled(call: Call, typed: string): Run<Json> {
  const [target] = typed.includes('/') ? targetsOf([typed]) : [{ kind: pods, name: typed }];
  if (!target || target.kind === pods) return yield* podNamed(call, target?.name ?? '');
  const workload = (yield* call.client.request('GET', pathOf(target.kind, call.namespace, target.name ?? ''))) as Json;
  const labels = selectorOf(workload);
  if (labels === null)
    throw failed(
      `cannot get the logs from *v1.${target.kind.kind}: selector for *v1.${target.kind.kind} not implemented`,
    );
  const found = yield* selected(call, labels);
  const first = firstOf(found);
  if (!first) throw failed('timed out waiting for the condition');
  if (found.length > 1) call.process.err(`Found ${found.length} pods, using pod/${nameOf(first)}\n`);
  return first;
}
