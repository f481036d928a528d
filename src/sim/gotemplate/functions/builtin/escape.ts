/** `html`, `js`, `urlquery`, `print`, `printf`, `println`. Go: text/template/funcs.go. */
import { sprint, sprintln } from '../../fmt/print.ts';
import { sprintf } from '../../fmt/printf.ts';
import { replaceBytes } from '../../text/ascii.ts';
import { isPrint } from '../../text/unicode.ts';
import { decodeRune } from '../../text/utf8.ts';
import type { Call } from '../../values/function.ts';
import { STRING } from '../../values/type.ts';
import { indirect, isValid, str, textOf, toInterface, type Value } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';

/** Operands as the escapers print them: pointers followed, nil as `<no value>`. */
const evalArgs = (call: Call, args: readonly (Value | null)[]): string => {
  const only = args.length === 1 ? args[0] : null;
  if (only?.type === STRING) return textOf(only);
  const printable = args.map((arg) => {
    if (arg === null) return str('<no value>');
    const shown = arg.type.kind === 'pointer' ? indirect(arg).value : arg;
    return isValid(shown) ? toInterface(shown) : str('<no value>');
  });
  return sprint(call.meter, printable);
};

const HTML: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\0': '\xef\xbf\xbd',
};

const JS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
};

const hexadecimal = (rune: number): string => rune.toString(16).toUpperCase().padStart(4, '0');

const escapeJs = (text: string): string => {
  let out = '';
  for (let at = 0; at < text.length; ) {
    const { rune, width } = decodeRune(text, at);
    const char = text.slice(at, at + width);
    const plain = rune >= 0x20 && (rune < 0x80 || isPrint(rune));
    out += JS[char] ?? (plain ? char : `\\u${hexadecimal(rune)}`);
    at += width;
  }
  return out;
};

/** `url.QueryEscape` of a byte string. */
export const queryEscape = (text: string): string =>
  text.replace(/[^A-Za-z0-9_.~-]/g, (char) =>
    char === ' ' ? '+' : `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );

export const escapers: Functions = {
  html: define('...any', 'string', (call, ...args) => replaceBytes(evalArgs(call, args), (char) => HTML[char])),
  js: define('...any', 'string', (call, ...args) => escapeJs(evalArgs(call, args))),
  urlquery: define('...any', 'string', (call, ...args) => queryEscape(evalArgs(call, args))),
  print: define('...any', 'string', (call, ...args) => sprint(call.meter, args)),
  println: define('...any', 'string', (call, ...args) => sprintln(call.meter, args)),
  printf: define('string ...any', 'string', (call, format, ...args) => sprintf(call.meter, format, args)),
};
