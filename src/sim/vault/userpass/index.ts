/** `auth/userpass`: people log in with name and password. Source: vault: builtin/credential/userpass. */
import { type BackendDefinition, backendType, goError } from '../framework/index.ts';
import { sanitizePolicies } from '../tokens/policies.ts';
import { loginPath } from './login-path.ts';
import { emptyStorage, findUser, type Storage } from './storage.ts';
import { userList, userPassword, userPath, userPolicies } from './user-paths.ts';

/** `default` does not count (policyutil.EquivalentPolicies). */
const named = (policies: readonly string[]): string =>
  sanitizePolicies(policies, false)
    .filter((name) => name !== 'default')
    .join();

const backend: BackendDefinition<Storage> = {
  paths: [userPassword, userPolicies, userList, userPath, loginPath],
  unauthenticated: ['login/*'],
  renewAuth: (_core, request, auth) => {
    const user = findUser(request.storage, auth.metadata?.username ?? '');
    if (!user) return undefined;
    if (named(user.tokens.policies) !== named(auth.policies)) throw goError('policies have changed, not renewing');
    const { ttl, maxTtl, period } = user.tokens;
    return { ...auth, ttl, maxTtl, period };
  },
};

export const userpass = backendType<Storage>({
  type: 'userpass',
  class: 'auth',
  init: emptyStorage,
  backend: () => backend,
});
