import type { Block, CodeBlock, Inline, Rich } from './types.ts';

/** How a gap is written back, `[=…=]` or `[?…?]`. */
export type GapSource = (name: string) => string;

const NO_GAP: GapSource = () => '';

const fence = (text: string, mark: string, least: number): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map((m) => m[0].length));
  return mark.repeat(Math.max(least, longest + 1));
};

const codeSpan = (value: string): string => {
  const ticks = fence(value, '`', 1);
  const pad = value.startsWith('`') || value.endsWith('`') ? ' ' : '';
  return `${ticks}${pad}${value}${pad}${ticks}`;
};

// Everything CommonMark or GFM could read as syntax inside running text.
const escapeText = (value: string): string => value.replace(/[\\`*_[\]<>~|{}#]/g, '\\$&').replace(/&/g, '&amp;');

const MARKS = { strong: '**', emphasis: '*', delete: '~~' } as const;

/** Inline text as Markdown that reads back to the same tree. */
export const inlineMarkdown = (inlines: readonly Inline[], gap: GapSource = NO_GAP): string =>
  inlines
    .map((node) => {
      switch (node.type) {
        case 'text':
          return escapeText(node.value);
        case 'code':
          return codeSpan(node.value);
        case 'break':
          return '\\\n';
        case 'gap':
          return gap(node.gap);
        case 'image':
          return `![${escapeText(node.alt)}](<${node.url}>)`;
        case 'link':
          return `[${inlineMarkdown(node.children, gap)}](<${node.url}>)`;
        default:
          return `${MARKS[node.type]}${inlineMarkdown(node.children, gap)}${MARKS[node.type]}`;
      }
    })
    .join('');

const codeMarkdown = (block: CodeBlock, gap: GapSource): string => {
  const text = block.parts.map((part) => (typeof part === 'string' ? part : gap(part.gap))).join('');
  const marks = fence(text, '`', 3);
  const info = [
    block.lang,
    block.file === null ? null : `file=${block.file}`,
    block.invalid ? 'invalid-on-purpose' : null,
  ];
  return `${marks}${info.filter((w) => w !== null).join(' ')}\n${text}\n${marks}`;
};

const indent = (text: string, by: string): string => text.replace(/\n(?=.)/g, `\n${by}`);

const blockMarkdown = (block: Block, gap: GapSource): string => {
  switch (block.type) {
    case 'paragraph':
      return inlineMarkdown(block.children, gap);
    case 'code':
      return codeMarkdown(block, gap);
    case 'list':
      return block.items
        .map((item, i) => {
          const mark = block.ordered ? `${i + 1}. ` : '- ';
          return mark + indent(richMarkdown(item, gap), ' '.repeat(mark.length));
        })
        .join('\n');
    case 'quote':
      return quoteMarkdown(block.children, gap);
    case 'table': {
      const rows = block.rows.map((row) => `| ${row.map((cell) => inlineMarkdown(cell, gap)).join(' | ')} |`);
      const rule = `|${(block.rows[0] ?? []).map(() => ' --- |').join('')}`;
      return [rows[0], rule, ...rows.slice(1)].join('\n');
    }
  }
};

/** Formatted text as Markdown. */
export const richMarkdown = (rich: Rich, gap: GapSource = NO_GAP): string =>
  rich.map((block) => blockMarkdown(block, gap)).join('\n\n');

/** Formatted text as a blockquote: what the site says back. */
export const quoteMarkdown = (rich: Rich, gap: GapSource = NO_GAP): string =>
  richMarkdown(rich, gap)
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
