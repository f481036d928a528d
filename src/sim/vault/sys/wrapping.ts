/** `sys/wrapping/*`. That the wrapping token is good has been checked before. (vault: logical_system.go, handleWrapping…) */
import type { InternalCore } from '../core/mount-core.ts';
import type { CoreResponse } from '../core/reply.ts';
import { type Wrapped, wrappedBy } from '../core/wrap.ts';
import { invalidRequest, type Request } from '../framework/index.ts';
import { revokeToken } from '../leases/revoke.ts';
import { sysPath } from './path.ts';

const token = { token: { type: 'string' } } as const;

/** What is wrapped, and the token that wraps it: named in the body, or the caller's own. */
const wrappedOf = (
  core: InternalCore,
  request: Request<null>,
  named: string,
): { readonly id: string; readonly wrapped: Wrapped } => {
  const id = named === '' ? (request.caller?.id ?? '') : named;
  const wrapped = wrappedBy(core.tx, id);
  if (!wrapped) throw invalidRequest('wrapping token is not valid or does not exist');
  return { id, wrapped };
};

export const wrap = sysPath({
  pattern: 'wrapping/wrap',
  fields: {},
  takesArbitraryInput: true,
  operations: {
    update: (_, request) => {
      if (request.wrapTtl === 0) throw invalidRequest('endpoint requires response wrapping to be used');
      return { data: request.data };
    },
  },
});

/** Without a token in the body the request's own is meant; it need not be one that may do anything. */
const lookUp = (core: InternalCore, id: string): CoreResponse => {
  const wrapped = wrappedBy(core.tx, id);
  if (!wrapped) throw invalidRequest('wrapping token is not valid or does not exist');
  return { data: wrapped.wrapinfo };
};

export const wrappingLookup = sysPath({
  pattern: 'wrapping/lookup',
  fields: token,
  operations: {
    read: (core, request) => lookUp(core, request.tokenId),
    update: (core, request, fields) => lookUp(core, fields.get('token') || request.tokenId),
  },
});

export const unwrap = sysPath({
  pattern: 'wrapping/unwrap',
  fields: token,
  operations: {
    update: (core, request, fields): CoreResponse => {
      const { id, wrapped } = wrappedOf(core, request, fields.get('token'));
      if (fields.get('token') !== '') revokeToken(core.tx, id);
      return { status: 200, raw: { body: JSON.parse(wrapped.response.response) } };
    },
  },
});

export const rewrap = sysPath({
  pattern: 'wrapping/rewrap',
  fields: token,
  operations: {
    update: (core, request, fields): CoreResponse => {
      const { id, wrapped } = wrappedOf(core, request, fields.get('token'));
      const { creation_path, creation_ttl } = wrapped.wrapinfo;
      revokeToken(core.tx, id);
      return { wrapTtl: creation_ttl, creationPath: creation_path, wrapped: wrapped.response.response };
    },
  },
});
