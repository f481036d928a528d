import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossUnknownMount: Rule = {
  id: 'cross/unknown-mount',
  severity: 'warning',
  title: 'The Vault configuration has no such auth mount',
  why: 'The Agent logs in at this path; Vault answers 403 to a path where nothing is mounted.',
  wrong: 'vault.hashicorp.com/auth-path: auth/k8s',
  right: 'vault.hashicorp.com/auth-path: auth/kubernetes',
  lessons: ['L05', 'L11'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      if (login.mountKnown || login.mounts.length === 0 || injection.get('auth-path') === undefined) continue;
      yield {
        file,
        span: document.span(injection.path('auth-path')),
        message: `No Kubernetes auth method is mounted at auth/${login.mount}; there is ${login.mounts.map((m) => `auth/${m}`).join(', ')}.`,
      };
    }
  },
};
