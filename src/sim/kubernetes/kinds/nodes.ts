import { dnsSubdomain } from '../api/names.ts';
import { part } from '../api/object.ts';
import type { Kind } from './kind.ts';

/** `v1` Node. */
export const nodes: Kind = {
  kind: 'Node',
  plural: 'nodes',
  singular: 'node',
  shortNames: ['no'],
  group: '',
  namespaced: false,
  names: dnsSubdomain,
  prepareUpdate: (next, old) => {
    next.status = old.status;
  },
  hasStatus: true,
  selectable: (node) => ({ 'spec.unschedulable': String(part(node, 'spec').unschedulable ?? false) }),
};
