import { toText } from './text/utf8.ts';

/** A place in a template, for editors and messages. */
export interface Position {
  /** From 1. */
  line: number;
  /** From 1, in UTF-16 units. Go's own texts count bytes from 0. */
  column: number;
  /** UTF-16 units from the start of the template. */
  offset: number;
}

/**
 * Where a byte offset of the parser lies in the text.
 * @param source the bytes (`Parsed.source`). @param pos byte offset (`pos`, `end` of a node)
 */
export const positionOf = (source: string, pos: number): Position => {
  const before = toText(source.slice(0, pos));
  const lines = before.split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1, offset: before.length };
};
