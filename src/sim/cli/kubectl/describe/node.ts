import { leases } from '../../../kubernetes/kinds/leases.ts';
import { pods } from '../../../kubernetes/kinds/pods.ts';
import { byText } from '../../../text/order.ts';
import type { Run } from '../../program.ts';
import { ApiFailure } from '../failure.ts';
import { pathOf } from '../mapper.ts';
import { at, type Json, listAt, nameOf, namespaceOf, textAt } from '../objects/json.ts';
import { since } from '../output/age.ts';
import { milli, podAmount, quantityText } from './amounts.ts';
import type { Ask } from './ask.ts';
import { annotationLines, labelLines, longTime, optional } from './text.ts';

const ROLE = 'node-role.kubernetes.io/';

const taints = (node: Json): string =>
  listAt(node, 'spec', 'taints')
    .map((t) => {
      const value = textAt(t, 'value');
      return [
        textAt(t, 'effect'),
        `${textAt(t, 'key')}${value === '' ? '' : `=${value}`}:${textAt(t, 'effect')}`,
      ] as const;
    })
    .toSorted(([a, x], [b, y]) => byText(`${a},${x}`, `${b},${y}`))
    .map(([, text]) => text)
    .join('\n\t') || '<none>';

function* leaseLines(node: Json, ask: Ask): Run<string> {
  try {
    const lease = yield* ask(pathOf(leases, 'kube-node-lease', nameOf(node)));
    const time = (field: string): string => longTime(textAt(lease, 'spec', field));
    return `Lease:\n  HolderIdentity:\t${textAt(lease, 'spec', 'holderIdentity') || '<unset>'}\n  AcquireTime:\t${time('acquireTime')}\n  RenewTime:\t${time('renewTime')}\n`;
  } catch (error) {
    if (error instanceof ApiFailure) return `Lease:\tFailed to get lease: ${error.message}\n`;
    throw error;
  }
}

const conditions = (node: Json): string => {
  const rows = listAt(node, 'status', 'conditions').map((c) => {
    const time = (field: string): string => longTime(textAt(c, field));
    return `  ${textAt(c, 'type')} \t${textAt(c, 'status')} \t${time('lastHeartbeatTime')} \t${time('lastTransitionTime')} \t${textAt(c, 'reason')} \t${textAt(c, 'message')}\n`;
  });
  if (rows.length === 0) return '';
  return `Conditions:\n  Type\tStatus\tLastHeartbeatTime\tLastTransitionTime\tReason\tMessage\n  ----\t------\t-----------------\t------------------\t------\t-------\n${rows.join('')}`;
};

const list = (title: string, map: Json): string => {
  const names = Object.keys(map).toSorted(byText);
  return names.length === 0 ? '' : `${title}:\n${names.map((n) => `  ${n}:\t${map[n]}\n`).join('')}`;
};

const INFO = [
  ['Machine ID', 'machineID'],
  ['System UUID', 'systemUUID'],
  ['Boot ID', 'bootID'],
  ['Kernel Version', 'kernelVersion'],
  ['OS Image', 'osImage'],
  ['Operating System', 'operatingSystem'],
  ['Architecture', 'architecture'],
  ['Container Runtime Version', 'containerRuntimeVersion'],
  ['Kubelet Version', 'kubeletVersion'],
  ['Kube-Proxy Version', 'kubeProxyVersion'],
] as const;

const COLUMNS = [
  ['cpu', 'requests'],
  ['cpu', 'limits'],
  ['memory', 'requests'],
  ['memory', 'limits'],
] as const;

/** The Pods of a node with what they ask for, and the sums. (kubectl: describeNodeResource) */
const resourceLines = (node: Json, running: readonly Json[], now: number): string => {
  const has = at(node, 'status', 'allocatable');
  const cell = (amount: number, resource: string): string => {
    const all = milli(textAt(has, resource));
    return `${quantityText(amount, resource)} (${all === 0 ? 0 : Math.trunc((amount / all) * 100)}%)`;
  };
  const rows = running.map((pod) => {
    const cells = COLUMNS.map(([resource, of]) => cell(podAmount(pod, of, resource), resource));
    return `  ${namespaceOf(pod)}\t${nameOf(pod)}\t\t${cells.join('\t')}\t${since(textAt(pod, 'metadata', 'creationTimestamp'), now)}\n`;
  });
  const sum = (of: 'requests' | 'limits', resource: string): string =>
    cell(
      running.reduce((total, pod) => total + podAmount(pod, of, resource), 0),
      resource,
    );
  return [
    `Non-terminated Pods:\t(${running.length} in total)\n`,
    '  Namespace\tName\t\tCPU Requests\tCPU Limits\tMemory Requests\tMemory Limits\tAge\n',
    '  ---------\t----\t\t------------\t----------\t---------------\t-------------\t---\n',
    ...rows,
    'Allocated resources:\n  (Total limits may be over 100 percent, i.e., overcommitted.)\n',
    '  Resource\tRequests\tLimits\n  --------\t--------\t------\n',
    ...['cpu', 'memory', 'ephemeral-storage'].map((r) => `  ${r}\t${sum('requests', r)}\t${sum('limits', r)}\n`),
  ].join('');
};

/** A node with its Pods. (kubectl: pkg/describe/describe.go, describeNode) */
export function* describeNode(node: Json, ask: Ask, now: number): Run<string> {
  const roles = Object.keys(at(node, 'metadata', 'labels'))
    .filter((l) => l.startsWith(ROLE) && l !== ROLE)
    .map((l) => l.slice(ROLE.length));
  const where = `spec.nodeName=${nameOf(node)},status.phase!=Succeeded,status.phase!=Failed`;
  const running = listAt(yield* ask(`${pathOf(pods, '')}?fieldSelector=${encodeURIComponent(where)}`), 'items');
  return [
    `Name:\t${nameOf(node)}\nRoles:\t${roles.join(',') || '<none>'}\n`,
    labelLines(node),
    annotationLines(node),
    `CreationTimestamp:\t${longTime(textAt(node, 'metadata', 'creationTimestamp'))}\n`,
    `Taints:\t${taints(node)}\n`,
    `Unschedulable:\t${at(node, 'spec').unschedulable === true}\n`,
    yield* leaseLines(node, ask),
    conditions(node),
    `Addresses:\n${listAt(node, 'status', 'addresses')
      .map((a) => `  ${textAt(a, 'type')}:\t${textAt(a, 'address')}\n`)
      .join('')}`,
    list('Capacity', at(node, 'status', 'capacity')),
    list('Allocatable', at(node, 'status', 'allocatable')),
    'System Info:\n',
    ...INFO.map(([title, field]) => `  ${title}:\t${textAt(node, 'status', 'nodeInfo', field)}\n`),
    optional('PodCIDR', textAt(node, 'spec', 'podCIDR')),
    optional('PodCIDRs', ((at(node, 'spec').podCIDRs ?? []) as string[]).join(',')),
    optional('ProviderID', textAt(node, 'spec', 'providerID')),
    resourceLines(node, running, now),
  ].join('');
}
