import type { Rule } from '../rule.ts';
import { injectedOnly } from '../workspace/injection.ts';

export const injectorAuthPath: Rule = {
  id: 'injector/auth-path',
  severity: 'warning',
  title: 'The auth path has no auth/',
  why: 'The Agent logs in at <auth-path>/login as it stands. Without auth/ Vault finds no such path and answers 403.',
  wrong: 'auth-path: kubernetes',
  right: 'auth-path: auth/kubernetes',
  lessons: ['L09', 'L11'],
  source: 'vault-k8s 1.7.6: agent-inject/agent/annotations.go',
  *check(workspace) {
    for (const injection of injectedOnly(workspace)) {
      const { manifest, path } = injection;
      const { document, file } = manifest;
      const value = injection.get('auth-path');
      if (!value || value.startsWith('auth/')) continue;
      const right = `auth/${value.replace(/^\/+/, '')}`;
      const span = document.span(path('auth-path'));
      yield {
        file,
        span,
        message: `The Agent would log in at ${value.replace(/\/$/, '')}/login.`,
        fix: { title: `Change to "${right}"`, edits: [{ file, span, text: `"${right}"` }] },
      };
    }
  },
};
