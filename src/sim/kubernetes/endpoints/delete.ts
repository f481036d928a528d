import { badRequest } from '../api/status.ts';
import type { Kind } from '../kinds/kind.ts';
import { decode, type Json } from '../schema/decode.ts';
import type { Context, Endpoint, Outcome } from '../server/context.ts';
import type { DeleteOptions } from '../server/pending.ts';
import { isDryRun, param } from '../server/request.ts';
import { startWrite } from '../server/write.ts';
import { existing } from './update.ts';

/** Options from the body, else from the query. */
export const deleteOptions = ({ request }: Context): { options: DeleteOptions; dryRun: boolean } => {
  const body = typeof request.body === 'object' && request.body !== null ? (request.body as Json) : {};
  const read = decode(body, 'DeleteOptions');
  if (read.error !== undefined)
    throw badRequest(`DeleteOptions in version "v1" cannot be handled as a DeleteOptions: ${read.error}`);
  const given = read.object as DeleteOptions & { dryRun?: string[] };
  const grace = param(request, 'gracePeriodSeconds');
  const policy = param(request, 'propagationPolicy');
  return {
    options: {
      ...(grace !== '' && /^-?\d+$/.test(grace) && { gracePeriodSeconds: Number(grace) }),
      ...(policy !== '' && { propagationPolicy: policy }),
      ...given,
    },
    dryRun: isDryRun(request) || (given.dryRun ?? []).includes('All'),
  };
};

/** Take one object through deletion. */
export const deleteOne = (context: Context, kind: Kind, namespace: string, name: string): Outcome => {
  const { options, dryRun } = deleteOptions(context);
  return startWrite(context, {
    operation: 'DELETE',
    group: kind.group,
    plural: kind.plural,
    namespace,
    name,
    subresource: '',
    object: null,
    old: existing({ ...context, info: { ...context.info, namespace, name } }, kind),
    user: context.user,
    dryRun,
    options,
    warnings: context.warnings,
    status: 200,
  });
};

/** `DELETE …/pods/{name}` */
export const remove: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind !== undefined && request.method === 'DELETE' && info.name !== '' && info.subresource === '',
  handle: (context) => {
    const { kind, info } = context;
    if (!kind) throw badRequest('no kind');
    return deleteOne(context, kind, kind.namespaced ? info.namespace : '', info.name);
  },
};
