import { matchingGlob } from '../../sim/vault/auth-kubernetes/glob.ts';
import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossAccountNotBound: Rule = {
  id: 'cross/account-not-bound',
  severity: 'error',
  title: 'The role does not take this ServiceAccount',
  why: 'Vault compares the name with bound_service_account_names; the login fails with 403 "service account name not authorized".',
  wrong: 'serviceAccountName: api\n# role: bound_service_account_names: [web]',
  right: 'serviceAccountName: web',
  lessons: ['L06', 'L11'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      const { role, account } = login;
      if (
        !role ||
        role.names.length === 0 ||
        role.names.includes('*') ||
        matchingGlob(role.names, account) !== undefined
      )
        continue;
      const at = [...injection.manifest.podPath, 'spec', 'serviceAccountName'];
      yield {
        file,
        span: document.node(at) ? document.span(at) : document.span(login.rolePath),
        message: `The Pod is ${account}; the role ${login.roleName} takes ${role.names.join(', ')}.`,
      };
    }
  },
};
