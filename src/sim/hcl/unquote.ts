const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

interface Piece {
  readonly text: string;
  readonly length: number;
}

function escaped(body: string, at: number): Piece | undefined {
  const letter = body[at + 1] ?? '';
  const simple = SIMPLE[letter];
  if (simple !== undefined) return { text: simple, length: 2 };
  const digits = { x: 2, u: 4, U: 8 }[letter];
  if (digits !== undefined) {
    const text = body.slice(at + 2, at + 2 + digits);
    const code = Number.parseInt(text, 16);
    if (text.length < digits || !/^[0-9a-fA-F]+$/.test(text) || code > 0x10ffff) return undefined;
    return { text: String.fromCodePoint(code), length: 2 + digits };
  }
  const octal = /^[0-7]{3}/.exec(body.slice(at + 1, at + 4))?.[0];
  if (octal === undefined || Number.parseInt(octal, 8) > 255) return undefined;
  return { text: String.fromCharCode(Number.parseInt(octal, 8)), length: 4 };
}

function interpolation(body: string, at: number): Piece | undefined {
  let braces = 1;
  let end = at + 2;
  while (end < body.length && braces > 0) {
    if (body[end] === '{') braces++;
    if (body[end] === '}') braces--;
    end++;
  }
  return braces === 0 ? { text: body.slice(at, end), length: end - at } : undefined;
}

/**
 * The content of a quoted string: escapes resolved, `${…}` left as written unless `plain`.
 * Undefined when the string is not well-formed (hcl v1: hcl/strconv/quote.go; JSON strings follow Go's strconv.Unquote).
 */
export function unquote(quoted: string, plain: boolean): string | undefined {
  if (quoted.length < 2 || !quoted.startsWith('"') || !quoted.endsWith('"')) return undefined;
  const body = quoted.slice(1, -1);
  let result = '';
  let at = 0;
  while (at < body.length) {
    let piece: Piece | undefined = { text: body[at]!, length: 1 };
    if (!plain && body.startsWith('${', at)) piece = interpolation(body, at);
    else if (body[at] === '\\') piece = escaped(body, at);
    else if (body[at] === '\n' || body[at] === '"') piece = undefined;
    if (piece === undefined) return undefined;
    result += piece.text;
    at += piece.length;
  }
  return result;
}
