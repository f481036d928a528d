/** Sprig's text functions (strings.go, functions.go). */

import { BASE32, decodeBase, encodeBase, STANDARD } from '../../encoding/base64.ts';
import { GoError } from '../../exec/errors.ts';
import { sprintf } from '../../fmt/printf.ts';
import { quote } from '../../strconv/quote.ts';
import { lower, trim, trimSpace, upper } from '../../text/unicode.ts';
import { TEXTS } from '../../values/type.ts';
import { object, str } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';
import { joinTexts, repeatText, replaceText, splitText } from '../text-tools.ts';
import { connected, initials, pascalCase, swapCase, title, untitle, withoutSpace } from './cases.ts';
import { textFor, textsFor } from './cast.ts';
import { wrap } from './wrap.ts';

/** A Go slice expression, with Go's panics. */
const cut = (text: string, start: number, end: number): string => {
  if (end < 0 || end > text.length)
    throw new GoError(
      `runtime error: slice bounds out of range [:${end}]${end < 0 ? '' : ` with length ${text.length}`}`,
    );
  if (start > end || start < 0)
    throw new GoError(`runtime error: slice bounds out of range [${start}:${start < 0 ? '' : end}]`);
  return text.slice(start, end);
};

const abbreviate = (text: string, offset: number, width: number): string => {
  if (text.length <= width) return text;
  let from = Math.min(offset, text.length);
  if (text.length - from < width - 3) from = text.length - (width - 3);
  if (from <= 4) return `${text.slice(0, width - 3)}...`;
  if (width < 7) return '';
  return from + width - 3 < text.length
    ? `...${abbreviate(text.slice(from), 0, width - 3)}`
    : `...${text.slice(text.length - (width - 3))}`;
};

const numbered = (parts: readonly string[]) =>
  object(
    parts.map((part, i) => [`_${i}`, str(part)] as const),
    TEXTS,
  );

const decoded = (read: () => string): string => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GoError) return error.message;
    throw error;
  }
};

const indented = (charge: (units: number) => void, spaces: number, text: string): string => {
  if (spaces < 0) throw new GoError('strings: negative Repeat count');
  charge(spaces * (text.split('\n').length + 1));
  const pad = ' '.repeat(spaces);
  return pad + text.replaceAll('\n', `\n${pad}`);
};

export const sprigStrings: Functions = {
  hello: define('', 'string', () => 'Hello!'),
  abbrev: define('int string', 'string', (_, width, text) => (width < 4 ? text : abbreviate(text, 0, width))),
  abbrevboth: define('int int string', 'string', (_, left, right, text) =>
    right < 4 || (left > 0 && right < 7) ? text : abbreviate(text, left, right),
  ),
  trunc: define('int string', 'string', (_, count, text) =>
    count < 0 && text.length + count > 0 ? text.slice(text.length + count) : count >= 0 ? text.slice(0, count) : text,
  ),
  trim: define('string', 'string', (_, text) => trimSpace(text)),
  upper: define('string', 'string', (_, text) => upper(text)),
  lower: define('string', 'string', (_, text) => lower(text)),
  title: define('string', 'string', (_, text) => title(text)),
  untitle: define('string', 'string', (_, text) => untitle(text)),
  substr: define('int int string', 'string', (_, start, end, text) =>
    start < 0
      ? cut(text, 0, end)
      : end < 0 || end > text.length
        ? cut(text, start, text.length)
        : cut(text, start, end),
  ),
  repeat: define('int string', 'string', (call, count, text) => {
    if (count < 0) throw new GoError('strings: negative Repeat count');
    return repeatText(call.meter, text, count);
  }),
  trimall: define('string string', 'string', (_, cutset, text) => trim(text, cutset)),
  trimAll: define('string string', 'string', (_, cutset, text) => trim(text, cutset)),
  trimSuffix: define('string string', 'string', (_, suffix, text) =>
    text.endsWith(suffix) ? text.slice(0, text.length - suffix.length) : text,
  ),
  trimPrefix: define('string string', 'string', (_, prefix, text) =>
    text.startsWith(prefix) ? text.slice(prefix.length) : text,
  ),
  nospace: define('string', 'string', (_, text) => withoutSpace(text)),
  initials: define('string', 'string', (_, text) => initials(text)),
  swapcase: define('string', 'string', (_, text) => swapCase(text)),
  snakecase: define('string', 'string', (_, text) => connected(text, '_')),
  kebabcase: define('string', 'string', (_, text) => connected(text, '-')),
  camelcase: define('string', 'string', (_, text) => pascalCase(text)),
  wrap: define('int string', 'string', (call, width, text) => wrap(call.meter, text, width, '\n', false)),
  wrapWith: define('int string string', 'string', (call, width, separator, text) =>
    wrap(call.meter, text, width, separator === '' ? '\n' : separator, true),
  ),
  contains: define('string string', 'bool', (_, part, text) => text.includes(part)),
  hasPrefix: define('string string', 'bool', (_, part, text) => text.startsWith(part)),
  hasSuffix: define('string string', 'bool', (_, part, text) => text.endsWith(part)),
  quote: define('...any', 'string', (call, ...items) =>
    items
      .filter((item) => item !== null)
      .map((item) => quote(textFor(call.meter, item)))
      .join(' '),
  ),
  squote: define('...any', 'string', (call, ...items) =>
    items
      .filter((item) => item !== null)
      .map((item) => `'${sprintf(call.meter, '%v', [item])}'`)
      .join(' '),
  ),
  cat: define('...any', 'string', (call, ...items) =>
    items
      .filter((item) => item !== null)
      .map((item) => sprintf(call.meter, '%v', [item]))
      .join(' '),
  ),
  indent: define('int string', 'string', (call, spaces, text) =>
    indented((units) => call.meter.charge(units), spaces, text),
  ),
  nindent: define(
    'int string',
    'string',
    (call, spaces, text) => `\n${indented((units) => call.meter.charge(units), spaces, text)}`,
  ),
  replace: define('string string string', 'string', (call, from, to, text) =>
    replaceText(call.meter, text, from, to, -1),
  ),
  plural: define('string string int', 'string', (_, one, many, count) => (count === 1 ? one : many)),
  toString: define('any', 'string', (call, v) => textFor(call.meter, v)),
  toStrings: define('any', '[]string', (call, v) => textsFor(call.meter, v)),
  split: define('string string', 'map[string]string', (call, separator, text) =>
    numbered(splitText(call.meter, text, separator)),
  ),
  splitn: define('string int string', 'map[string]string', (call, separator, limit, text) =>
    numbered(splitText(call.meter, text, separator, limit)),
  ),
  splitList: define('string string', '[]string', (call, separator, text) => splitText(call.meter, text, separator)),
  join: define('string any', 'string', (call, separator, v) =>
    joinTexts(call.meter, textsFor(call.meter, v), separator),
  ),
  sortAlpha: define('any', '[]string', (call, v) =>
    v?.type.kind === 'slice'
      ? textsFor(call.meter, v).sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
      : [textFor(call.meter, v)],
  ),
  b64enc: define('string', 'string', (_, text) => encodeBase(text, STANDARD)),
  b64dec: define('string', 'string', (_, text) => decoded(() => decodeBase(text, STANDARD))),
  b32enc: define('string', 'string', (_, text) => encodeBase(text, BASE32)),
  b32dec: define('string', 'string', (_, text) => decoded(() => decodeBase(text, BASE32))),
  fail: define('string', 'string', (_, text) => {
    throw new GoError(text);
  }),
};
