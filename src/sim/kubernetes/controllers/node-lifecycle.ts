import { NOT_READY } from '../admission/node-taint.ts';
import { nameOf, part } from '../api/object.ts';
import { collection, MERGE_PATCH } from '../client/client.ts';
import type { Controller } from './controller.ts';
import { isReady } from './owned.ts';

interface Taint {
  readonly key: string;
}

/** Lets Pods onto a node once it is ready (kubernetes: pkg/controller/nodelifecycle). */
export const nodeLifecycleController: Controller = {
  name: 'node-lifecycle-controller',
  resource: 'nodes',
  kind: 'Node',
  apiVersion: 'v1',
  concerns: (seen) => (seen.informer === 'nodes' && seen.object ? [seen.key] : []),
  reconcile: (node) => {
    const taints = (part(node, 'spec').taints ?? []) as Taint[];
    const left = taints.filter((t) => t.key !== NOT_READY);
    if (!isReady(node) || left.length === taints.length) return { work: [] };
    const body = { spec: { taints: left.length > 0 ? left : null } };
    const path = `${collection('', 'nodes')}/${nameOf(node)}`;
    return { work: [{ resource: 'nodes', call: { method: 'PATCH', path, contentType: MERGE_PATCH, body } }] };
  },
};
