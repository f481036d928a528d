const SHORT: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

const hex = (code: number, width: number): string => code.toString(16).padStart(width, '0');

/** A text in double quotes as Go's `%q` and `strconv.Quote` write it. */
export const quote = (text: string): string => {
  let out = '"';
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const short = SHORT[char];
    if (short !== undefined) out += short;
    else if (code < 0x20 || code === 0x7f) out += `\\x${hex(code, 2)}`;
    else if (/[\p{C}\p{Zl}\p{Zp}]/u.test(char) || (code > 0x7f && /\p{Zs}/u.test(char)))
      out += code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
    else out += char;
  }
  return `${out}"`;
};

/** A text in double quotes as Go's `time` package quotes it: bytes beyond ASCII one by one, `\xc2\xb5`. */
export const quoteTime = (text: string): string => {
  let out = '"';
  for (const byte of new TextEncoder().encode(text)) {
    if (byte >= 0x80 || byte < 0x20) out += `\\x${hex(byte, 2)}`;
    else if (byte === 0x22 || byte === 0x5c) out += `\\${String.fromCharCode(byte)}`;
    else out += String.fromCharCode(byte);
  }
  return `${out}"`;
};
