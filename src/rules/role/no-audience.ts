import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleNoAudience: Rule = {
  id: 'role/no-audience',
  severity: 'note',
  title: 'This role takes a token of any audience',
  why: 'Without audience a token that was made for another service of the cluster logs in, too.',
  wrong: '- name: app-web',
  right: '- name: app-web\n  audience: vault',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      if (!role.audience && !('bound_audiences' in role))
        yield {
          file,
          span: roleKeySpan(site, 'audience'),
          message: `The role ${String(role.name ?? '')} does not look at the token's audience.`,
        };
    }
  },
};
