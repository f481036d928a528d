import { forbiddenError, type StatusError } from '../api/status.ts';
import type { Attributes } from './attributes.ts';

/** 403 in the server's words (apiserver: pkg/endpoints/handlers/responsewriters/errors.go). */
export const refusal = (a: Attributes, reason: string): StatusError => {
  const because = reason === '' ? '' : `: ${reason}`;
  const who = `User ${JSON.stringify(a.user.name)} cannot ${a.verb}`;
  if (!a.isResource)
    return forbiddenError({ group: '', name: '' }, '', `${who} path ${JSON.stringify(a.path)}${because}`);
  const scope = a.namespace === '' ? 'at the cluster scope' : `in the namespace ${JSON.stringify(a.namespace)}`;
  const [resource = ''] = a.resource.split('/');
  return forbiddenError(
    { group: a.group, name: resource },
    a.name,
    `${who} resource ${JSON.stringify(a.resource)} in API group ${JSON.stringify(a.group)} ${scope}${because}`,
  );
};
