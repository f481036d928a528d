import { goType, type Item } from '../../hcl/ast.ts';
import { Failure, failure } from '../../hcl/error.ts';
import { goQuote, type Range } from '../../hcl/index.ts';
import { filtered } from '../../hcl/items.ts';
import { textOf } from '../../hcl/value.ts';
import { parseVaultDuration } from '../framework/duration.ts';
import { multiError } from '../framework/errors.ts';
import type { Version } from '../versions.ts';
import { bitOf, isCapability, OLD_POLICIES } from './capability.ts';
import { checkControlGroup } from './control-group.ts';
import { unknownKeys, valuesOf } from './decode.ts';
import type { Parameters, ParameterValue } from './parameters.ts';
import { patternOf, withoutLeadingSlash } from './path-pattern.ts';
import type { Permissions, Stanza } from './rule.ts';
import { decodeFields, type Fields } from './stanza-fields.ts';
import { templateOf } from './template.ts';

/** Keys of a `path` stanza (vault: policy.go, parsePaths). */
export const STANZA_KEYS = [
  'comment',
  'policy',
  'capabilities',
  'allowed_parameters',
  'denied_parameters',
  'required_parameters',
  'min_wrapping_ttl',
  'max_wrapping_ttl',
  'mfa_methods',
  'control_group',
  'subscribe_event_types',
] as const;

const lowerCased = (lists: Map<string, ParameterValue[]> | undefined): Parameters | undefined =>
  lists && new Map([...lists].map(([key, values]) => [key.toLowerCase(), values]));

/** Floats lose their fraction; what no duration can hold overflows to nothing. */
const whole = (number: number): number => (Math.abs(number) < 2 ** 63 ? Math.trunc(number) : 0);

/** Seconds of a wrapping TTL. */
function seconds(key: string, value: ParameterValue | undefined): number | Failure {
  if (value === undefined) return 0;
  const plain = typeof value === 'object' && 'number' in value ? whole(value.number) : value;
  const parsed = parseVaultDuration(plain);
  return parsed.error === undefined ? parsed.seconds : failure(`error parsing ${key}: ${parsed.error}`);
}

/** The set of capabilities, or the name that is none. `deny` ends the list and stands alone. */
function capabilitiesOf(names: readonly string[], recover: boolean): number | { readonly unknown: string } {
  let bits = 0;
  for (const name of names) {
    if (name === 'deny') return bitOf('deny');
    if (!isCapability(name, recover)) return { unknown: name };
    bits |= bitOf(name);
  }
  return bits;
}

function permissionsOf(key: string, fields: Fields, items: readonly Item[], version: Version): Permissions | Failure {
  let names: readonly string[] = fields.capabilities;
  if (fields.policy !== '') {
    const old = Object.hasOwn(OLD_POLICIES, fields.policy) ? OLD_POLICIES[fields.policy] : undefined;
    if (old === undefined) return failure(`path ${goQuote(key)}: invalid policy ${goQuote(fields.policy)}`);
    names = fields.policy === 'deny' ? old : [...names, ...old];
  }
  const capabilities = capabilitiesOf(names, version.recoverCapability);
  if (typeof capabilities !== 'number') {
    return failure(`path ${goQuote(key)}: invalid capability ${goQuote(capabilities.unknown)}`);
  }
  const none = { minWrappingTtl: 0, maxWrappingTtl: 0, allowed: undefined, denied: undefined, required: [] };
  if (capabilities === bitOf('deny')) return { ...none, capabilities };
  const minWrappingTtl = seconds('min_wrapping_ttl', fields.minWrappingTtl);
  if (minWrappingTtl instanceof Failure) return minWrappingTtl;
  const maxWrappingTtl = seconds('max_wrapping_ttl', fields.maxWrappingTtl);
  if (maxWrappingTtl instanceof Failure) return maxWrappingTtl;
  const controlGroup = checkControlGroup(valuesOf(items, 'control_group'), names);
  if (controlGroup !== undefined) return controlGroup;
  if (minWrappingTtl !== 0 && maxWrappingTtl !== 0 && maxWrappingTtl < minWrappingTtl) {
    return failure('max_wrapping_ttl cannot be less than min_wrapping_ttl');
  }
  return {
    capabilities,
    minWrappingTtl,
    maxWrappingTtl,
    allowed: lowerCased(fields.allowed),
    denied: lowerCased(fields.denied),
    required: fields.required,
  };
}

const rangeOf = (items: readonly Item[], key: string): Range | undefined => filtered(items, key)[0]?.value.range;

/**
 * One `path` stanza (vault: policy.go, parsePaths).
 * @param policy name of the policy
 * @param item the stanza without its word `path`
 */
export function parseStanza(policy: string, item: Item, version: Version): Stanza | Failure {
  const first = item.keys[0];
  const key = first === undefined ? 'path' : textOf(first);
  const template = templateOf(key);
  if (template === 'unbalanced') {
    return failure('failed to validate policy templating: unbalanced templating characters');
  }
  const prefixed = (text: string): string => `path ${goQuote(key)}: ${text}`;
  const { value } = item;
  if (value.kind !== 'object') return failure(prefixed(`cannot check HCL keys of type ${goType(value)}`));
  const unknown = unknownKeys(value.items, STANZA_KEYS);
  if (unknown.length > 0) return failure(multiError(unknown.map(prefixed)));
  const fields = decodeFields(value.items);
  if (fields instanceof Failure) return failure(prefixed(fields.error.text), fields.error.position);
  const pattern = patternOf(key);
  if (pattern === undefined) {
    return failure(`path ${goQuote(withoutLeadingSlash(key))}: invalid use of wildcards ('+*' is forbidden)`);
  }
  const permissions = permissionsOf(key, fields, value.items, version);
  if (permissions instanceof Failure) return permissions;
  return {
    written: key,
    pattern: template === 'templated' ? undefined : pattern,
    permissions,
    source: {
      policy,
      stanza: item.range,
      path: first?.range ?? item.range,
      capabilities: rangeOf(value.items, 'capabilities') ?? rangeOf(value.items, 'policy'),
    },
  };
}
