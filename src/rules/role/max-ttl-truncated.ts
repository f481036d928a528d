import type { Rule } from '../rule.ts';
import { kubernetesRoles } from '../workspace/vault.ts';
import { roleWritten } from '../workspace/vault-writes.ts';
import { roleKeySpan } from './role-rule.ts';

export const roleMaxTtlTruncated: Rule = {
  id: 'role/max-ttl-truncated',
  severity: 'warning',
  title: 'The maximum is shortened',
  why: "A maximum beyond that of the mount (768 hours unless tuned) is stored, and tokens get the mount's.",
  wrong: 'token_max_ttl: 2000h',
  right: 'token_max_ttl: 768h',
  lessons: ['L08'],
  source: 'https://developer.hashicorp.com/vault/api-docs/auth/kubernetes',
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const {
        configuration: { file },
        role,
      } = site;
      if (roleWritten(role).warnings.some((w) => w.startsWith('max_ttl')))
        yield {
          file,
          span: roleKeySpan(site, 'token_max_ttl'),
          message: 'Tokens of this role end after 768 hours all the same.',
        };
    }
  },
};
