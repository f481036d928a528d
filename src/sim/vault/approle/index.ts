/** `auth/approle`: machines log in with a role id and a secret id. Source: vault: builtin/credential/approle. */
import { type BackendDefinition, backendType, goError, goQuote } from '../framework/index.ts';
import { loginPath } from './login-path.ts';
import { roleList, rolePath } from './role-path.ts';
import { rolePropertyPaths } from './role-property-paths.ts';
import {
  accessorDestroy,
  accessorLookup,
  customSecretId,
  secretIdDestroy,
  secretIdLookup,
  secretIdPath,
} from './secret-id-paths.ts';
import { emptyStorage, findRole, type Storage } from './storage.ts';
import { tidyPath } from './tidy-path.ts';

const backend: BackendDefinition<Storage> = {
  paths: [
    roleList,
    ...rolePropertyPaths,
    secretIdPath,
    secretIdLookup,
    secretIdDestroy,
    accessorLookup,
    accessorDestroy,
    customSecretId,
    rolePath,
    tidyPath,
    loginPath,
  ],
  unauthenticated: ['login'],
  renewAuth: (_core, request, auth) => {
    const name = String(auth.internal?.role_name ?? '');
    const role = findRole(request.storage, name);
    if (!role) throw goError(`role ${goQuote(name)} does not exist during renewal`);
    const { ttl, maxTtl, period } = role.tokens;
    return { ...auth, ttl, maxTtl, period };
  },
};

export const approle = backendType<Storage>({
  type: 'approle',
  class: 'auth',
  init: emptyStorage,
  backend: () => backend,
});
