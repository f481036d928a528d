import { goType, type Item } from '../../hcl/ast.ts';
import { Failure, failure } from '../../hcl/error.ts';
import { goQuote, type Range } from '../../hcl/index.ts';
import { filtered } from '../../hcl/items.ts';
import { textOf } from '../../hcl/value.ts';
import { parseVaultDuration } from '../framework/duration.ts';
import { multiError } from '../framework/errors.ts';
import { bitOf, isCapability, OLD_POLICIES } from './capability.ts';
import { checkControlGroup } from './control-group.ts';
import {
  decodeAny,
  decodeMap,
  decodeString,
  decodeStrings,
  decodeValues,
  type Node,
  unknownKeys,
  valuesOf,
} from './decode.ts';
import type { Parameters, ParameterValue } from './parameters.ts';
import { patternOf, withoutLeadingSlash } from './path-pattern.ts';
import type { Permissions, Stanza } from './rule.ts';
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

/** The decoded keys of a stanza, before they mean anything. Undefined: the key is absent. */
interface Fields {
  policy: string;
  capabilities: string[];
  minWrappingTtl: ParameterValue | undefined;
  maxWrappingTtl: ParameterValue | undefined;
  allowed: Map<string, ParameterValue[]> | undefined;
  denied: Map<string, ParameterValue[]> | undefined;
  required: string[];
}

const lists = (name: string, node: Node): Map<string, ParameterValue[]> | Failure =>
  decodeMap(name, node, decodeValues);

function mergeLists(
  before: Map<string, ParameterValue[]> | undefined,
  more: Map<string, ParameterValue[]>,
): Map<string, ParameterValue[]> {
  const merged = new Map(before);
  for (const [key, values] of more) merged.set(key, [...(merged.get(key) ?? []), ...values]);
  return merged;
}

/** In the order of the fields of Vault's PathRules, which decides the error that is reported. Repeated keys add up. */
function decodeFields(items: readonly Item[]): Fields | Failure {
  const fields: Fields = {
    policy: '',
    capabilities: [],
    minWrappingTtl: undefined,
    maxWrappingTtl: undefined,
    allowed: undefined,
    denied: undefined,
    required: [],
  };
  const strings = (name: string, into: string[]) => (node: Node) => {
    const values = decodeStrings(`root.${name}`, node);
    if (values instanceof Failure) return values;
    into.push(...values);
    return undefined;
  };
  const steps: readonly (readonly [field: string, decode: (node: Node) => Failure | undefined])[] = [
    ['policy', (node) => keep(decodeString('root.Policy', node), (value) => (fields.policy = value))],
    ['capabilities', strings('Capabilities', fields.capabilities)],
    [
      'min_wrapping_ttl',
      (node) => keep(decodeAny('root.min_wrapping_ttl', node, false), (value) => (fields.minWrappingTtl = value)),
    ],
    [
      'max_wrapping_ttl',
      (node) => keep(decodeAny('root.max_wrapping_ttl', node, false), (value) => (fields.maxWrappingTtl = value)),
    ],
    [
      'allowed_parameters',
      (node) =>
        keep(lists('root.allowed_parameters', node), (value) => (fields.allowed = mergeLists(fields.allowed, value))),
    ],
    [
      'denied_parameters',
      (node) =>
        keep(lists('root.denied_parameters', node), (value) => (fields.denied = mergeLists(fields.denied, value))),
    ],
    ['required_parameters', strings('required_parameters', fields.required)],
    ['mfa_methods', strings('mfa_methods', [])],
    ['subscribe_event_types', strings('subscribe_event_types', [])],
  ];
  for (const [field, decode] of steps) {
    for (const node of valuesOf(items, field)) {
      const problem = decode(node);
      if (problem !== undefined) return problem;
    }
  }
  return fields;
}

function keep<T>(value: T | Failure, use: (value: T) => void): Failure | undefined {
  if (value instanceof Failure) return value;
  use(value);
  return undefined;
}

const lowerCased = (lists: Map<string, ParameterValue[]> | undefined): Parameters | undefined =>
  lists && new Map([...lists].map(([key, values]) => [key.toLowerCase(), values]));

/** Seconds of a wrapping TTL; floats lose their fraction. */
function seconds(key: string, value: ParameterValue | undefined): number | Failure {
  if (value === undefined) return 0;
  const plain = typeof value === 'object' && 'number' in value ? Math.trunc(value.number) : value;
  const parsed = parseVaultDuration(plain);
  return parsed.error === undefined ? parsed.seconds : failure(`error parsing ${key}: ${parsed.error}`);
}

/** The set of capabilities, or the name that is none. `deny` ends the list and stands alone. */
function capabilitiesOf(names: readonly string[]): number | { readonly unknown: string } {
  let bits = 0;
  for (const name of names) {
    if (name === 'deny') return bitOf('deny');
    if (!isCapability(name)) return { unknown: name };
    bits |= bitOf(name);
  }
  return bits;
}

function permissionsOf(key: string, fields: Fields, items: readonly Item[]): Permissions | Failure {
  let names: readonly string[] = fields.capabilities;
  if (fields.policy !== '') {
    const old = Object.hasOwn(OLD_POLICIES, fields.policy) ? OLD_POLICIES[fields.policy] : undefined;
    if (old === undefined) return failure(`path ${goQuote(key)}: invalid policy ${goQuote(fields.policy)}`);
    names = fields.policy === 'deny' ? old : [...names, ...old];
  }
  const capabilities = capabilitiesOf(names);
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
export function parseStanza(policy: string, item: Item): Stanza | Failure {
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
  const permissions = permissionsOf(key, fields, value.items);
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
