import { notFoundError } from '../api/status.ts';
import { resourceName } from '../kinds/kind.ts';
import { withType } from '../server/commit.ts';
import { answer, type Endpoint } from '../server/context.ts';
import { read } from '../store/store.ts';

/** `GET /api/v1/namespaces/{ns}/pods/{name}`, its `/status` too. */
export const get: Endpoint = {
  matches: ({ info, kind, request }) =>
    kind !== undefined &&
    request.method === 'GET' &&
    info.verb === 'get' &&
    info.name !== '' &&
    (info.subresource === '' || (info.subresource === 'status' && kind.hasStatus === true)),
  handle: ({ state, info, kind }) => {
    const object = kind && read(state.store, kind, kind.namespaced ? info.namespace : '', info.name);
    if (!kind || !object)
      throw notFoundError(kind ? resourceName(kind) : { group: info.group, name: info.resource }, info.name);
    return answer(200, withType(object, kind));
  },
};
