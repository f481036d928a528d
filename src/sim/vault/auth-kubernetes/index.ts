/** `auth/kubernetes`: Kubernetes ServiceAccounts log in to Vault. Source: github.com/hashicorp/vault-plugin-auth-kubernetes. */
import type { AnyStateMachine } from 'xstate';
import { type BackendDefinition, backendType, goError } from '../framework/index.ts';
import { configPath } from './config-path.ts';
import { localFileMachine } from './local-file-machine.ts';
import { loggerOf } from './log.ts';
import { loginMachine } from './login-machine.ts';
import { loginPath } from './login-path.ts';
import { roleList, rolePath } from './role-path.ts';
import { emptyStorage, findRole, type Storage } from './storage.ts';

export type { Denial, DenialId } from './denial.ts';
export type { LoginContext, LoginInput, LoginStep, Passed } from './login-context.ts';

const backend: BackendDefinition<Storage> = {
  help: 'The Kubernetes Auth Backend allows authentication for Kubernetes service accounts.',
  paths: [configPath, loginPath, roleList, rolePath],
  unauthenticated: ['login'],
  // Only the role has to be there still: no review, no token, no binding is looked at again (path_login.go, pathLoginRenew).
  renewAuth: (_core, request, auth) => {
    const name = String(auth.internal?.role ?? '');
    const role = findRole(request.storage, name);
    if (!role) throw goError(`role ${name} does not exist during renewal`);
    const { ttl, maxTtl, period } = role.tokens;
    return { ...auth, ttl, maxTtl, period };
  },
};

export const kubernetes = backendType<Storage>({
  type: 'kubernetes',
  class: 'auth',
  init: emptyStorage,
  backend: () => backend,
  closed: (core, mount) => core.log('debug', loggerOf(mount), 'TLSConfig updater shutdown requested'),
});

/** Machines that the backend defers to. */
export const machines: Readonly<Record<string, AnyStateMachine>> = {
  'vault/kubernetes-login': loginMachine,
  'vault/local-file': localFileMachine,
};
