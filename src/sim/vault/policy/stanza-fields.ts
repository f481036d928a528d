import type { Item } from '../../hcl/ast.ts';
import { Failure } from '../../hcl/error.ts';
import {
  decodeAgain,
  decodeAny,
  decodeMap,
  decodeString,
  decodeStrings,
  decodeValues,
  type Node,
  valuesOf,
} from './decode.ts';
import type { ParameterValue } from './parameters.ts';

/** The decoded keys of a stanza, before they mean anything. Undefined: the key is absent. */
export interface Fields {
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

const ttl = (bound: 'min' | 'max', before: ParameterValue | undefined, node: Node): ParameterValue | Failure => {
  const name = `root.${bound}_wrapping_ttl`;
  return before === undefined ? decodeAny(name, node, false) : decodeAgain(name, before, node);
};

/** In the order of the fields of Vault's PathRules, which decides the error that is reported. Repeated keys add up. */
export function decodeFields(items: readonly Item[]): Fields | Failure {
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
      (node) => keep(ttl('min', fields.minWrappingTtl, node), (value) => (fields.minWrappingTtl = value)),
    ],
    [
      'max_wrapping_ttl',
      (node) => keep(ttl('max', fields.maxWrappingTtl, node), (value) => (fields.maxWrappingTtl = value)),
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
