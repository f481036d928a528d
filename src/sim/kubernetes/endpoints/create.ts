import type { KubeObject } from '../api/object.ts';
import { badRequest } from '../api/status.ts';
import type { Kind } from '../kinds/kind.ts';
import type { Context, Endpoint } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedOf } from '../server/expected.ts';
import { isDryRun } from '../server/request.ts';
import { startWrite } from '../server/write.ts';

/** The namespace in the body must be that of the path, or absent. */
export const placeInNamespace = (object: KubeObject, { info }: Context, kind: Kind): void => {
  if (!kind.namespaced) return;
  const given = object.metadata.namespace;
  if (given && given !== info.namespace)
    throw badRequest('the namespace of the provided object does not match the namespace sent on the request');
  object.metadata.namespace = info.namespace;
};

/** `POST /api/v1/namespaces/{ns}/pods` */
export const create: Endpoint = {
  matches: ({ info, kind }) =>
    kind !== undefined && info.verb === 'create' && info.name === '' && info.subresource === '',
  handle: (context) => {
    const { kind, request, info, user, warnings } = context;
    if (!kind) throw badRequest('no kind');
    if (kind.namespaced && info.namespace === '') throw badRequest('an empty namespace may not be set during creation');
    const object = decodeBody(request, expectedOf(kind), warnings) as unknown as KubeObject;
    placeInNamespace(object, context, kind);
    kind.defaults?.(object);
    return startWrite(context, {
      operation: 'CREATE',
      group: kind.group,
      plural: kind.plural,
      namespace: info.namespace,
      name: object.metadata.name ?? '',
      subresource: '',
      object,
      old: null,
      user,
      dryRun: isDryRun(request),
      options: {},
      warnings,
      status: 201,
    });
  },
};
