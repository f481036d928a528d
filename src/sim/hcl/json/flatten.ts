import type { Block, Item, Value } from '../ast.ts';

/** The objects an item's value breaks into, each with the keys it adds; undefined when it stays as it is. */
function pieces(value: Value): readonly Item[] | undefined {
  if (value.kind === 'object') {
    const all = value.items.length > 0 && value.items.every((item) => item.value.kind === 'object');
    return all ? value.items : undefined;
  }
  if (value.kind === 'list') {
    const blocks = value.items.filter((item): item is Block => item.kind === 'object');
    if (blocks.length === 0 || blocks.length !== value.items.length) return undefined;
    return blocks.map((block) => ({ keys: [], assign: undefined, value: block, range: block.range }));
  }
  return undefined;
}

const nested = (value: Value): Value => {
  if (value.kind === 'object') return { ...value, items: flatten(value.items) };
  return value.kind === 'list' ? { ...value, items: value.items.map(nested) } : value;
};

/**
 * JSON's nested objects as HCL's labelled blocks: `{"path": {"a": {…}}}` becomes `path "a" {…}`. Objects whose members are
 * all objects are taken apart, and so are lists of objects (hcl v1: json/parser/flatten.go).
 */
export function flatten(items: readonly Item[]): readonly Item[] {
  const flat: Item[] = [];
  const waiting = [...items].reverse();
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const parts = pieces(item.value);
    if (parts === undefined) {
      flat.push({ ...item, value: nested(item.value) });
      continue;
    }
    for (const part of [...parts].reverse()) {
      waiting.push({ ...item, keys: [...item.keys, ...part.keys], value: part.value });
    }
  }
  return flat;
}
