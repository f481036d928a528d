/** `auth/token`: the token store as an auth method. (vault: vault/token_store.go) */
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { accessors, tidyTokens } from './accessors.ts';
import { createOrphan, createToken, createWithRole } from './create.ts';
import { lookupAccessor, lookupSelf, lookupToken } from './lookup.ts';
import { renewAccessor, renewSelf, renewToken } from './renew.ts';
import { revokeAccessor, revokeOrphan, revokeSelf, revokeToken } from './revoke.ts';
import { roleList, rolePath } from './roles.ts';
import type { TokenStorage } from './storage.ts';

const backend: BackendDefinition<TokenStorage> = {
  paths: [
    roleList,
    accessors,
    rolePath,
    createOrphan,
    createWithRole,
    createToken,
    lookupToken,
    lookupAccessor,
    lookupSelf,
    revokeAccessor,
    revokeSelf,
    revokeToken,
    revokeOrphan,
    renewAccessor,
    renewSelf,
    renewToken,
    tidyTokens,
  ],
  sudo: ['revoke-orphan/*', 'accessors*'],
};

export const token = backendType<TokenStorage>({
  type: 'token',
  class: 'auth',
  init: () => ({ roles: {} }),
  backend: () => backend,
});
