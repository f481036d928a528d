/** Reading number and character constants. Go: text/template/parse/node.go (newNumber). */
import { GoError } from '../exec/errors.ts';
import { parseFloat64 } from '../strconv/float.ts';
import { parseInt64, parseUint } from '../strconv/integer.ts';
import { quote, unquoteChar } from '../strconv/quote.ts';
import type { NumberNode } from './nodes.ts';
import type { Token } from './token.ts';

type Parts = Pick<NumberNode, 'int' | 'uint' | 'float' | 'complex'>;

const attempt = <T>(read: () => T): T | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GoError) return null;
    throw error;
  }
};

const INT_LIMIT = 2 ** 63;
const asInt = (float: number): bigint | null =>
  Number.isInteger(float) && float >= -INT_LIMIT && float < INT_LIMIT ? BigInt(float) : null;
const asUint = (float: number): bigint | null =>
  Number.isInteger(float) && float >= 0 && float < 2 * INT_LIMIT ? BigInt(float) : null;

const fromComplex = (real: number, imaginary: number): Parts => {
  const float = imaginary === 0 ? real : null;
  return {
    complex: [real, imaginary],
    float,
    int: float === null ? null : asInt(float),
    uint: float === null ? null : asUint(float),
  };
};

const character = (text: string): Parts => {
  const char = unquoteChar(text, 1, text[0]!);
  if (!char) throw new GoError('invalid syntax');
  if (text.slice(char.next) !== "'") throw new GoError(`malformed character constant: ${text}`);
  return { int: BigInt(char.rune), uint: BigInt(char.rune), float: char.rune, complex: null };
};

const complexPair = (text: string): Parts => {
  const match = /^(.+?[^eEpP])([+-].*)i$/.exec(text);
  const real = match && attempt(() => parseFloat64(match[1]!));
  const imaginary = match && attempt(() => parseFloat64(match[2]!));
  if (real === null || imaginary === null) throw new GoError('syntax error scanning complex number');
  return fromComplex(real, imaginary);
};

const plain = (text: string): Parts => {
  if (text.endsWith('i')) {
    const imaginary = attempt(() => parseFloat64(text.slice(0, -1)));
    if (imaginary !== null) return fromComplex(0, imaginary);
  }
  let uint = attempt(() => parseUint(text, 0));
  let int = attempt(() => parseInt64(text, 0));
  if (int === 0n) uint = 0n;
  if (int !== null || uint !== null) return { int, uint, float: Number(int ?? uint), complex: null };
  const float = attempt(() => parseFloat64(text));
  if (float === null) throw new GoError(`illegal number syntax: ${quote(text)}`);
  if (!/[.eEpP]/.test(text)) throw new GoError(`integer overflow: ${quote(text)}`);
  int = asInt(float);
  uint = asUint(float);
  return { int, uint, float, complex: null };
};

/** A number node from its token; throws GoError with Go's text. */
export const numberNode = (token: Token): NumberNode => {
  const { kind, text, pos } = token;
  const parts = kind === 'char constant' ? character(text) : kind === 'complex' ? complexPair(text) : plain(text);
  return { type: 'number', pos, end: pos + text.length, text, ...parts };
};
