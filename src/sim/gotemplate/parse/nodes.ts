/** The tree of a template. `pos` and `end` are byte offsets into the source; see `../position.ts`. */

interface Span {
  pos: number;
  end: number;
}

export interface ListNode extends Span {
  type: 'list';
  nodes: Node[];
}
export interface TextNode extends Span {
  type: 'text';
  /** Byte string. */
  text: string;
}
export interface ActionNode extends Span {
  type: 'action';
  pipe: PipeNode;
}
export interface PipeNode extends Span {
  type: 'pipe';
  /** `$x =` rather than `$x :=`. */
  assign: boolean;
  decl: VariableNode[];
  commands: CommandNode[];
}
export interface CommandNode extends Span {
  type: 'command';
  args: Operand[];
}
export interface IdentifierNode extends Span {
  type: 'identifier';
  name: string;
}
export interface VariableNode extends Span {
  type: 'variable';
  /** `$x.a.b` is `['$x', 'a', 'b']`. */
  ident: string[];
}
export interface DotNode extends Span {
  type: 'dot';
}
export interface NilNode extends Span {
  type: 'nil';
}
export interface FieldNode extends Span {
  type: 'field';
  ident: string[];
}
export interface ChainNode extends Span {
  type: 'chain';
  node: Operand;
  fields: string[];
}
export interface BoolNode extends Span {
  type: 'bool';
  value: boolean;
}
export interface NumberNode extends Span {
  type: 'number';
  text: string;
  /** What the constant can be; null where it cannot. */
  int: bigint | null;
  uint: bigint | null;
  float: number | null;
  complex: readonly [number, number] | null;
}
export interface StringNode extends Span {
  type: 'string';
  /** As written, with quotes. */
  quoted: string;
  /** Byte string. */
  text: string;
}
export interface BranchNode extends Span {
  type: 'if' | 'with' | 'range';
  pipe: PipeNode;
  list: ListNode;
  otherwise: ListNode | null;
}
export interface TemplateNode extends Span {
  type: 'template';
  name: string;
  pipe: PipeNode | null;
}
export interface JumpNode extends Span {
  type: 'break' | 'continue';
}

export type Operand =
  | IdentifierNode
  | VariableNode
  | DotNode
  | NilNode
  | FieldNode
  | ChainNode
  | BoolNode
  | NumberNode
  | StringNode
  | PipeNode;
export type Node = Operand | ListNode | TextNode | ActionNode | CommandNode | BranchNode | TemplateNode | JumpNode;
