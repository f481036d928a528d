import type { Node } from './nodes.ts';

const childrenOf = (node: Node): readonly (Node | null)[] => {
  switch (node.type) {
    case 'list':
      return node.nodes;
    case 'action':
      return [node.pipe];
    case 'pipe':
      return [...node.decl, ...node.commands];
    case 'command':
      return node.args;
    case 'chain':
      return [node.node];
    case 'if':
    case 'with':
    case 'range':
      return [node.pipe, node.list, node.otherwise];
    case 'template':
      return [node.pipe];
    default:
      return [];
  }
};

/** Calls `see` for a node and all below it, in source order, with the nodes above it (outermost first). */
export const visit = (
  node: Node,
  see: (node: Node, above: readonly Node[]) => void,
  above: readonly Node[] = [],
): void => {
  see(node, above);
  for (const child of childrenOf(node)) if (child) visit(child, see, [...above, node]);
};
