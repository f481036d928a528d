import { invalid } from '../api/field-errors.ts';
import { part } from '../api/object.ts';
import { badRequest, invalidError } from '../api/status.ts';
import type { User } from '../authn/user.ts';
import type { Attributes } from '../authz/attributes.ts';
import { authorize } from '../authz/rbac.ts';
import { answer, type Context, type Endpoint } from '../server/context.ts';
import { decodeBody } from '../server/decode-body.ts';
import { expectedBody } from '../server/expected.ts';

const GROUP = 'authorization.k8s.io';

const KINDS: Readonly<Record<string, string>> = {
  selfsubjectaccessreviews: 'SelfSubjectAccessReview',
  subjectaccessreviews: 'SubjectAccessReview',
  localsubjectaccessreviews: 'LocalSubjectAccessReview',
};

type Json = Readonly<Record<string, unknown>>;

const attributes = (spec: Json, user: User): Attributes => {
  const text = (from: Json, name: string): string => String(from[name] ?? '');
  const resource = part(spec, 'resourceAttributes');
  const path = part(spec, 'nonResourceAttributes');
  if (spec.resourceAttributes === undefined)
    return {
      user,
      verb: text(path, 'verb'),
      isResource: false,
      group: '',
      resource: '',
      namespace: '',
      name: '',
      path: text(path, 'path'),
    };
  const sub = text(resource, 'subresource');
  return {
    user,
    verb: text(resource, 'verb'),
    isResource: true,
    group: text(resource, 'group'),
    resource: sub === '' ? text(resource, 'resource') : `${text(resource, 'resource')}/${sub}`,
    namespace: text(resource, 'namespace'),
    name: text(resource, 'name'),
    path: '',
  };
};

/** Whoever the review names, or the caller. */
const subject = (kind: string, spec: Json, context: Context): User => {
  if (kind === 'SelfSubjectAccessReview') return context.user;
  return {
    name: String(spec.user ?? ''),
    uid: String(spec.uid ?? ''),
    groups: (spec.groups ?? []) as readonly string[],
    extra: (spec.extra ?? {}) as User['extra'],
  };
};

const validate = (kind: string, spec: Json): void => {
  const both = spec.resourceAttributes !== undefined && spec.nonResourceAttributes !== undefined;
  const none = spec.resourceAttributes === undefined && spec.nonResourceAttributes === undefined;
  const errors = [
    ...(both
      ? [
          invalid(
            'spec.nonResourceAttributes',
            spec.nonResourceAttributes,
            'cannot be specified in combination with resourceAttributes',
          ),
        ]
      : []),
    ...(none
      ? [
          invalid(
            'spec.resourceAttributes',
            null,
            'exactly one of nonResourceAttributes or resourceAttributes must be specified',
          ),
        ]
      : []),
    ...(kind !== 'SelfSubjectAccessReview' && !spec.user && !(spec.groups as unknown[] | undefined)?.length
      ? [invalid('spec.user', '', 'at least one of user or group must be specified')]
      : []),
  ];
  if (errors.length > 0) throw invalidError({ group: GROUP, name: kind }, '', errors);
};

/** `POST /apis/authorization.k8s.io/v1/(self)subjectaccessreviews` and the namespaced one. */
export const accessReview: Endpoint = {
  matches: ({ info, request }) =>
    info.group === GROUP && info.resource in KINDS && request.method === 'POST' && info.name === '',
  handle: (context) => {
    const { request, warnings, info, state } = context;
    const kind = KINDS[info.resource] ?? '';
    const body = decodeBody(request, expectedBody(`${GROUP}/v1`, kind), warnings);
    const spec = part(body, 'spec');
    validate(kind, spec);
    if (kind === 'LocalSubjectAccessReview' && part(spec, 'resourceAttributes').namespace !== info.namespace)
      throw badRequest(`spec.resourceAttributes.namespace must match namespace: ${info.namespace}`);
    const { allowed, reason } = authorize(state.store, attributes(spec, subject(kind, spec, context)));
    return answer(201, {
      kind,
      apiVersion: `${GROUP}/v1`,
      metadata: part(body, 'metadata'),
      spec,
      status: { allowed, ...(reason !== '' && { reason }) },
    });
  },
};
