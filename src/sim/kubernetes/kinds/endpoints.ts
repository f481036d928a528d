import { dnsSubdomain } from '../api/names.ts';
import type { Kind } from './kind.ts';

/** `v1` Endpoints; nothing fills them here. */
export const endpoints: Kind = {
  kind: 'Endpoints',
  plural: 'endpoints',
  singular: 'endpoints',
  shortNames: ['ep'],
  group: '',
  namespaced: true,
  names: dnsSubdomain,
};
