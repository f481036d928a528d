import { jsonSyntaxError } from '../../go/json-syntax.ts';
import type { KubeObject } from '../api/object.ts';
import { badRequest, failure, unsupportedMediaType } from '../api/status.ts';
import type { Kind } from '../kinds/kind.ts';
import { jsonPatch, type Operation, PatchError } from '../patch/json-patch.ts';
import { mergePatch } from '../patch/merge-patch.ts';
import { strategicMerge } from '../patch/strategic.ts';
import type { Json } from '../schema/decode.ts';
import { withType } from '../server/commit.ts';
import type { Context, Endpoint, Outcome } from '../server/context.ts';
import { decodeInto } from '../server/decode-body.ts';
import { expectedOf } from '../server/expected.ts';
import { contentType, isDryRun, param } from '../server/request.ts';
import { startWrite } from '../server/write.ts';
import { read } from '../store/store.ts';
import { placeInNamespace } from './create.ts';
import { existing, isWritable, replace } from './update.ts';

const JSON_PATCH = 'application/json-patch+json';
const MERGE = 'application/merge-patch+json';
const STRATEGIC = 'application/strategic-merge-patch+json';
const APPLY = 'application/apply-patch+yaml';

const UNKNOWN = `the body of the request was in an unknown format - accepted media types include: ${[JSON_PATCH, MERGE, STRATEGIC, APPLY].join(', ')}`;

const bodyOf = (body: unknown): unknown => {
  if (typeof body !== 'string') return body;
  const error = jsonSyntaxError(body);
  if (error !== undefined) throw badRequest(`error decoding patch: ${error}`);
  return JSON.parse(body);
};

const applied = (type: string, target: object, patch: unknown, kind: Kind): unknown => {
  if (type === JSON_PATCH) {
    if (!Array.isArray(patch)) throw badRequest('json: cannot unmarshal object into Go value of type jsonpatch.Patch');
    try {
      return jsonPatch(target, patch as Operation[]);
    } catch (error) {
      if (error instanceof PatchError)
        throw failure(422, 'Invalid', 'the server rejected our request due to an error in our request', {});
      throw error;
    }
  }
  if (type === MERGE) return mergePatch(target, patch);
  return strategicMerge(target, patch, kind.kind);
};

/** Server-side apply: fields of one manager are not told apart, so an apply is a strategic merge that may create. */
const apply = (context: Context, kind: Kind): Outcome => {
  const { request, info, state, user, warnings } = context;
  if (param(request, 'fieldManager') === '')
    throw failure(
      422,
      'Invalid',
      'PatchOptions.meta.k8s.io "" is invalid: fieldManager: Required value: is required for apply patch',
      {
        group: 'meta.k8s.io',
        kind: 'PatchOptions',
        causes: [
          {
            reason: 'FieldValueRequired',
            message: 'Required value: is required for apply patch',
            field: 'fieldManager',
          },
        ],
      },
    );
  if (read(state.store, kind, kind.namespaced ? info.namespace : '', info.name)) return merge(context, kind, STRATEGIC);
  const object = decodeInto(
    bodyOf(request.body) as Json,
    expectedOf(kind),
    warnings,
    param(request, 'fieldValidation'),
  ) as unknown as KubeObject;
  object.metadata.name = info.name;
  placeInNamespace(object, context, kind);
  kind.defaults?.(object);
  return startWrite(context, {
    operation: 'CREATE',
    group: kind.group,
    plural: kind.plural,
    namespace: info.namespace,
    name: info.name,
    subresource: '',
    object,
    old: null,
    user,
    dryRun: isDryRun(request),
    options: {},
    warnings,
    status: 201,
  });
};

const merge = (context: Context, kind: Kind, type: string): Outcome => {
  const { request, info, warnings } = context;
  const old = existing(context, kind);
  const patch = bodyOf(request.body);
  const whole = applied(type, withType(old, kind), patch, kind) as Json;
  const object = decodeInto(
    whole,
    expectedOf(kind),
    warnings,
    param(request, 'fieldValidation'),
  ) as unknown as KubeObject;
  if ((object.metadata.name ?? '') !== info.name)
    throw badRequest(
      `the name of the object (${object.metadata.name ?? ''}) does not match the name on the URL (${info.name})`,
    );
  // The version is a precondition only where the patch itself names one.
  if (!namesVersion(type, patch)) delete object.metadata.resourceVersion;
  placeInNamespace(object, context, kind);
  kind.defaults?.(object);
  return replace(context, kind, object, old);
};

const namesVersion = (type: string, patch: unknown): boolean =>
  type === JSON_PATCH
    ? (patch as Operation[]).some((o) => o.path === '/metadata/resourceVersion' && o.op !== 'test')
    : typeof (patch as { metadata?: { resourceVersion?: unknown } } | null)?.metadata?.resourceVersion === 'string';

/** `PATCH …/pods/{name}` in four media types. */
export const patch: Endpoint = {
  matches: ({ info, kind, request }) =>
    request.method === 'PATCH' && info.name !== '' && isWritable(kind, info.subresource),
  handle: (context) => {
    const { kind } = context;
    const type = contentType(context.request);
    if (!kind) throw badRequest('no kind');
    if (type === APPLY) return apply(context, kind);
    if (![JSON_PATCH, MERGE, STRATEGIC].includes(type)) throw unsupportedMediaType(UNKNOWN);
    return merge(context, kind, type);
  },
};
