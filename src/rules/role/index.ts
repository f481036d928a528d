import type { Rule } from '../rule.ts';
import { roleAliasSource } from './alias-source.ts';
import { roleAnyNamespace } from './any-namespace.ts';
import { anybody } from './anybody.ts';
import { roleAudienceList } from './audience-list.ts';
import { roleBatchLimits } from './batch-limits.ts';
import { roleCidrs } from './cidrs.ts';
import { deprecatedAlias } from './deprecated-alias.ts';
import { roleLiteralWildcard } from './literal-wildcard.ts';
import { roleMaxTtlTruncated } from './max-ttl-truncated.ts';
import { roleMixedStar } from './mixed-star.ts';
import { roleName } from './name.ts';
import { roleNameTwice } from './name-twice.ts';
import { roleNamesMissing } from './names-missing.ts';
import { roleNamespacesMissing } from './namespaces-missing.ts';
import { roleNoAudience } from './no-audience.ts';
import { roleNoPolicies } from './no-policies.ts';
import { rolePeriodOverMax } from './period-over-max.ts';
import { roleRefused } from './refused.ts';
import { roleRootPolicy } from './root-policy.ts';
import { roleSelector } from './selector.ts';
import { roleTokenType } from './token-type.ts';
import { roleTtlOverMax } from './ttl-over-max.ts';
import { unknownRoleParameter } from './unknown-parameter.ts';
import { roleUpperCase } from './upper-case.ts';
import { roleValue } from './value.ts';

/** Rules about roles. A new one is a file and a line here. */
export const roleRules: readonly Rule[] = [
  roleAliasSource,
  roleAnyNamespace,
  anybody,
  roleAudienceList,
  roleBatchLimits,
  roleCidrs,
  deprecatedAlias,
  roleLiteralWildcard,
  roleMaxTtlTruncated,
  roleMixedStar,
  roleName,
  roleNameTwice,
  roleNamesMissing,
  roleNamespacesMissing,
  roleNoAudience,
  roleNoPolicies,
  rolePeriodOverMax,
  roleRefused,
  roleRootPolicy,
  roleSelector,
  roleTokenType,
  roleTtlOverMax,
  unknownRoleParameter,
  roleUpperCase,
  roleValue,
];
