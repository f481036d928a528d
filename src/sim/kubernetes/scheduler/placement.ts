import { byText } from '../../text/order.ts';
import { type KubeObject, nameOf, part } from '../api/object.ts';
import type { PodSpec } from '../pod/types.ts';

interface Taint {
  readonly key: string;
  readonly value?: string;
  readonly effect: string;
}

const tolerated = (spec: PodSpec, taint: Taint): boolean =>
  (spec.tolerations ?? []).some(
    (t) =>
      (!t.key || t.key === taint.key) &&
      (!t.effect || t.effect === taint.effect) &&
      (t.operator === 'Exists' || (t.value ?? '') === (taint.value ?? '')),
  );

/** Why a node does not suit a Pod, in the scheduler's words; `null` where it does. */
const objection = (spec: PodSpec, node: KubeObject): string | null => {
  if (part(node, 'spec').unschedulable === true) return 'node(s) were unschedulable';
  const labels = node.metadata.labels ?? {};
  const selected = Object.entries(spec.nodeSelector ?? {}).every(([key, value]) => labels[key] === value);
  if (!selected) return "node(s) didn't match Pod's node affinity/selector";
  const taints = (part(node, 'spec').taints ?? []) as Taint[];
  const repelled = taints.find((t) => t.effect !== 'PreferNoSchedule' && !tolerated(spec, t));
  return repelled ? `node(s) had untolerated taint {${repelled.key}: ${repelled.value ?? ''}}` : null;
};

/** The node for a Pod, or why there is none. */
export const placement = (
  spec: PodSpec,
  nodes: readonly KubeObject[],
  load: Readonly<Record<string, number>>,
): { readonly node: string } | { readonly refusal: string } => {
  const objections: Record<string, number> = {};
  const fitting: string[] = [];
  for (const node of nodes) {
    const why = objection(spec, node);
    if (why === null) fitting.push(nameOf(node));
    else objections[why] = (objections[why] ?? 0) + 1;
  }
  const [best] = fitting.sort((a, b) => (load[a] ?? 0) - (load[b] ?? 0) || byText(a, b));
  if (best !== undefined) return { node: best };
  const reasons = Object.entries(objections)
    .map(([why, n]) => `${n} ${why}`)
    .sort()
    .join(', ');
  const verdict = `0/${nodes.length} nodes are available`;
  return {
    refusal:
      nodes.length === 0
        ? 'no nodes available to schedule pods'
        : `${verdict}: ${reasons}. preemption: ${verdict}: ${nodes.length} Preemption is not helpful for scheduling.`,
  };
};
