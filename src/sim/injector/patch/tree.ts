import type { Json } from '../../go/json-write.ts';
import { Sourced } from '../agent/sourced.ts';

/** One place of a value, and what put it there. */
export interface Cause {
  /** JSON pointer into the operation's value; empty: the whole of it. */
  readonly at: string;
  /** JSON pointer into the Agent configuration that stands, encoded, at that place. */
  readonly config?: string;
  /** Keys of annotations, or environment variables of the injector. */
  readonly from: readonly string[];
}

/** A text that holds a document of its own, with the causes inside it. */
export class Encoded {
  readonly text: string;
  readonly causes: readonly Cause[];

  constructor(text: string, causes: readonly Cause[]) {
    this.text = text;
    this.causes = causes;
  }
}

/** JSON with sources in it; undefined members are left out. */
export type Tree = Json | undefined | Sourced<Json> | Encoded | readonly Tree[] | { readonly [key: string]: Tree };

/** A JSON pointer's escape of one name. */
export const pointerPart = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');

const resolveInto = (tree: Tree, at: string, causes: Cause[]): Json => {
  if (tree instanceof Sourced) {
    if (tree.from.length > 0) causes.push({ at, from: tree.from });
    return tree.value;
  }
  if (tree instanceof Encoded) {
    for (const { at: config, from } of tree.causes) causes.push({ at, config, from });
    return tree.text;
  }
  if (tree === null || tree === undefined || typeof tree !== 'object') return tree ?? null;
  if (Array.isArray(tree)) return tree.map((part, i) => resolveInto(part, `${at}/${i}`, causes));
  return Object.fromEntries(
    Object.entries(tree as { readonly [key: string]: Tree })
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, resolveInto(part, `${at}/${pointerPart(key)}`, causes)]),
  );
};

/** The plain value of a tree, and which source stands where in it. */
export const resolve = (tree: Tree): { readonly value: Json; readonly causes: readonly Cause[] } => {
  const causes: Cause[] = [];
  return { value: resolveInto(tree, '', causes), causes };
};
