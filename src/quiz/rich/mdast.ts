import type { BlockContent, Code, DefinitionContent, Node, PhrasingContent, RootContent } from 'mdast';
import type { Place } from '../message.ts';
import type { Block, CodeBlock, CodePart, Inline, Rich } from './types.ts';

/** What turns a run of placeholder characters back into gaps; the identity outside cloze questions. */
export interface GapFinder {
  /** Splits text into literal strings and gap ids. `offset` is where the text starts in the source. */
  split(text: string): readonly CodePart[];
}

export const NO_GAPS: GapFinder = { split: (text) => (text === '' ? [] : [text]) };

export const placeOf = (node: Node): Place => ({
  line: node.position?.start.line ?? 1,
  column: node.position?.start.column ?? 1,
});

/** Syntax that a question may not contain; reported by the reader with its place. */
export type Unsupported = (node: Node, what: string) => void;

interface Options {
  readonly gaps: GapFinder;
  readonly unsupported: Unsupported;
}

const textParts = (value: string, gaps: GapFinder, literal: (text: string) => Inline): Inline[] =>
  gaps.split(value).map((part) => (typeof part === 'string' ? literal(part) : { type: 'gap', gap: part.gap }));

/** Inline Markdown as JSON. */
export const readInlines = (nodes: readonly PhrasingContent[], options: Options): Inline[] =>
  nodes.flatMap((node): Inline[] => {
    switch (node.type) {
      case 'text':
        return textParts(node.value, options.gaps, (value) => ({ type: 'text', value }));
      case 'inlineCode':
        return textParts(node.value, options.gaps, (value) => ({ type: 'code', value }));
      case 'strong':
      case 'emphasis':
      case 'delete':
        return [{ type: node.type, children: readInlines(node.children, options) }];
      case 'link':
        return [{ type: 'link', url: node.url, children: readInlines(node.children, options) }];
      case 'image':
        return [{ type: 'image', url: node.url, alt: node.alt ?? '' }];
      case 'break':
        return [{ type: 'break' }];
      case 'html':
        // `<mount>` in running text is a placeholder, not markup: it is shown as written.
        return [{ type: 'text', value: node.value }];
      default:
        options.unsupported(node, node.type);
        return [];
    }
  });

/** The words behind a fence's language: `file=app.yaml`, `invalid-on-purpose`, `prove`. */
export const fenceMeta = (node: Code): { file: string | null; words: readonly string[] } => {
  const words = (node.meta ?? '').split(/\s+/).filter((w) => w !== '');
  const file = words.find((w) => w.startsWith('file='));
  return { file: file === undefined ? null : file.slice('file='.length), words };
};

const readCode = (node: Code, gaps: GapFinder): CodeBlock => {
  const { file, words } = fenceMeta(node);
  return {
    type: 'code',
    lang: node.lang ?? null,
    file,
    invalid: words.includes('invalid-on-purpose'),
    parts: gaps.split(node.value),
  };
};

/** Block Markdown as JSON. */
export const readBlocks = (
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  options: Options,
): Rich =>
  nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ type: 'paragraph', children: readInlines(node.children, options) }];
      case 'code':
        return [readCode(node, options.gaps)];
      case 'list':
        return [
          {
            type: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item) => readBlocks(item.children, options)),
          },
        ];
      case 'blockquote':
        return [{ type: 'quote', children: readBlocks(node.children, options) }];
      case 'table':
        return [
          {
            type: 'table',
            rows: node.children.map((row) => row.children.map((cell) => readInlines(cell.children, options))),
          },
        ];
      case 'html':
        if (!node.value.startsWith('<!--')) options.unsupported(node, 'HTML');
        return [];
      default:
        options.unsupported(node, node.type);
        return [];
    }
  });
