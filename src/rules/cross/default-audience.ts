import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossDefaultAudience: Rule = {
  id: 'cross/default-audience',
  severity: 'warning',
  title: 'The default token is for the API server',
  why: 'The token that every Pod gets has the audience of the API server. A role with another audience refuses it; project a token with that audience and name its volume.',
  wrong: '# role: audience: vault\nvault.hashicorp.com/role: app-web',
  right: 'vault.hashicorp.com/agent-service-account-token-volume-name: "vault-token"',
  lessons: ['L03', 'L06'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      const { role, token } = login;
      if (
        !role?.audience ||
        token !== undefined ||
        injection.get('auth-config-token-path') ||
        /kubernetes/.test(role.audience)
      )
        continue;
      yield {
        file,
        span: document.span(login.rolePath),
        message: `The role ${login.roleName} wants the audience ${role.audience}; the Agent has the default token.`,
      };
    }
  },
};
