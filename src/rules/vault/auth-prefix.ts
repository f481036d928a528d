import type { Rule } from '../rule.ts';
import { authMounts } from '../workspace/vault.ts';

export const vaultAuthPrefix: Rule = {
  id: 'vault/auth-prefix',
  severity: 'warning',
  title: 'auth/ comes by itself',
  why: 'The path of an auth method is below auth/: with the prefix it is mounted at auth/auth/….',
  wrong: 'path: auth/kubernetes',
  right: 'path: kubernetes',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const {
      configuration: { document, file },
      path,
      mount,
    } of authMounts(workspace)) {
      if (!mount.startsWith('auth/')) continue;
      const span = document.span([...path, 'path']);
      const right = mount.slice(5);
      yield {
        file,
        span,
        message: `Logins would be at auth/${mount}/login.`,
        fix: { title: `Change to ${right}`, edits: [{ file, span, text: right }] },
      };
    }
  },
};
