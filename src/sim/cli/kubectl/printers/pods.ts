import type { KubeObject } from '../../../kubernetes/api/object.ts';
import { podSummary } from '../../../kubernetes/pod/summary.ts';
import { type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

const readinessGates = (pod: Json): string => {
  const gates = listAt(pod, 'spec', 'readinessGates');
  if (gates.length === 0) return '<none>';
  const met = gates.filter((gate) =>
    listAt(pod, 'status', 'conditions').some((c) => c.type === textAt(gate, 'conditionType') && c.status === 'True'),
  );
  return `${met.length}/${gates.length}`;
};

export const pods: Printer = {
  columns: ['NAME', 'READY', 'STATUS', 'RESTARTS', 'AGE'],
  wide: ['IP', 'NODE', 'NOMINATED NODE', 'READINESS GATES'],
  row: (pod, now) => {
    const { ready, total, status, restarts, lastRestart } = podSummary(pod as unknown as KubeObject);
    const ago = restarts > 0 && lastRestart !== null ? ` (${since(new Date(lastRestart).toISOString(), now)} ago)` : '';
    return [
      nameOf(pod),
      `${ready}/${total}`,
      status,
      `${restarts}${ago}`,
      since(textAt(pod, 'metadata', 'creationTimestamp'), now),
      textAt(pod, 'status', 'podIP') || '<none>',
      textAt(pod, 'spec', 'nodeName') || '<none>',
      textAt(pod, 'status', 'nominatedNodeName') || '<none>',
      readinessGates(pod),
    ];
  },
};
