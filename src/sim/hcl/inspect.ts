import type { File, Item } from './ast.ts';
import type { Dialect } from './dialect.ts';
import { Failure, type HclError } from './error.ts';
import { formatOf } from './format.ts';
import { JsonParser } from './json/parser.ts';
import { Parser } from './parser.ts';
import type { Range } from './position.ts';
import { TolerantParser } from './tolerant.ts';
import type { Trouble } from './trouble.ts';

/** A text as an editor sees it. */
export interface Inspection {
  /** What the real parser says, if it refuses: its text, and the place it names. */
  readonly error: (HclError & { readonly range: Range }) | undefined;
  /** Everything wrong that could be told apart, the real error aside; empty for a text that parses. */
  readonly troubles: readonly Trouble[];
  /** The file, or what could be recognised of it. */
  readonly items: readonly Item[];
  readonly format: File['format'];
}

const ORIGIN = { offset: 0, line: 1, column: 1 };

/** One character at the position, which is all the real parser tells. */
function rangeAt(error: HclError): Range {
  const start = error.position ?? ORIGIN;
  return { start, end: { ...start, offset: start.offset + 1, column: start.column + 1 } };
}

/**
 * Reads a text however broken it is.
 * JSON is not recovered: a broken one has its error and no items.
 */
export function inspect(text: string, dialect: Dialect): Inspection {
  const format = formatOf(text);
  const parsed = format === 'json' ? new JsonParser(text).parse() : new Parser(text, dialect).parse();
  if (!(parsed instanceof Failure)) return { error: undefined, troubles: [], items: parsed.items, format };
  const error = { ...parsed.error, range: rangeAt(parsed.error) };
  if (format === 'json') return { error, troubles: [], items: [], format };
  const tolerant = new TolerantParser(text);
  const items = tolerant.parse();
  return { error, troubles: tolerant.troubles(), items, format };
}
