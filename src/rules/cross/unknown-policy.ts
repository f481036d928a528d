import { nearest } from '../../text/suggest.ts';
import { roleKeySpan } from '../role/role-rule.ts';
import type { Rule } from '../rule.ts';
import { kubernetesRoles, listOf } from '../workspace/vault.ts';

export const crossUnknownPolicy: Rule = {
  id: 'cross/unknown-policy',
  severity: 'warning',
  title: 'A policy of the role is nowhere',
  why: 'Vault does not look whether policies exist, neither when the role is written nor at a login; one that does not exist allows nothing.',
  wrong: 'token_policies: [kv-ap]',
  right: 'token_policies: [kv-app]',
  lessons: ['L06', 'L07'],
  source: 'https://developer.hashicorp.com/vault/docs/concepts/policies',
  *check(workspace) {
    const known = [...workspace.policies.map((p) => p.name.toLowerCase()), 'default'];
    // Without any policy in the files they are elsewhere.
    if (workspace.policies.length === 0) return;
    for (const site of kubernetesRoles(workspace))
      for (const key of ['token_policies', 'policies'])
        for (const name of listOf(site.role[key])) {
          if (known.includes(name.toLowerCase()) || name === 'root') continue;
          const near = nearest(name, known);
          yield {
            file: site.configuration.file,
            span: roleKeySpan(site, key),
            message: `There is no policy ${name} in these files.${near === null ? '' : ` Did you mean ${near}?`}`,
          };
        }
  },
};
