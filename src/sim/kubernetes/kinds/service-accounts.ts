import { dnsSubdomain } from '../api/names.ts';
import type { Kind } from './kind.ts';

/** `v1` ServiceAccount. */
export const serviceAccounts: Kind = {
  kind: 'ServiceAccount',
  plural: 'serviceaccounts',
  singular: 'serviceaccount',
  shortNames: ['sa'],
  group: '',
  namespaced: true,
  names: dnsSubdomain,
  returnsDeleted: true,
};
