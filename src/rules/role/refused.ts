import { roleAliasSource } from './alias-source.ts';
import { roleBatchLimits } from './batch-limits.ts';
import { roleCidrs } from './cidrs.ts';
import { roleMixedStar } from './mixed-star.ts';
import { roleNamesMissing } from './names-missing.ts';
import { roleNamespacesMissing } from './namespaces-missing.ts';
import { rolePeriodOverMax } from './period-over-max.ts';
import { type RoleRule, roleRule } from './role-rule.ts';
import { roleSelector } from './selector.ts';
import { roleTokenType } from './token-type.ts';
import { roleTtlOverMax } from './ttl-over-max.ts';
import { roleValue } from './value.ts';

/** Rules that speak of one kind of refusal each; what none of them claims is said here. */
const SPECIFIC: readonly RoleRule[] = [
  roleAliasSource,
  roleBatchLimits,
  roleCidrs,
  roleMixedStar,
  roleNamesMissing,
  roleNamespacesMissing,
  rolePeriodOverMax,
  roleSelector,
  roleTokenType,
  roleTtlOverMax,
  roleValue,
];

export const roleRefused = roleRule(
  {
    id: 'role/refused',
    severity: 'error',
    title: 'Vault refuses this role',
    why: 'Vault answers 400 and stores nothing; an earlier version of the role stays in force.',
    wrong: 'token_num_uses: -1',
    right: 'token_num_uses: 0',
    lessons: ['L06'],
    source: 'vault-plugin-auth-kubernetes: path_role.go',
  },
  (refused) => !SPECIFIC.some((rule) => rule.claims(refused)),
);
