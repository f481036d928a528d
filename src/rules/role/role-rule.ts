import type { Span } from '../../yaml/index.ts';
import type { Rule } from '../rule.ts';
import { kubernetesRoles, type RoleSite } from '../workspace/vault.ts';
import { roleWritten } from '../workspace/vault-writes.ts';

/** A rule about some of Vault's refusals to write a role. */
export interface RoleRule extends Rule {
  readonly claims: (text: string) => boolean;
}

/** The span of a key of a role, or of its name where it does not have the key. */
export const roleKeySpan = ({ configuration: { document }, path, role }: RoleSite, key: string): Span => {
  const there = key in role ? key : 'name' in role ? 'name' : (Object.keys(role)[0] ?? '');
  const start = document.keyPlace([...path, there]);
  return { start, end: { line: start.line, column: start.column + there.length } };
};

/** The parameter that a text of Vault is about. */
const about = (text: string, { role }: RoleSite): string => {
  const quoted = /["']([a-z_]+)["']/.exec(text)?.[1];
  if (quoted !== undefined) return quoted;
  const mixed = Object.keys(role).find((k) => k.startsWith('bound_') && String(role[k]).includes('*'));
  return text.includes('mix') ? (mixed ?? 'name') : (/alias_name_source/.exec(text)?.[0] ?? 'name');
};

/** @param claims which of Vault's texts this rule speaks of */
export const roleRule = (says: Omit<Rule, 'check'>, claims: RoleRule['claims']): RoleRule => ({
  ...says,
  claims,
  *check(workspace) {
    for (const site of kubernetesRoles(workspace)) {
      const { error } = roleWritten(site.role);
      if (error === undefined || !claims(error)) continue;
      yield {
        file: site.configuration.file,
        span: roleKeySpan(site, about(error, site)),
        message: `Vault would answer 400: ${error}`,
      };
    }
  },
});
