/**
 * A large table that is never changed in place: setting and removing copy a few small nodes and share the rest, so every
 * moment of a world can be kept. Each node knows the earliest moment at which something below it is due, so asking
 * "what ends next?" costs nothing and collecting what has ended touches nothing else.
 */

/** Up to LEAF values by key. */
interface Leaf<T> {
  readonly values: Readonly<Record<string, T>>;
  readonly size: number;
  readonly due: number;
}

/** Sixteen children by four bits of the key's hash. */
interface Branch<T> {
  readonly nodes: readonly (Node<T> | null)[];
  readonly size: number;
  readonly due: number;
}

type Node<T> = Leaf<T> | Branch<T>;
export type Table<T> = Node<T> | null;

/** Later than anything: the value has no end. */
export const NEVER = Number.MAX_SAFE_INTEGER;

const LEAF = 12;
const MAX_SHIFT = 28;

const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
};

const isLeaf = <T>(node: Node<T>): node is Leaf<T> => 'values' in node;

const slotOf = (hash: number, shift: number): number => (hash >>> shift) & 15;

const dueOf = (value: unknown): number => (value as { readonly due?: number }).due ?? NEVER;

const leafOf = <T>(values: Readonly<Record<string, T>>): Leaf<T> | null => {
  let size = 0;
  let due = NEVER;
  for (const key in values) {
    size++;
    due = Math.min(due, dueOf(values[key]));
  }
  return size === 0 ? null : { values, size, due };
};

const branchOf = <T>(nodes: readonly (Node<T> | null)[]): Branch<T> | null => {
  let size = 0;
  let due = NEVER;
  for (const node of nodes) {
    if (node === null) continue;
    size += node.size;
    if (node.due < due) due = node.due;
  }
  return size === 0 ? null : { nodes, size, due };
};

const split = <T>(values: Readonly<Record<string, T>>, shift: number): Node<T> | null => {
  const parts: Record<string, T>[] = [];
  for (const key in values) {
    const slot = slotOf(hashOf(key), shift);
    const part = parts[slot] ?? {};
    part[key] = values[key] as T;
    parts[slot] = part;
  }
  return branchOf(Array.from({ length: 16 }, (_, slot) => (parts[slot] ? leafOf(parts[slot]) : null)));
};

const change = <T>(
  node: Node<T> | null,
  key: string,
  hash: number,
  shift: number,
  value: T | undefined,
): Node<T> | null => {
  if (node === null) return value === undefined ? null : leafOf({ [key]: value });
  if (isLeaf(node)) {
    const { [key]: _, ...rest } = node.values;
    if (value === undefined) return leafOf(rest as Record<string, T>);
    const values = { ...node.values, [key]: value };
    return node.size >= LEAF && shift <= MAX_SHIFT && !Object.hasOwn(node.values, key)
      ? split(values, shift)
      : leafOf(values);
  }
  const slot = slotOf(hash, shift);
  const nodes = node.nodes.slice();
  nodes[slot] = change(nodes[slot] ?? null, key, hash, shift + 4, value);
  return branchOf(nodes);
};

/** @param table `null`: empty */
export const find = <T>(table: Table<T>, key: string): T | undefined => {
  let node = table;
  for (let shift = 0; node !== null; shift += 4) {
    if (isLeaf(node)) return Object.hasOwn(node.values, key) ? node.values[key] : undefined;
    node = node.nodes[slotOf(hashOf(key), shift)] ?? null;
  }
  return undefined;
};

/** The table with one value more, or another one. A value's property `due` (Unix ms) is its end. */
export const put = <T>(table: Table<T>, key: string, value: T): Table<T> => change(table, key, hashOf(key), 0, value);

/** The table without a key. */
export const drop = <T>(table: Table<T>, key: string): Table<T> =>
  find(table, key) === undefined ? table : change(table, key, hashOf(key), 0, undefined);

/** All keys and values, in an order that depends on the keys alone. */
export function* entries<T>(table: Table<T>): IterableIterator<[string, T]> {
  if (table === null) return;
  if (isLeaf(table)) yield* Object.entries(table.values);
  else for (const node of table.nodes) yield* entries(node);
}

export const sizeOf = <T>(table: Table<T>): number => table?.size ?? 0;

/** The earliest end of all values; NEVER if none ends. */
export const nextDue = <T>(table: Table<T>): number => table?.due ?? NEVER;

/** Keys of everything that has ended. @param now Unix milliseconds */
export function* dueKeys<T>(table: Table<T>, now: number): IterableIterator<string> {
  if (table === null || table.due > now) return;
  if (isLeaf(table)) {
    for (const [key, value] of Object.entries(table.values)) if (dueOf(value) <= now) yield key;
  } else for (const node of table.nodes) yield* dueKeys(node, now);
}
