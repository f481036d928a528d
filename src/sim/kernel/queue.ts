import type { Time } from './time.ts';

/** Something that will be delivered to an actor. */
export interface Pending {
  readonly due: Time;
  /** Order of creation; ties in time are delivered in this order. */
  readonly seq: number;
  readonly to: string;
  readonly event: { readonly type: string };
  /** Index of the history entry that led to it, or -1. */
  readonly cause: number;
  /** Name under which the receiver can cancel it. */
  readonly timer?: string;
}

interface Node {
  readonly item: Pending;
  readonly rank: number;
  readonly left: Heap;
  readonly right: Heap;
}

/**
 * A leftist heap that is never changed in place: adding and removing make O(log n) new nodes and share the rest, so
 * that keeping an old queue for a checkpoint costs nothing.
 */
export type Heap = Node | null;

const before = (a: Pending, b: Pending): boolean => a.due < b.due || (a.due === b.due && a.seq < b.seq);

const join = (item: Pending, a: Heap, b: Heap): Node => {
  const ra = a === null ? 0 : a.rank;
  const rb = b === null ? 0 : b.rank;
  return ra >= rb ? { item, rank: rb + 1, left: a, right: b } : { item, rank: ra + 1, left: b, right: a };
};

const merge = (a: Heap, b: Heap): Heap => {
  if (a === null) return b;
  if (b === null) return a;
  return before(a.item, b.item) ? join(a.item, a.left, merge(a.right, b)) : join(b.item, b.left, merge(a, b.right));
};

/** The queue with one more item. */
export const push = (heap: Heap, item: Pending): Heap => merge(heap, { item, rank: 1, left: null, right: null });

/** The queue without its first item. */
export const pop = (heap: Heap): Heap => (heap === null ? null : merge(heap.left, heap.right));

/** All items, first to last. */
export const items = (heap: Heap): Pending[] => {
  const out: Pending[] = [];
  const stack: Node[] = heap === null ? [] : [heap];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    out.push(node.item);
    if (node.left !== null) stack.push(node.left);
    if (node.right !== null) stack.push(node.right);
  }
  return out.sort((a, b) => a.due - b.due || a.seq - b.seq);
};
