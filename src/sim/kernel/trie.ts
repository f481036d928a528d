/**
 * A map from text to values that is never changed in place: setting and removing copy the path from the root (a few
 * small nodes) and share the rest. So a whole world can be kept as a checkpoint for the price of a pointer.
 * A hash array mapped trie (Bagwell, "Ideal Hash Trees", 2001) with 5 bits a level.
 */
interface Leaf<T> {
  readonly kind: 'leaf';
  readonly hash: number;
  readonly key: string;
  readonly value: T;
}

/** Several keys with the same 32-bit hash. */
interface Clash<T> {
  readonly kind: 'clash';
  readonly hash: number;
  readonly leaves: readonly Leaf<T>[];
}

interface Branch<T> {
  readonly kind: 'branch';
  /** Which of the 32 places are taken. */
  readonly bits: number;
  readonly nodes: readonly Trie<T>[];
}

export type Trie<T> = Leaf<T> | Clash<T> | Branch<T> | null;

/** FNV-1a over UTF-16 code units. */
const hashOf = (key: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) h = Math.imul(h ^ key.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

const countBits = (n: number): number => {
  let v = n - ((n >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};

const bitAt = (hash: number, shift: number): number => 1 << ((hash >>> shift) & 31);
const indexOf = (bits: number, bit: number): number => countBits(bits & (bit - 1));

/** The value of a key, or `undefined`. */
export const find = <T>(trie: Trie<T>, key: string): T | undefined => {
  const hash = hashOf(key);
  let node = trie;
  for (let shift = 0; node !== null; shift += 5) {
    if (node.kind === 'leaf') return node.key === key ? node.value : undefined;
    if (node.kind === 'clash') return node.leaves.find((l) => l.key === key)?.value;
    const bit = bitAt(hash, shift);
    if (!(node.bits & bit)) return undefined;
    node = node.nodes[indexOf(node.bits, bit)] ?? null;
  }
  return undefined;
};

const fork = <T>(a: Leaf<T> | Clash<T>, b: Leaf<T>, shift: number): Trie<T> => {
  if (a.hash === b.hash) return { kind: 'clash', hash: b.hash, leaves: a.kind === 'leaf' ? [a, b] : [...a.leaves, b] };
  const bitA = bitAt(a.hash, shift);
  const bitB = bitAt(b.hash, shift);
  if (bitA === bitB) return { kind: 'branch', bits: bitA, nodes: [fork(a, b, shift + 5)] };
  const first = ((a.hash >>> shift) & 31) < ((b.hash >>> shift) & 31);
  return { kind: 'branch', bits: bitA | bitB, nodes: first ? [a, b] : [b, a] };
};

const insert = <T>(node: Trie<T>, leaf: Leaf<T>, shift: number): Trie<T> => {
  if (node === null) return leaf;
  if (node.kind === 'leaf') return node.key === leaf.key ? leaf : fork(node, leaf, shift);
  if (node.kind === 'clash') {
    if (node.hash !== leaf.hash) return fork(node, leaf, shift);
    return { ...node, leaves: [...node.leaves.filter((l) => l.key !== leaf.key), leaf] };
  }
  const bit = bitAt(leaf.hash, shift);
  const at = indexOf(node.bits, bit);
  const nodes = node.nodes.slice();
  if (node.bits & bit) nodes[at] = insert(nodes[at] ?? null, leaf, shift + 5);
  else nodes.splice(at, 0, leaf);
  return { kind: 'branch', bits: node.bits | bit, nodes };
};

/** The map with one more, or another, value. */
export const put = <T>(trie: Trie<T>, key: string, value: T): Trie<T> =>
  insert(trie, { kind: 'leaf', hash: hashOf(key), key, value }, 0);

const without = <T>(node: Trie<T>, key: string, hash: number, shift: number): Trie<T> => {
  if (node === null) return null;
  if (node.kind === 'leaf') return node.key === key ? null : node;
  if (node.kind === 'clash') {
    const leaves = node.leaves.filter((l) => l.key !== key);
    return leaves.length === 1 ? (leaves[0] ?? null) : { ...node, leaves };
  }
  const bit = bitAt(hash, shift);
  if (!(node.bits & bit)) return node;
  const at = indexOf(node.bits, bit);
  const child = without(node.nodes[at] ?? null, key, hash, shift + 5);
  const nodes = node.nodes.slice();
  if (child !== null) nodes[at] = child;
  else nodes.splice(at, 1);
  const only = nodes.length === 1 ? nodes[0] : undefined;
  if (nodes.length === 0) return null;
  if (only && only.kind !== 'branch') return only;
  return { kind: 'branch', bits: child === null ? node.bits & ~bit : node.bits, nodes };
};

/** The map without a key. */
export const drop = <T>(trie: Trie<T>, key: string): Trie<T> => without(trie, key, hashOf(key), 0);

/** All keys and values, sorted by key, so that the order never depends on history. */
export const entries = <T>(trie: Trie<T>): [string, T][] => {
  const out: [string, T][] = [];
  const walk = (node: Trie<T>): void => {
    if (node === null) return;
    if (node.kind === 'leaf') out.push([node.key, node.value]);
    else for (const child of node.kind === 'clash' ? node.leaves : node.nodes) walk(child);
  };
  walk(trie);
  return out.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
};
