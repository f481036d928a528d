import { badRequest } from '../api/status.ts';
import type { Endpoint } from '../server/context.ts';
import { flag, param } from '../server/request.ts';
import { bucketOf } from '../store/store.ts';
import { selection } from './list.ts';

/** A watch lives half an hour to an hour unless it asks for less (apiserver: --min-request-timeout 1800). */
const DEFAULT_TIMEOUT = 1_800_000;

/** `GET …/pods?watch=true&resourceVersion=…` */
export const watch: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind !== undefined && request.method === 'GET' && info.subresource === '' && flag(request, 'watch'),
  handle: ({ kind, request, info, state }) => {
    if (!kind) throw badRequest('no kind');
    const labelSelector = param(request, 'labelSelector');
    const named = info.verb === 'get' && info.name !== '' ? `metadata.name=${info.name}` : '';
    const fieldSelector = [param(request, 'fieldSelector'), named].filter((s) => s !== '').join(',');
    selection(kind, labelSelector, fieldSelector);
    const since = param(request, 'resourceVersion');
    const asked = Number(param(request, 'timeoutSeconds'));
    const fresh = since === '' || since === '0';
    if (!fresh && !/^\d+$/.test(since))
      throw badRequest(
        `Invalid value: ${JSON.stringify(since)}: strconv.ParseUint: parsing ${JSON.stringify(since)}: invalid syntax`,
      );
    return {
      kind: 'watch',
      watch: {
        resource: bucketOf(kind),
        namespace: kind.namespaced ? info.namespace : '',
        labelSelector,
        fieldSelector,
        revision: fresh ? state.store.revision : Number(since),
        timeout: asked > 0 ? asked * 1000 : DEFAULT_TIMEOUT,
        initial: fresh,
        bookmarks: flag(request, 'allowWatchBookmarks'),
      },
    };
  },
};
