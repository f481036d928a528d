import { pods } from '../../../kubernetes/kinds/pods.ts';
import type { Run } from '../../program.ts';
import { pathOf } from '../mapper.ts';
import { type Json, listAt, namespaceOf, textAt } from '../objects/json.ts';
import { selectorText } from '../output/selector-text.ts';

/** Asks the server for a path. @throws ApiFailure */
export type Ask = (path: string) => Run<unknown>;

/** A description as a text of cells that end with tabs, without events; asks the server for what else belongs to it. */
export type Describe = (object: Json, ask: Ask, now: number) => Run<string>;

/** The objects of a path that an object controls. */
export function* controlled(ask: Ask, path: string, owner: Json): Run<Json[]> {
  const selector = encodeURIComponent(selectorText((owner.spec as Json | undefined)?.selector));
  const found = listAt(yield* ask(`${path}?labelSelector=${selector}`), 'items');
  const uid = textAt(owner, 'metadata', 'uid');
  return found.filter((o) =>
    listAt(o, 'metadata', 'ownerReferences').some((r) => r.controller === true && r.uid === uid),
  );
}

/** How many Pods of a controller are in which phase. (kubectl: pkg/describe/describe.go, getPodStatusForController) */
export function* podCounts(ask: Ask, owner: Json): Run<string> {
  const found = yield* controlled(ask, pathOf(pods, namespaceOf(owner)), owner);
  const count = (phase: string): number => found.filter((p) => textAt(p, 'status', 'phase') === phase).length;
  return `Pods Status:\t${count('Running')} Running / ${count('Pending')} Waiting / ${count('Succeeded')} Succeeded / ${count('Failed')} Failed\n`;
}
