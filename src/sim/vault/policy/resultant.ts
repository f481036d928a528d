import { type Capability, has, namesOf } from './capability.ts';
import { mergePermissions } from './merge.ts';
import type { Parameters, ParameterValue } from './parameters.ts';
import type { Permissions, Rule } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

/** As `sys/internal/ui/resultant-acl` orders them (vault: logical_system.go): by name, `patch` last. */
const ORDER: readonly Capability[] = ['create', 'delete', 'list', 'read', 'sudo', 'update', 'patch'];

const plain = (value: ParameterValue): unknown => {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, plain(item)]));
  return 'number' in value ? value.number : value;
};

const listed = (key: string, parameters: Parameters | undefined): object =>
  parameters === undefined || parameters.size === 0
    ? {}
    : { [key]: Object.fromEntries([...parameters].map(([name, values]) => [name, values.map(plain)])) };

function described(permissions: Permissions): object {
  const granted = ORDER.filter((capability) => has(permissions.capabilities, capability));
  const denied = granted.length === 0 || namesOf(permissions.capabilities).includes('deny');
  return {
    capabilities: denied ? ['deny'] : granted,
    ...(permissions.minWrappingTtl === 0 ? {} : { min_wrapping_ttl: Math.trunc(permissions.minWrappingTtl) }),
    ...(permissions.maxWrappingTtl === 0 ? {} : { max_wrapping_ttl: Math.trunc(permissions.maxWrappingTtl) }),
    ...listed('allowed_parameters', permissions.allowed),
    ...listed('denied_parameters', permissions.denied),
    ...(permissions.required.length === 0 ? {} : { required_parameters: permissions.required }),
  };
}

const merged = (tables: readonly ReadonlyMap<string, readonly Rule[]>[]): Record<string, object> => {
  const paths = [...new Set(tables.flatMap((table) => [...table.keys()]))].sort();
  return Object.fromEntries(
    paths.map((path) => [path, described(mergePermissions(tables.flatMap((table) => table.get(path) ?? [])))]),
  );
};

/**
 * All rules of a token, for the UI. @param segments list paths with `+` among the globs (Vault 1.21)
 */
export function resultant(
  root: boolean,
  indexes: readonly RuleIndex[],
  segments: boolean,
): Readonly<Record<string, unknown>> {
  if (root) return { chroot_namespace: '', root };
  return {
    chroot_namespace: '',
    exact_paths: merged(indexes.map((index) => index.exact)),
    glob_paths: {
      ...merged(indexes.map((index) => index.prefixes)),
      ...(segments ? merged(indexes.map((index) => index.segments)) : {}),
    },
    root,
  };
}
