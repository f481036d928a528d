/** `auth/token/revoke`, `revoke-self`, `revoke-accessor`, `revoke-orphan`. (vault: vault/token_store.go) */
import { rightsOf } from '../core/check-token.ts';
import { internalPath } from '../core/internal-path.ts';
import type { InternalCore } from '../core/mount-core.ts';
import { codedError, errorResponse, invalidRequest, optionalParam, type Request } from '../framework/index.ts';
import { revokeToken as endToken } from '../leases/revoke.ts';
import { find } from '../state/table.ts';
import { accessorFields } from './lookup.ts';
import type { TokenStorage } from './storage.ts';
import { lookUp } from './store.ts';

const revoke = (core: InternalCore, id: string): undefined => {
  const token = lookUp(core.tx, id, true);
  if (!token) return undefined;
  if (token.type === 'batch') throw errorResponse('batch tokens cannot be revoked');
  endToken(core.tx, id);
  return undefined;
};

const tokenFields = { token: { type: 'string' }, urltoken: { type: 'string' } } as const;

export const revokeToken = internalPath<TokenStorage>()({
  pattern: `revoke${optionalParam('urltoken')}`,
  fields: tokenFields,
  operations: {
    update: (core, _, fields) => {
      const id = fields.get('token') || fields.get('urltoken');
      if (id === '') throw invalidRequest('missing token ID');
      return revoke(core, id);
    },
  },
});

export const revokeSelf = internalPath<TokenStorage>()({
  pattern: 'revoke-self',
  fields: {},
  operations: { update: (core, request) => revoke(core, request.caller?.id ?? '') },
});

export const revokeAccessor = internalPath<TokenStorage>()({
  pattern: `revoke-accessor${optionalParam('urlaccessor')}`,
  fields: accessorFields,
  operations: {
    update: (core, _, fields) => {
      const accessor = fields.get('accessor') || fields.get('urlaccessor');
      if (accessor === '') throw codedError(400, 'missing accessor');
      const id = find(core.tx.state.accessors, accessor);
      if (id === undefined) return { warnings: ['No token found with this accessor'] };
      return revoke(core, id);
    },
  },
});

const mayOrphan = (core: InternalCore, request: Request<TokenStorage>): boolean => {
  const caller = request.caller && lookUp(core.tx, request.caller.id, true);
  const path = request.mount.route + request.path;
  return (
    caller !== undefined &&
    rightsOf(core.tx, caller).acl.allow({ operation: 'update', path, data: {}, wrapTtl: 0 }).sudo
  );
};

export const revokeOrphan = internalPath<TokenStorage>()({
  pattern: `revoke-orphan${optionalParam('urltoken')}`,
  fields: tokenFields,
  operations: {
    update: (core, request, fields) => {
      const id = fields.get('token') || fields.get('urltoken');
      if (id === '') throw invalidRequest('missing token ID');
      if (!mayOrphan(core, request)) throw invalidRequest('root or sudo privileges required to revoke and orphan');
      const token = lookUp(core.tx, id);
      if (!token) throw invalidRequest('token to revoke not found');
      if (token.type === 'batch') throw errorResponse('batch tokens cannot be revoked');
      endToken(core.tx, id, true);
      return undefined;
    },
  },
});
