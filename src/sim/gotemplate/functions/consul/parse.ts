/** `parseBool`, `parseInt`, `parseUint`, `parseFloat`: an empty text is false or zero. */
import { parseFloat64 } from '../../strconv/float.ts';
import { numberError, parseInt64, parseUint } from '../../strconv/integer.ts';
import { define, type Functions } from '../define.ts';
import { wrapping } from './wrap.ts';

/** Go's `strconv.ParseBool`; throws GoError. */
export const parseBool = (text: string): boolean => {
  if (/^(1|t|T|TRUE|true|True)$/.test(text)) return true;
  if (/^(0|f|F|FALSE|false|False)$/.test(text)) return false;
  throw numberError('ParseBool', text, 'invalid syntax');
};

export const toInteger = (text: string): bigint => {
  if (text === '') return 0n;
  return wrapping('parseInt', () => parseInt64(text, 10));
};

export const parseFunctions: Functions = {
  parseBool: define('string', 'bool', (_, text) => text !== '' && wrapping('parseBool', () => parseBool(text))),
  parseInt: define('string', 'int64', (_, text) => toInteger(text)),
  parseUint: define('string', 'uint64', (_, text) =>
    text === '' ? 0n : wrapping('parseUint', () => parseUint(text, 10)),
  ),
  parseFloat: define('string', 'float64', (_, text) =>
    text === '' ? 0 : wrapping('parseFloat', () => parseFloat64(text)),
  ),
};
