/**
 * A large table that is never changed in place: setting and removing copy a few small nodes and share the rest, so every
 * moment of a world can be kept. Each node knows the earliest moment at which something below it is due, so asking
 * "what ends next?" costs nothing and collecting what has ended touches nothing else.
 */

/** Up to LEAF values by key. Two lists, since an object with names nobody else has is dear to a JavaScript engine. */
interface Leaf<T> {
  readonly keys: readonly string[];
  readonly values: readonly T[];
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

const isLeaf = <T>(node: Node<T>): node is Leaf<T> => 'keys' in node;

const slotOf = (hash: number, shift: number): number => (hash >>> shift) & 15;

const dueOf = (value: unknown): number => (value as { readonly due?: number }).due ?? NEVER;

const leafOf = <T>(keys: readonly string[], values: readonly T[]): Leaf<T> | null => {
  if (keys.length === 0) return null;
  let due = NEVER;
  for (const value of values) due = Math.min(due, dueOf(value));
  return { keys, values, due };
};

const countOf = <T>(node: Node<T>): number => (isLeaf(node) ? node.keys.length : node.size);

const branchOf = <T>(nodes: readonly (Node<T> | null)[]): Branch<T> | null => {
  let size = 0;
  let due = NEVER;
  for (const node of nodes) {
    if (node === null) continue;
    size += countOf(node);
    if (node.due < due) due = node.due;
  }
  return size === 0 ? null : { nodes, size, due };
};

const split = <T>(keys: readonly string[], values: readonly T[], shift: number): Node<T> | null => {
  const slots = keys.map((key) => slotOf(hashOf(key), shift));
  return branchOf(
    Array.from({ length: 16 }, (_, slot) =>
      leafOf(
        keys.filter((_key, i) => slots[i] === slot),
        values.filter((_value, i) => slots[i] === slot),
      ),
    ),
  );
};

const changeLeaf = <T>(leaf: Leaf<T>, key: string, shift: number, value: T | undefined): Node<T> | null => {
  const at = leaf.keys.indexOf(key);
  if (value === undefined) {
    if (at < 0) return leaf;
    return leafOf(leaf.keys.toSpliced(at, 1), leaf.values.toSpliced(at, 1));
  }
  if (at >= 0) return leafOf(leaf.keys, leaf.values.with(at, value));
  const keys = [...leaf.keys, key];
  const values = [...leaf.values, value];
  return keys.length > LEAF && shift <= MAX_SHIFT ? split(keys, values, shift) : leafOf(keys, values);
};

const change = <T>(
  node: Node<T> | null,
  key: string,
  hash: number,
  shift: number,
  value: T | undefined,
): Node<T> | null => {
  if (node === null) return value === undefined ? null : leafOf([key], [value]);
  if (isLeaf(node)) return changeLeaf(node, key, shift, value);
  const slot = slotOf(hash, shift);
  const nodes = node.nodes.slice();
  nodes[slot] = change(nodes[slot] ?? null, key, hash, shift + 4, value);
  return branchOf(nodes);
};

/** @param table `null`: empty */
export const find = <T>(table: Table<T>, key: string): T | undefined => {
  let node = table;
  for (let shift = 0; node !== null; shift += 4) {
    if (isLeaf(node)) return node.values[node.keys.indexOf(key)];
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
  if (isLeaf(table)) {
    for (const [i, key] of table.keys.entries()) yield [key, table.values[i] as T];
  } else for (const node of table.nodes) yield* entries(node);
}

export const sizeOf = <T>(table: Table<T>): number => (table === null ? 0 : countOf(table));

/** The earliest end of all values; NEVER if none ends. */
export const nextDue = <T>(table: Table<T>): number => table?.due ?? NEVER;

/** Keys of everything that has ended. @param now Unix milliseconds */
export function* dueKeys<T>(table: Table<T>, now: number): IterableIterator<string> {
  if (table === null || table.due > now) return;
  if (isLeaf(table)) {
    for (const [i, key] of table.keys.entries()) if (dueOf(table.values[i]) <= now) yield key;
  } else for (const node of table.nodes) yield* dueKeys(node, now);
}
