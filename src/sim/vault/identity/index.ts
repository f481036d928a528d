/** `identity/`: who is behind a login, whatever the method. Source: vault: identity_store*.go. */
import { type BackendDefinition, backendType } from '../framework/index.ts';
import { aliasIdList, aliasIdPath, aliasPath } from './alias-paths.ts';
import { entityMerge } from './entity-merge.ts';
import {
  entityBatchDelete,
  entityIdList,
  entityIdPath,
  entityNameList,
  entityNamePath,
  entityPath,
} from './entity-paths.ts';
import { groupAliasIdList, groupAliasIdPath, groupAliasPath } from './group-alias-paths.ts';
import { groupIdList, groupIdPath, groupNameList, groupNamePath, groupPath } from './group-paths.ts';
import { lookupEntity, lookupGroup } from './lookup-paths.ts';
import { emptyStorage, type Storage } from './storage.ts';

export { identityHooks } from './hooks.ts';
export type { Storage as IdentityStorage } from './storage.ts';

// The first pattern that fits decides, as in the real router.
const backend: BackendDefinition<Storage> = {
  paths: [
    entityPath,
    entityNameList,
    entityIdList,
    entityNamePath,
    entityIdPath,
    entityBatchDelete,
    entityMerge,
    aliasPath,
    aliasIdList,
    aliasIdPath,
    groupPath,
    groupIdList,
    groupNameList,
    groupIdPath,
    groupNamePath,
    groupAliasPath,
    groupAliasIdList,
    groupAliasIdPath,
    lookupEntity,
    lookupGroup,
  ],
  notModelled: ['oidc/*', 'mfa/*'],
};

export const identity = backendType<Storage>({
  type: 'identity',
  class: 'secret',
  init: emptyStorage,
  backend: () => backend,
});
