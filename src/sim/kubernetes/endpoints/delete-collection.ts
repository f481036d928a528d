import { nameOf, namespaceOf } from '../api/object.ts';
import { badRequest, methodNotAllowed } from '../api/status.ts';
import { apiVersionOf } from '../kinds/kind.ts';
import { answer, type Endpoint } from '../server/context.ts';
import { deleteOne } from './delete.ts';
import { selected } from './list.ts';

/** Kinds whose collections cannot be deleted. */
const REFUSED = new Set(['namespaces']);

/** `DELETE …/pods`: every object the selectors choose. Validating webhooks are not asked one by one. */
export const deleteCollection: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind !== undefined && request.method === 'DELETE' && info.verb === 'deletecollection',
  handle: (context) => {
    const { kind, state } = context;
    if (!kind) throw badRequest('no kind');
    if (REFUSED.has(kind.plural)) throw methodNotAllowed();
    const items = selected(context, kind);
    for (const item of items) deleteOne(context, kind, namespaceOf(item), nameOf(item));
    return answer(200, {
      kind: `${kind.kind}List`,
      apiVersion: apiVersionOf(kind),
      metadata: { resourceVersion: `${state.store.revision}` },
      items,
    });
  },
};
