import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleRootPolicy: Rule = {
  id: 'role/root-policy',
  severity: 'error',
  title: 'Nobody logs in to root',
  why: 'Vault stores the role, but every login with it is refused: auth methods cannot create root tokens.',
  wrong: 'token_policies: [root]',
  right: 'token_policies: [operator]',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      for (const key of ['token_policies', 'policies'])
        if (listOf(role[key]).some((p) => p.toLowerCase() === 'root'))
          yield { file, span: roleKeySpan(site, key), message: 'A login with this role fails with 400.' };
    }
  },
};
