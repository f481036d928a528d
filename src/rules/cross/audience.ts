import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossAudience: Rule = {
  id: 'cross/audience',
  severity: 'error',
  title: 'The token has another audience than the role wants',
  why: 'The login fails with 403 "invalid audience (aud) claim".',
  wrong: 'serviceAccountToken: {audience: vault-dev}\n# role: audience: vault',
  right: 'serviceAccountToken: {audience: vault}',
  lessons: ['L03', 'L06'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      const { role, token } = login;
      if (!role?.audience || token?.audience === undefined || token.audience === role.audience) continue;
      yield {
        file,
        span: document.span(token.path),
        message: `The token is for ${token.audience}; the role ${login.roleName} wants ${role.audience}.`,
      };
    }
  },
};
