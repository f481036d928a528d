import { goType, type Item, positionOf, positionOfItems, type Value } from '../../hcl/ast.ts';
import { Failure, failure, failureAt } from '../../hcl/error.ts';
import { filtered } from '../../hcl/items.ts';
import type { Position } from '../../hcl/position.ts';
import { goQuote } from '../../hcl/quote.ts';
import { integerOf, textOf } from '../../hcl/value.ts';
import type { ParameterValue } from './parameters.ts';

/** What the decoder walks: values, and groups of items where the real one makes them of objects (hcl v1: decoder.go). */
export type Node = Value | { readonly kind: 'items'; readonly items: readonly Item[] } | ItemNode;

interface ItemNode {
  readonly kind: 'item';
  readonly item: Item;
}

const typeName = (node: Node): string => goType(node.kind === 'items' || node.kind === 'item' ? node.kind : node);

const place = (node: Node): Position | undefined => {
  if (node.kind === 'items') return positionOfItems(node.items);
  return node.kind === 'item' ? node.item.keys[0]?.position : positionOf(node);
};

/** The values given to a field: labelled blocks together, then each assignment or plain block. */
export function valuesOf(items: readonly Item[], field: string): readonly Node[] {
  const matches = filtered(items, field);
  const labelled = matches.filter((item) => item.keys.length > 0);
  const plain = matches.filter((item) => item.keys.length === 0);
  return [
    ...(labelled.length > 0 ? [{ kind: 'items', items: labelled } as const] : []),
    ...plain.map(({ value }): Node => (value.kind === 'object' ? { kind: 'items', items: value.items } : value)),
  ];
}

/** A string; numbers are taken as their digits. @param name the field's name in Go, for error texts */
export function decodeString(name: string, node: Node): string | Failure {
  if (node.kind === 'literal' && (node.token.type === 'STRING' || node.token.type === 'HEREDOC')) {
    return textOf(node.token);
  }
  if (node.kind === 'literal' && node.token.type === 'NUMBER') return node.token.text;
  return failureAt(place(node), `${name}: unknown type for string ${typeName(node)}`);
}

function elementsOf(node: Node): readonly Node[] | Failure {
  switch (node.kind) {
    case 'items':
      return node.items.map((item) => ({ kind: 'item', item }));
    case 'object':
      return [node];
    case 'list':
      return node.items;
    default:
      return failureAt(place(node), `unknown slice type: ${typeName(node)}`);
  }
}

function decodeEach<T>(name: string, node: Node, decode: (name: string, node: Node) => T | Failure): T[] | Failure {
  const elements = elementsOf(node);
  if (elements instanceof Failure) return elements;
  const decoded: T[] = [];
  for (const [at, element] of elements.entries()) {
    const value = decode(`${name}[${at}]`, element);
    if (value instanceof Failure) return value;
    decoded.push(value);
  }
  return decoded;
}

/** A list of strings. */
export const decodeStrings = (name: string, node: Node): string[] | Failure => decodeEach(name, node, decodeString);

/** A list of anything. */
export const decodeValues = (name: string, node: Node): ParameterValue[] | Failure =>
  decodeEach(name, node, (itemName, item) => decodeAny(itemName, item, true));

/** A value of any type. @param inList objects in lists become maps, elsewhere lists of maps */
export function decodeAny(name: string, node: Node, inList: boolean): ParameterValue | Failure {
  if (node.kind === 'literal') return decodeLiteral(name, node);
  if (node.kind === 'list') return decodeValues(name, node);
  if (node.kind === 'item') return failure(`${name}: cannot decode into interface: ${typeName(node)}`);
  const map = decodeMap(name, node, (itemName, item) => decodeAny(itemName, item, false));
  if (map instanceof Failure || inList) return map;
  return [map];
}

function decodeLiteral(name: string, node: Value & { kind: 'literal' }): ParameterValue | Failure {
  const { token } = node;
  switch (token.type) {
    case 'BOOL':
      return token.text === 'true';
    case 'FLOAT':
      return { number: Number(token.text) };
    case 'NUMBER': {
      const number = integerOf(token.text);
      const problem = /^-?(0[xX])?[0-9a-fA-F]+$/.test(token.text) ? 'value out of range' : 'invalid syntax';
      if (number === undefined) return failure(`strconv.ParseInt: parsing ${goQuote(token.text)}: ${problem}`);
      return { number };
    }
    case 'STRING':
    case 'HEREDOC':
      return textOf(token);
    default:
      return failureAt(place(node), `${name}: cannot decode into interface: ${typeName(node)}`);
  }
}

/**
 * A value for a field of any type that has one already: it must be of the first one's type (lists add up).
 * Only a release that lets keys repeat gets here.
 */
export function decodeAgain(name: string, before: ParameterValue, node: Node): ParameterValue | Failure {
  if (typeof before === 'string') return decodeString(name, node);
  if (Array.isArray(before)) {
    const more = decodeValues(name, node);
    return more instanceof Failure ? more : [...before, ...more];
  }
  const fits = node.kind === 'literal' && (typeof before === 'boolean' ? BOOLEAN : NUMERIC).includes(node.token.type);
  const value = fits && node.token.type !== 'STRING' ? decodeLiteral(name, node) : undefined;
  if (value !== undefined) return value;
  const text = fits ? textOf(node.token) : undefined;
  const number = text === undefined ? undefined : integerOf(text);
  if (number !== undefined) return { number };
  if (text !== undefined) return failure(`strconv.ParseInt: parsing ${goQuote(text)}: invalid syntax`);
  return failureAt(place(node), `${name}: unknown type ${typeName(node)}`);
}

const BOOLEAN: readonly string[] = ['BOOL'];
const NUMERIC: readonly string[] = ['NUMBER', 'FLOAT', 'STRING'];

/** An object as a map, its keys in the order of the text. Repeated keys append where the values are lists. */
export function decodeMap<T>(
  name: string,
  node: Node,
  decode: (name: string, node: Node) => T | Failure,
): Map<string, T> | Failure {
  if (node.kind === 'literal' || node.kind === 'list') {
    return failureAt(place(node), `${name}: not an object type for map (${typeName(node)})`);
  }
  const items = node.kind === 'item' ? [node.item] : node.items;
  const map = new Map<string, T>();
  const done = new Set<string>();
  for (const item of items) {
    const first = item.keys[0];
    if (first === undefined) return failureAt(place(node), `${name}: map must have string keys`);
    const key = textOf(first);
    if (done.has(key)) continue;
    const labelled = item.keys.length > 1;
    if (labelled) done.add(key);
    const value = decode(`${name}.${key}`, labelled ? { kind: 'items', items: filtered(items, key) } : item.value);
    if (value instanceof Failure) return value;
    const before = map.get(key);
    map.set(key, Array.isArray(before) && Array.isArray(value) ? ([...before, ...value] as T) : value);
  }
  return map;
}

/** Names of an object's keys that are none of `known`, as Vault words it (vault: sdk/helper/hclutil). */
export const unknownKeys = (items: readonly Item[], known: readonly string[]): readonly string[] =>
  items
    .filter((item) => !known.includes(textOf(item.keys[0]!)))
    .map((item) => `invalid key ${goQuote(textOf(item.keys[0]!))} on line ${item.assign?.line ?? 0}`);
