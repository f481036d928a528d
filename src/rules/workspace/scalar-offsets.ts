import type { ScalarNode } from '../../yaml/index.ts';

const ESCAPED: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };
const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\n' || c === '\r' || c === '\t';

/** Length of what stands for one character at `at`, and whether it can be skipped as layout. */
const tokenAt = (source: string, at: number, style: ScalarNode['style']): number => {
  if (style === 'double' && source[at] === '\\') return ESCAPED[source[at + 1] ?? ''] ?? 2;
  if (style === 'single' && source.startsWith("''", at)) return 2;
  return 1;
};

/** Where the content of a scalar begins: behind the quote, or in the line below a block's header. */
const contentStart = (source: string, { start, style }: ScalarNode): number => {
  if (style === 'single' || style === 'double') return start + 1;
  if (style === 'plain') return start;
  const line = source.indexOf('\n', start);
  return line < 0 ? source.length : line + 1;
};

const firstIndent = (text: string): number => /^(?:[ \t]*\r?\n)*( *)/.exec(text)?.[1]?.length ?? 0;

/** Columns that a block's lines lose: what the first line has in the source more than in the value. */
const indentation = (source: string, from: number, text: string): number =>
  Math.max(0, firstIndent(source.slice(from)) - firstIndent(text));

/**
 * For each character of a scalar's value, the offset in the source of what stands for it, and one more for the end.
 * Quotes, escapes, folded lines and the indentation of blocks are seen through.
 */
export const scalarOffsets = (source: string, node: ScalarNode): readonly number[] => {
  const { style, text } = node;
  const block = style === 'literal' || style === 'folded';
  let at = contentStart(source, node);
  const indent = block ? indentation(source, at, text) : 0;
  const offsets: number[] = [];
  let lineStart = block;
  for (const char of text) {
    if (lineStart && source.startsWith(' '.repeat(indent), at)) at += indent;
    lineStart = false;
    const escaped = style === 'double' && source[at] === '\\';
    if (!isSpace(char) && !escaped) {
      // Layout that folding took away.
      while (at < node.end && source[at] !== char && isSpace(source[at])) at++;
    } else if (char === '\n' && style !== 'double') {
      while (at < node.end && source[at] !== '\n' && isSpace(source[at])) at++;
    }
    // A backslash at the end of a line joins two lines.
    if (style === 'double') {
      const joined = /^\\\r?\n[ \t]*/.exec(source.slice(at, at + 200));
      if (joined) at += joined[0].length;
    }
    for (let i = 0; i < char.length; i++) offsets.push(Math.min(at, node.end));
    const token = tokenAt(source, at, style);
    // Outside of the characters of two units, one token stands for one character.
    at += token === 1 ? char.length : token;
    if (block && source[at - 1] === '\n') lineStart = true;
  }
  offsets.push(Math.min(at, node.end));
  return offsets;
};
