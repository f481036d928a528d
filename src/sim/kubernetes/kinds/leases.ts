import { dnsSubdomain } from '../api/names.ts';
import type { Kind } from './kind.ts';

/** `coordination.k8s.io/v1` Lease. */
export const leases: Kind = {
  kind: 'Lease',
  plural: 'leases',
  singular: 'lease',
  group: 'coordination.k8s.io',
  namespaced: true,
  names: dnsSubdomain,
};
