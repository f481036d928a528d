import type { ApiRequest } from './request.ts';

/** What a request is about, as authorization sees it (kubernetes: apiserver pkg/endpoints/request/requestinfo.go). */
export interface RequestInfo {
  readonly isResource: boolean;
  /** `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`, `deletecollection`, or the method in lower case. */
  readonly verb: string;
  readonly group: string;
  readonly version: string;
  readonly namespace: string;
  readonly resource: string;
  readonly subresource: string;
  readonly name: string;
  readonly path: string;
}

const VERBS: Readonly<Record<string, string>> = {
  POST: 'create',
  GET: 'get',
  HEAD: 'get',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
};

/** Subresources of namespaces; any other fourth segment is a resource inside one. */
const NAMESPACE_SUBRESOURCES = new Set(['status', 'finalize']);

/** Read a path: `/api/v1/namespaces/app/pods/web/log` → verb, namespace `app`, resource `pods`, subresource `log`. */
export const requestInfo = (request: ApiRequest): RequestInfo => {
  const { segments, method, path } = request;
  const other: RequestInfo = {
    isResource: false,
    verb: method.toLowerCase(),
    group: '',
    version: '',
    namespace: '',
    resource: '',
    subresource: '',
    name: '',
    path,
  };
  const [prefix] = segments;
  const core = prefix === 'api';
  if (!core && prefix !== 'apis') return other;
  if (segments.length < (core ? 3 : 4)) return other;
  const group = core ? '' : (segments[1] ?? '');
  const version = (core ? segments[1] : segments[2]) ?? '';
  let rest = segments.slice(core ? 2 : 3);
  let namespace = '';
  let verb = VERBS[method] ?? '';
  if (rest[0] === 'namespaces' && rest.length > 1) {
    namespace = rest[1] ?? '';
    if (rest.length > 2 && !NAMESPACE_SUBRESOURCES.has(rest[2] ?? '')) rest = rest.slice(2);
  }
  const [resource = '', name = '', ...sub] = rest;
  const named = name !== '' || metadataName(request) !== '';
  if (verb === 'get' && name === '') verb = ['true', '1'].includes(request.query.watch?.[0] ?? '') ? 'watch' : 'list';
  if (verb === 'delete' && name === '') verb = 'deletecollection';
  return {
    isResource: true,
    verb,
    group,
    version,
    namespace,
    resource,
    subresource: sub.join('/'),
    name: name === '' && named ? metadataName(request) : name,
    path,
  };
};

/** A list by `fieldSelector=metadata.name=x` counts as a request for `x`. */
const metadataName = (request: ApiRequest): string =>
  request.method === 'GET' ? (/^metadata\.name=([^,]+)$/.exec(request.query.fieldSelector?.[0] ?? '')?.[1] ?? '') : '';
