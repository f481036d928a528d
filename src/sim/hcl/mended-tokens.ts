import type { Position } from './position.ts';
import { Scanner } from './scanner.ts';
import type { Token } from './token.ts';
import type { Trouble } from './trouble.ts';

const WRONG_QUOTES = /(['‘’“”])([^'"‘’“”\n]*)['‘’“”]/gu;
/** A path without quotes: `path kv/data/* {`. */
const BARE_PATH = /^([ \t]*path[ \t]+)([^\s"'{‘’“”]*[/*+][^\s"'{‘’“”]*)(?=\s*\{)/gm;

interface Scanned {
  readonly tokens: readonly Token[];
  readonly troubles: readonly Trouble[];
}

function scanned(text: string): Scanned {
  const scanner = new Scanner(text);
  const tokens: Token[] = [];
  for (;;) {
    const token = scanner.scan();
    if (token.type !== 'COMMENT') tokens.push(token);
    if (token.type === 'EOF') break;
  }
  const troubles = scanner.errors.map(({ message, position: start }): Trouble => {
    const end = { ...start, offset: start.offset + 1, column: start.column + 1 };
    return { message, range: { start, end } };
  });
  return { tokens, troubles };
}

/** Same length, so that every position stays: straight quotes for crooked ones, plain letters in bare paths. */
function straightened(text: string): string {
  const illegal = new Set(
    scanned(text).tokens.flatMap((token) => (token.type === 'ILLEGAL' ? token.range.start.offset : [])),
  );
  return text
    .replace(WRONG_QUOTES, (match, _quote, inner: string, at: number) => (illegal.has(at) ? `"${inner}"` : match))
    .replace(BARE_PATH, (_match, before: string, path: string) => before + path.replace(/[^\w.-]/g, '_'));
}

const movedBy = (position: Position, length: number): Position => ({
  ...position,
  offset: position.offset + length,
  column: position.column + length,
});

/** A text whose closing quote is missing ends before the `{` of its line, or with the line. */
function closed(token: Token): readonly Token[] {
  const { start } = token.range;
  const line = token.text.trimEnd();
  const opens = line.endsWith('{');
  const content = opens ? line.slice(0, -1).trimEnd() : line;
  const end = movedBy(start, content.length);
  const text: Token = { ...token, text: `${content}"`, range: { start, end } };
  if (!opens) return [text];
  const at = movedBy(start, line.length - 1);
  return [text, { ...token, type: 'LBRACE', text: '{', position: at, range: { start: at, end: movedBy(at, 1) } }];
}

/** The token as it was meant, and what to say of it. */
function mended(token: Token, original: string): { readonly tokens: readonly Token[]; readonly message?: string } {
  const written = original.slice(token.range.start.offset, token.range.end.offset);
  if (token.type === 'STRING' && !/^".*"$/s.test(token.text)) {
    return { tokens: closed(token), message: 'the closing quote is missing' };
  }
  if (token.type === 'STRING' && written !== token.text) {
    return { tokens: [token], message: 'only straight double quotes (") hold a text' };
  }
  if (token.type === 'IDENT' && written !== token.text) {
    return { tokens: [{ ...token, type: 'STRING', text: `"${written}"` }], message: 'a path needs double quotes' };
  }
  return { tokens: [token] };
}

/**
 * The tokens of a text as they were probably meant, with what is wrong with them: wrong or missing quotes are the usual
 * slips of a hand that writes policies.
 */
export function mendedTokens(original: string): Scanned {
  const { tokens, troubles } = scanned(straightened(original));
  const found: Trouble[] = [];
  const meant = tokens.flatMap((token) => {
    const { tokens: instead, message } = mended(token, original);
    if (message !== undefined) found.push({ message, range: instead[0]!.range });
    return instead;
  });
  const unclosed = (trouble: Trouble): boolean => trouble.message === 'literal not terminated' && found.length > 0;
  return { tokens: meant, troubles: [...found, ...troubles.filter((trouble) => !unclosed(trouble))] };
}
