import type { KubeObject } from '../api/object.ts';
import { parseFieldSelector, parseLabelSelector } from '../api/selectors.ts';
import { badRequest } from '../api/status.ts';
import { apiVersionOf, type Kind } from '../kinds/kind.ts';
import { answer, type Context, type Endpoint } from '../server/context.ts';
import { param } from '../server/request.ts';
import { bucketOf, list as listStore } from '../store/store.ts';

const fieldsOf =
  (kind: Kind) =>
  (object: KubeObject): Readonly<Record<string, string>> => ({
    'metadata.name': object.metadata.name ?? '',
    'metadata.namespace': object.metadata.namespace ?? '',
    ...kind.selectable?.(object),
  });

// Kinds without selectable fields of their own are answered by the general rule of apimachinery.
const UNSUPPORTED = /^field label not supported: (.*)$/;
const ONLY_NAMES = '"$1" is not a known field selector: only "metadata.name", "metadata.namespace"';

/** A test for objects from the texts of two selectors. @throws StatusError 400 */
export const selection = (
  kind: Kind,
  labelSelector: string,
  fieldSelector: string,
): ((object: KubeObject) => boolean) => {
  const labels = parseLabelSelector(labelSelector);
  if (typeof labels === 'string') throw badRequest(labels);
  const fields = parseFieldSelector(fieldSelector, fieldsOf(kind));
  if (typeof fields === 'string') throw badRequest(kind.selectable ? fields : fields.replace(UNSUPPORTED, ONLY_NAMES));
  return (object) => labels(object.metadata.labels ?? {}) && fields(object);
};

/** The objects a list request asks for. */
export const selected = ({ state, request, info }: Context, kind: Kind): KubeObject[] => {
  const chosen = selection(kind, param(request, 'labelSelector'), param(request, 'fieldSelector'));
  return listStore(state.store, bucketOf(kind), kind.namespaced ? info.namespace : '').filter(chosen);
};

/** `GET /api/v1/namespaces/{ns}/pods`, and over all namespaces. Items carry no kind of their own. */
export const list: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind !== undefined &&
    request.method === 'GET' &&
    info.subresource === '' &&
    (info.verb === 'list' || info.verb === 'get') &&
    !isNamed(info.path, kind),
  handle: (context) => {
    const { kind, state } = context;
    if (!kind) throw badRequest('no kind');
    return answer(200, {
      kind: `${kind.kind}List`,
      apiVersion: apiVersionOf(kind),
      metadata: { resourceVersion: `${state.store.revision}` },
      items: selected(context, kind),
    });
  },
};

/** Whether the path goes on after the resource, to a single object. */
const isNamed = (path: string, kind: Kind): boolean => !path.replace(/\/+$/, '').endsWith(`/${kind.plural}`);
