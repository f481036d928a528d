import { bitOf, has } from './capability.ts';
import type { Parameters, ParameterValue } from './parameters.ts';
import type { Permissions, Rule } from './rule.ts';

const lower = (one: number, other: number): number => {
  if (one <= 0) return other > 0 ? other : one;
  return other > 0 && other < one ? other : one;
};

/** Value lists add up; an empty one, which means any value, wins. */
function mergeParameters(existing: Parameters | undefined, more: Parameters | undefined): Parameters | undefined {
  if (more === undefined || more.size === 0) return existing;
  const merged = new Map<string, readonly ParameterValue[]>(existing);
  for (const [key, values] of more) {
    const before = merged.get(key);
    merged.set(key, values.length === 0 || before?.length === 0 ? [] : [...values, ...(before ?? [])]);
  }
  return merged;
}

const DENIED: Permissions = {
  capabilities: bitOf('deny'),
  minWrappingTtl: 0,
  maxWrappingTtl: 0,
  allowed: undefined,
  denied: undefined,
  required: [],
};

/** Several stanzas for one path as one: capabilities unite, a deny wins over all (vault: acl.go, NewACL). */
export function mergePermissions(rules: readonly Rule[]): Permissions {
  if (rules.some((rule) => has(rule.permissions.capabilities, 'deny'))) return DENIED;
  const [first, ...others] = rules;
  let merged = first?.permissions ?? DENIED;
  for (const { permissions } of others) {
    merged = {
      capabilities: merged.capabilities | permissions.capabilities,
      minWrappingTtl: lower(merged.minWrappingTtl, permissions.minWrappingTtl),
      maxWrappingTtl: lower(merged.maxWrappingTtl, permissions.maxWrappingTtl),
      allowed: mergeParameters(merged.allowed, permissions.allowed),
      denied: mergeParameters(merged.denied, permissions.denied),
      required: [...new Set([...merged.required, ...permissions.required])],
    };
  }
  return merged;
}
