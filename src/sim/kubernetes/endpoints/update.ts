import { type KubeObject, nameOf } from '../api/object.ts';
import { badRequest, notFoundError } from '../api/status.ts';
import { type Kind, resourceName } from '../kinds/kind.ts';
import type { Context, Endpoint, Outcome } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedOf } from '../server/expected.ts';
import { isDryRun } from '../server/request.ts';
import { startWrite } from '../server/write.ts';
import { read } from '../store/store.ts';
import { placeInNamespace } from './create.ts';

/** The object a write is about. @throws StatusError 404 */
export const existing = ({ state, info }: Context, kind: Kind): KubeObject => {
  const old = read(state.store, kind, kind.namespaced ? info.namespace : '', info.name);
  if (!old) throw notFoundError(resourceName(kind), info.name);
  return old;
};

/** Which subresources are written like the object itself. */
export const isWritable = (kind: Kind | undefined, subresource: string): kind is Kind =>
  kind !== undefined &&
  (subresource === '' ||
    (subresource === 'status' && kind.hasStatus === true) ||
    (subresource === 'finalize' && kind.plural === 'namespaces'));

/** A subresource replaces its own part of the object and leaves the rest. */
const ownPart = (object: KubeObject, old: KubeObject, subresource: string): KubeObject => {
  if (subresource === '') return object;
  const metadata = {
    ...old.metadata,
    ...(object.metadata.resourceVersion && { resourceVersion: object.metadata.resourceVersion }),
  };
  if (subresource === 'finalize') return { ...old, metadata, spec: object.spec };
  return { ...old, metadata, ...(object.status !== undefined && { status: object.status }) };
};

/** Put an object (or its status) in the place of what is stored. */
export const replace = (context: Context, kind: Kind, object: KubeObject, old: KubeObject): Outcome => {
  const { info, user, request, warnings } = context;
  return startWrite(context, {
    operation: 'UPDATE',
    group: kind.group,
    plural: kind.plural,
    namespace: kind.namespaced ? info.namespace : '',
    name: info.name,
    subresource: info.subresource,
    object: ownPart(object, old, info.subresource),
    old,
    user,
    dryRun: isDryRun(request),
    options: {},
    warnings,
    status: 200,
  });
};

/** `PUT …/pods/{name}`, `…/status`, `…/finalize` */
export const update: Endpoint = {
  matches: ({ info, kind, request }) =>
    request.method === 'PUT' && info.name !== '' && isWritable(kind, info.subresource),
  handle: (context) => {
    const { kind, request, info, warnings } = context;
    if (!kind) throw badRequest('no kind');
    const object = decodeBody(request, expectedOf(kind), warnings) as unknown as KubeObject;
    if (!object.metadata.name) throw badRequest('the name of the object (metadata.name) must be provided');
    if (nameOf(object) !== info.name)
      throw badRequest(`the name of the object (${nameOf(object)}) does not match the name on the URL (${info.name})`);
    placeInNamespace(object, context, kind);
    kind.defaults?.(object);
    return replace(context, kind, object, existing(context, kind));
  },
};
