import { quote } from '../strconv/quote.ts';
import type { Node, PipeNode } from './nodes.ts';

const showPipe = (pipe: PipeNode): string => {
  const decl = pipe.decl.map((v) => show(v)).join(', ');
  const commands = pipe.commands.map((command) => show(command)).join(' | ');
  return pipe.decl.length === 0 ? commands : `${decl}${pipe.assign ? ' = ' : ' := '}${commands}`;
};

const branch = (keyword: string, pipe: PipeNode, list: Node, otherwise: Node | null): string =>
  `{{${keyword} ${showPipe(pipe)}}}${show(list)}${otherwise ? `{{else}}${show(otherwise)}` : ''}{{end}}`;

/** A node as Go writes it back: what `at <…>` in an error text shows. Byte string. */
export const show = (node: Node): string => {
  switch (node.type) {
    case 'list':
      return node.nodes.map(show).join('');
    case 'text':
      return node.text;
    case 'action':
      return `{{${showPipe(node.pipe)}}}`;
    case 'pipe':
      return showPipe(node);
    case 'command':
      return node.args.map((arg) => (arg.type === 'pipe' ? `(${showPipe(arg)})` : show(arg))).join(' ');
    case 'identifier':
      return node.name;
    case 'variable':
      return node.ident.join('.');
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'field':
      return node.ident.map((name) => `.${name}`).join('');
    case 'chain':
      return (
        (node.node.type === 'pipe' ? `(${showPipe(node.node)})` : show(node.node)) +
        node.fields.map((name) => `.${name}`).join('')
      );
    case 'bool':
      return String(node.value);
    case 'number':
      return node.text;
    case 'string':
      return node.quoted;
    case 'if':
    case 'with':
    case 'range':
      return branch(node.type, node.pipe, node.list, node.otherwise);
    case 'template':
      return `{{template ${quote(node.name)}${node.pipe ? ` ${showPipe(node.pipe)}` : ''}}}`;
    case 'break':
    case 'continue':
      return `{{${node.type}}}`;
  }
};
