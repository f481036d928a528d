import type { Rule } from '../rule.ts';
import { authMounts } from '../workspace/vault.ts';

export const vaultMountedTwice: Rule = {
  id: 'vault/mounted-twice',
  severity: 'warning',
  title: 'Two mounts at one path',
  why: 'A path can be mounted once: Vault answers 400 "path is already in use".',
  wrong: '- {type: kubernetes}\n- {type: kubernetes}',
  right: '- {type: kubernetes}\n- {type: kubernetes, path: k8s-eu}',
  lessons: ['L05'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    const seen = new Set<string>();
    for (const {
      configuration: { document, file },
      path,
      mount,
    } of authMounts(workspace)) {
      const key = `${file} ${mount}`;
      if (seen.has(key))
        yield {
          file,
          span: document.span([...path, 'type']),
          message: `auth/${mount} is mounted already.`,
        };
      seen.add(key);
    }
  },
};
