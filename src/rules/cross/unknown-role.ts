import { nearest } from '../../text/suggest.ts';
import type { Rule } from '../rule.ts';
import { resolved } from '../workspace/login.ts';

export const crossUnknownRole: Rule = {
  id: 'cross/unknown-role',
  severity: 'warning',
  title: 'The Vault configuration has no such role',
  why: 'The Agent logs in with this role; Vault answers 400 "invalid role name".',
  wrong: 'vault.hashicorp.com/role: app-wbe',
  right: 'vault.hashicorp.com/role: app-web',
  lessons: ['L06', 'L11'],
  source: 'vault-plugin-auth-kubernetes: path_login.go',
  *check(workspace) {
    for (const login of resolved(workspace)) {
      const { injection } = login;
      const { document, file } = injection.manifest;
      if (!login.mountKnown || login.role !== undefined || login.roleName === '') continue;
      const near = nearest(login.roleName, login.roleNames);
      const span = document.span(login.rolePath);
      yield {
        file,
        span,
        message: `auth/${login.mount} has no role ${login.roleName}.${near === null ? '' : ` Did you mean ${near}?`}`,
        ...(near !== null && { fix: { title: `Change to ${near}`, edits: [{ file, span, text: `"${near}"` }] } }),
      };
    }
  },
};
