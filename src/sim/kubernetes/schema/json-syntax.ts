/** What Go's `encoding/json` says of a text that is not JSON; `null` where it is. Walks like its scanner does. */
export const jsonSyntaxError = (text: string): string | null => {
  const scanner = new Scanner(text);
  try {
    scanner.space();
    scanner.value();
    scanner.space();
    if (scanner.at < text.length) scanner.bad('after top-level value');
    return null;
  } catch (error) {
    if (error instanceof SyntaxMessage) return error.message;
    throw error;
  }
};

class SyntaxMessage extends Error {}

const quoted = (c: string): string => {
  if (c === "'") return `'\\''`;
  if (c === '"') return `'"'`;
  return c < ' ' ? `'${JSON.stringify(c).slice(1, -1)}'` : `'${c}'`;
};

class Scanner {
  at = 0;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  char(): string {
    return this.text[this.at] ?? '';
  }

  bad(where: string): never {
    throw new SyntaxMessage(
      this.at >= this.text.length
        ? 'unexpected end of JSON input'
        : `invalid character ${quoted(this.char())} ${where}`,
    );
  }

  space(): void {
    while (this.char() !== '' && ' \t\r\n'.includes(this.char())) this.at++;
  }

  value(): void {
    if (this.char() === '{') this.object();
    else if (this.char() === '[') this.array();
    else if (this.char() === '"') this.string();
    else if (/[-\d]/.test(this.char())) this.number();
    else if (this.char() === 't') this.literal('true');
    else if (this.char() === 'f') this.literal('false');
    else if (this.char() === 'n') this.literal('null');
    else this.bad('looking for beginning of value');
  }

  object(): void {
    this.at++;
    this.space();
    if (this.char() === '}') {
      this.at++;
      return;
    }
    for (;;) {
      if (this.char() !== '"') this.bad('looking for beginning of object key string');
      this.string();
      this.space();
      if (this.char() !== ':') this.bad('after object key');
      this.at++;
      this.space();
      this.value();
      this.space();
      if (this.char() === '}') break;
      if (this.char() !== ',') this.bad('after object key:value pair');
      this.at++;
      this.space();
    }
    this.at++;
  }

  array(): void {
    this.at++;
    this.space();
    if (this.char() === ']') {
      this.at++;
      return;
    }
    for (;;) {
      this.value();
      this.space();
      if (this.char() === ']') break;
      if (this.char() !== ',') this.bad('after array element');
      this.at++;
      this.space();
    }
    this.at++;
  }

  string(): void {
    this.at++;
    while (this.char() !== '"') {
      if (this.char() === '' || this.char() < ' ') this.bad('in string literal');
      if (this.char() === '\\') {
        this.at++;
        if (this.char() === 'u') {
          for (let i = 0; i < 4; i++) {
            this.at++;
            if (!/[\da-fA-F]/.test(this.char())) this.bad('in \\u hexadecimal character escape');
          }
        } else if (this.char() === '' || !'"\\/bfnrt'.includes(this.char())) this.bad('in string escape code');
      }
      this.at++;
    }
    this.at++;
  }

  number(): void {
    if (this.char() === '-') {
      this.at++;
      if (!/\d/.test(this.char())) this.bad('in numeric literal');
    }
    if (this.char() === '0') this.at++;
    else this.digits();
    if (this.char() === '.') {
      this.at++;
      if (!/\d/.test(this.char())) this.bad('after decimal point in numeric literal');
      this.digits();
    }
    if (this.char() === 'e' || this.char() === 'E') {
      this.at++;
      if (this.char() === '+' || this.char() === '-') this.at++;
      if (!/\d/.test(this.char())) this.bad('in exponent of numeric literal');
      this.digits();
    }
  }

  digits(): void {
    while (/\d/.test(this.char())) this.at++;
  }

  literal(word: string): void {
    for (let i = 0; i < word.length; i++) {
      const wanted = word[i] ?? '';
      if (this.char() !== wanted) this.bad(`in literal ${word} (expecting '${wanted}')`);
      this.at++;
    }
  }
}
