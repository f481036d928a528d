import { heredocText } from './heredoc.ts';
import type { Token } from './token.ts';
import { unquote } from './unquote.ts';

/** The text a string, heredoc or identifier token stands for. A malformed string stands for what was written. */
export function textOf(token: Token): string {
  if (token.type === 'HEREDOC') return heredocText(token.text);
  if (token.type !== 'STRING' || token.text === '') return token.text;
  return unquote(token.text, token.json) ?? token.text;
}

/** The number a NUMBER token stands for: decimal, 0x hexadecimal or 0-octal. Undefined when out of 64 bits. */
export function integerOf(text: string): number | undefined {
  const negative = text.startsWith('-');
  const digits = negative ? text.slice(1) : text;
  const octal = /^0[0-7]+$/.test(digits);
  if (!/^(0[xX][0-9a-fA-F]+|\d+)$/.test(digits)) return undefined;
  const value = BigInt(octal ? `0o${digits.slice(1)}` : digits) * (negative ? -1n : 1n);
  return value >= -(2n ** 63n) && value < 2n ** 63n ? Number(value) : undefined;
}
