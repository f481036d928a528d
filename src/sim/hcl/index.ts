/** HCL version 1 as the library inside Vault reads it, and what an editor needs of a text that is not yet right. */
import type { File } from './ast.ts';
import type { Dialect } from './dialect.ts';
import { Failure, type HclError } from './error.ts';
import { formatOf } from './format.ts';
import { JsonParser } from './json/parser.ts';
import { Parser } from './parser.ts';

export type { Block, File, Item, List, Literal, Value } from './ast.ts';
export { type Dialect, LENIENT, STRICT } from './dialect.ts';
export type { HclError } from './error.ts';
export { formatOf } from './format.ts';
export { type Inspection, inspect } from './inspect.ts';
export type { Position, Range } from './position.ts';
export { goQuote } from './quote.ts';
export type { Token, TokenType } from './token.ts';
export type { Trouble } from './trouble.ts';
export { textOf } from './value.ts';

/**
 * Reads HCL version 1, or JSON in its place, as the library inside Vault does.
 * @returns the file with ranges for everything, or the library's error (text, message, position)
 */
export function parse(text: string, dialect: Dialect): File | HclError {
  const parsed = formatOf(text) === 'json' ? new JsonParser(text).parse() : new Parser(text, dialect).parse();
  return parsed instanceof Failure ? parsed.error : parsed;
}

/** Whether `parse` gave a file. */
export const isFile = (parsed: File | HclError): parsed is File => 'items' in parsed;
