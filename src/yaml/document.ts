import { keyName, type YamlNode } from './node.ts';
import type { Locate, Place, Span } from './place.ts';

/** Where something stands in a value: keys of maps and indexes of lists. */
export type Path = readonly PropertyKey[];

/** One document of a YAML text. */
export interface YamlDocument {
  readonly value: unknown;
  /** Null for an empty document. */
  readonly root: YamlNode | null;
  /** The node at a path, or null when there is none. */
  node(path: Path): YamlNode | null;
  /** The place of the value at a path; of the nearest value around it when the path does not exist. */
  place(path: Path): Place;
  /** The place of the key that leads to a value, where there is one; otherwise of the value. */
  keyPlace(path: Path): Place;
  /** From the first to the last character of the value at a path. */
  span(path: Path): Span;
}

const step = (node: YamlNode, key: PropertyKey): { readonly node: YamlNode; readonly keyStart: number } | null => {
  if (node.kind === 'list') {
    const item = typeof key === 'symbol' ? undefined : node.items[Number(key)];
    return item === undefined ? null : { node: item, keyStart: item.start };
  }
  if (node.kind === 'scalar') return null;
  for (let i = node.entries.length - 1; i >= 0; i--) {
    const entry = node.entries[i]!;
    if (keyName(entry.key) === String(key)) return { node: entry.value, keyStart: entry.key.start };
  }
  return null;
};

/** @param start offset to name for an empty document */
export const documentOf = (root: YamlNode | null, locate: Locate, start: number): YamlDocument => {
  const walk = (path: Path): { node: YamlNode | null; keyStart: number; complete: boolean } => {
    let node = root;
    let keyStart = root?.start ?? start;
    for (const key of path) {
      const next = node === null ? null : step(node, key);
      if (next === null) return { node, keyStart, complete: false };
      node = next.node;
      keyStart = next.keyStart;
    }
    return { node, keyStart, complete: true };
  };
  return {
    value: root?.value ?? null,
    root,
    node: (path) => {
      const found = walk(path);
      return found.complete ? found.node : null;
    },
    place: (path) => locate(walk(path).node?.start ?? start),
    keyPlace: (path) => locate(walk(path).keyStart),
    span: (path) => {
      const { node } = walk(path);
      return { start: locate(node?.start ?? start), end: locate(node?.end ?? start) };
    },
  };
};
