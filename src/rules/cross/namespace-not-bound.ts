import { matchingGlob } from '../../sim/vault/auth-kubernetes/glob.ts';
import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossNamespaceNotBound: Rule = {
  id: 'cross/namespace-not-bound',
  severity: 'error',
  title: 'The role does not take this namespace',
  why: 'Vault compares the Pod\'s namespace with bound_service_account_namespaces; the login fails with 403 "namespace not authorized".',
  wrong: 'metadata: {namespace: shop}\n# role: bound_service_account_namespaces: [app]',
  right: 'metadata: {namespace: app}',
  lessons: ['L06', 'L11'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      const { role, namespace } = login;
      // A manifest without a namespace goes wherever kubectl is told to put it.
      if (
        !role ||
        namespace === undefined ||
        role.selector ||
        role.namespaces.length === 0 ||
        matchingGlob(role.namespaces, namespace) !== undefined
      )
        continue;
      yield {
        file,
        span: document.span(['metadata', 'namespace']),
        message: `The Pod is in ${namespace}; the role ${login.roleName} takes ${role.namespaces.join(', ')}.`,
      };
    }
  },
};
