import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleAudienceList: Rule = {
  id: 'role/audience-list',
  severity: 'warning',
  title: 'An audience is one text',
  why: 'The whole text is compared with each audience of the token; a comma is part of it.',
  wrong: 'audience: vault,kubernetes',
  right: 'audience: vault',
  lessons: ['L06'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      if (typeof role.audience === 'string' && role.audience.includes(','))
        yield { file, span: roleKeySpan(site, 'audience'), message: `No token has the audience "${role.audience}".` };
    }
  },
};
