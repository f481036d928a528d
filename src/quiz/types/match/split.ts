import type { Inline, Rich } from '../../rich/types.ts';

const ARROW = /(?:^|\s)=>\s*/;

const withoutEdges = (inlines: readonly Inline[]): readonly Inline[] =>
  inlines
    .map((node, i) => {
      if (node.type !== 'text') return node;
      let value = node.value;
      if (i === 0) value = value.trimStart();
      if (i === inlines.length - 1) value = value.trimEnd();
      return { ...node, value };
    })
    .filter((node) => node.type !== 'text' || node.value !== '');

const paragraph = (inlines: readonly Inline[]): Rich => {
  const children = withoutEdges(inlines);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
};

/** Both sides of `left => right`, each with its formatting; null when there is no arrow. An empty left side is a spare. */
export const splitPair = (text: Rich): { readonly left: Rich; readonly right: Rich } | null => {
  const first = text[0];
  if (first?.type !== 'paragraph') return null;
  const at = first.children.findIndex((node) => node.type === 'text' && ARROW.test(node.value));
  const arrow = first.children[at];
  if (arrow?.type !== 'text') return null;
  const match = ARROW.exec(arrow.value)!;
  return {
    left: paragraph([...first.children.slice(0, at), { ...arrow, value: arrow.value.slice(0, match.index) }]),
    right: paragraph([
      { ...arrow, value: arrow.value.slice(match.index + match[0].length) },
      ...first.children.slice(at + 1),
    ]),
  };
};
