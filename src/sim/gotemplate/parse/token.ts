/** Tokens of a template, named as text/template/parse names its items. */
import { plainFlags } from '../fmt/flags.ts';
import { formatString } from '../fmt/scalars.ts';
import { quote } from '../strconv/quote.ts';

export const KEYWORDS = [
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
] as const;
export type Keyword = (typeof KEYWORDS)[number];

export type TokenKind =
  | 'error'
  | 'bool'
  | 'char'
  | 'char constant'
  | 'comment'
  | 'complex'
  | 'assign'
  | 'declare'
  | 'eof'
  | 'field'
  | 'identifier'
  | 'left delim'
  | 'left paren'
  | 'number'
  | 'pipe'
  | 'raw string'
  | 'right delim'
  | 'right paren'
  | 'space'
  | 'string'
  | 'text'
  | 'variable'
  | 'dot'
  | Keyword;

export interface Token {
  kind: TokenKind;
  /** Byte offset. */
  pos: number;
  /** Source text as bytes; the message of an error. */
  text: string;
  line: number;
}

export const isKeyword = (word: string): word is Keyword => (KEYWORDS as readonly string[]).includes(word);

/** As an error text shows a token. */
export const describe = (token: Token): string => {
  if (token.kind === 'eof') return 'EOF';
  if (token.kind === 'error') return token.text;
  if (token.kind === 'dot' || isKeyword(token.kind)) return `<${token.text}>`;
  if (token.text.length > 10) return `${formatString(token.text, 'q', { ...plainFlags(), precision: 10 })}...`;
  return quote(token.text);
};
