import type { Block, CodeBlock, Inline, Rich } from './types.ts';

/** How a gap reads in plain text; `name` is the gap's id. */
export type GapText = (name: string) => string;

const BLANK: GapText = () => '____';

/** Formatted inline text as plain text; images give their alternative. */
export const inlineText = (inlines: readonly Inline[], gap: GapText = BLANK): string =>
  inlines
    .map((node) => {
      switch (node.type) {
        case 'text':
        case 'code':
          return node.value;
        case 'image':
          return node.alt;
        case 'break':
          return '\n';
        case 'gap':
          return gap(node.gap);
        default:
          return inlineText(node.children, gap);
      }
    })
    .join('');

/** A code block's text. */
export const codeText = (block: CodeBlock, gap: GapText = BLANK): string =>
  block.parts.map((part) => (typeof part === 'string' ? part : gap(part.gap))).join('');

const blockText = (block: Block, gap: GapText): string => {
  switch (block.type) {
    case 'paragraph':
      return inlineText(block.children, gap).replace(/\s*\n\s*/g, ' ');
    case 'code':
      return codeText(block, gap);
    case 'list':
      return block.items
        .map((item, i) => `${block.ordered ? `${i + 1}.` : '-'} ${richText(item, gap).replaceAll('\n', '\n  ')}`)
        .join('\n');
    case 'quote':
      return richText(block.children, gap);
    case 'table':
      return block.rows.map((row) => row.map((cell) => inlineText(cell, gap)).join(' | ')).join('\n');
  }
};

/** Formatted text as plain text: paragraphs apart by an empty line. For screen readers, exports and lint rules. */
export const richText = (rich: Rich, gap: GapText = BLANK): string => rich.map((b) => blockText(b, gap)).join('\n\n');

/** The text without anything set as code: what rules about wording look at. */
export const proseText = (rich: Rich): string => {
  const prose = (inlines: readonly Inline[]): string =>
    inlines
      .map((node) => {
        if (node.type === 'text') return node.value;
        if (node.type === 'break') return '\n';
        return 'children' in node ? prose(node.children) : ' ';
      })
      .join('');
  return rich
    .map((block) => {
      if (block.type === 'paragraph') return prose(block.children);
      if (block.type === 'quote') return proseText(block.children);
      if (block.type === 'list') return block.items.map(proseText).join('\n');
      if (block.type === 'table') return block.rows.map((row) => row.map(prose).join(' ')).join('\n');
      return '';
    })
    .join('\n\n');
};

/** The code blocks of a text, also those inside lists and quotes. */
export const codeBlocks = (rich: Rich): readonly CodeBlock[] =>
  rich.flatMap((block) => {
    if (block.type === 'code') return [block];
    if (block.type === 'quote') return codeBlocks(block.children);
    if (block.type === 'list') return block.items.flatMap(codeBlocks);
    return [];
  });
