import { at, type Json, listAt, nameOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import type { Printer } from './printer.ts';

const ROLE = 'node-role.kubernetes.io/';

const statusOf = (node: Json): string => {
  const ready = listAt(node, 'status', 'conditions').find((c) => c.type === 'Ready');
  const state = ready === undefined ? 'Unknown' : ready.status === 'True' ? 'Ready' : 'NotReady';
  return at(node, 'spec').unschedulable === true ? `${state},SchedulingDisabled` : state;
};

const address = (node: Json, type: string): string =>
  textAt(
    listAt(node, 'status', 'addresses').find((a) => a.type === type),
    'address',
  ) || '<none>';

export const nodes: Printer = {
  columns: ['NAME', 'STATUS', 'ROLES', 'AGE', 'VERSION'],
  wide: ['INTERNAL-IP', 'EXTERNAL-IP', 'OS-IMAGE', 'KERNEL-VERSION', 'CONTAINER-RUNTIME'],
  row: (node, now) => {
    const roles = Object.keys(at(node, 'metadata', 'labels')).filter((l) => l.startsWith(ROLE));
    const info = (field: string): string => textAt(node, 'status', 'nodeInfo', field) || '<unknown>';
    return [
      nameOf(node),
      statusOf(node),
      roles.map((r) => r.slice(ROLE.length)).join(',') || '<none>',
      since(textAt(node, 'metadata', 'creationTimestamp'), now),
      textAt(node, 'status', 'nodeInfo', 'kubeletVersion'),
      address(node, 'InternalIP'),
      address(node, 'ExternalIP'),
      info('osImage'),
      info('kernelVersion'),
      info('containerRuntimeVersion'),
    ];
  },
};
