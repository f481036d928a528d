/** What a plain scalar means to yaml.v2 (resolve.go): YAML 1.1 booleans, octal numbers, timestamps kept as text. */
import { GoError } from '../exec/errors.ts';
import { parseFloat64 } from '../strconv/float.ts';
import { parseInt64, parseUint } from '../strconv/integer.ts';
import { bool, float, int, str, uint64, type Value } from '../values/value.ts';

export type YamlTag = '!!str' | '!!bool' | '!!int' | '!!float' | '!!null' | '!!timestamp' | '!!merge';
export interface Resolved {
  tag: YamlTag;
  value: Value | null;
}

const TRUE = /^(y|Y|yes|Yes|YES|true|True|TRUE|on|On|ON)$/;
const FALSE = /^(n|N|no|No|NO|false|False|FALSE|off|Off|OFF)$/;
const NULL = /^(|~|null|Null|NULL)$/;
const NAN = /^\.(nan|NaN|NAN)$/;
const INFINITE = /^([+-]?)\.(inf|Inf|INF)$/;
const FLOAT = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;
const TIMESTAMP =
  /^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt][0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})| [0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}(\.[0-9]+)?)?$/;

const attempt = <T>(read: () => T): T | undefined => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GoError) return undefined;
    throw error;
  }
};

const numeric = (text: string): Resolved | undefined => {
  const plain = text.replaceAll('_', '');
  const integer = attempt(() => parseInt64(plain, 0));
  if (integer !== undefined) return { tag: '!!int', value: int(integer) };
  const unsigned = attempt(() => parseUint(plain, 0));
  if (unsigned !== undefined) return { tag: '!!int', value: uint64(unsigned) };
  const number = FLOAT.test(plain) ? attempt(() => parseFloat64(plain)) : undefined;
  return number === undefined ? undefined : { tag: '!!float', value: float(number) };
};

/** @param text byte string of a plain scalar */
export const resolveScalar = (text: string): Resolved => {
  if (TRUE.test(text) || FALSE.test(text)) return { tag: '!!bool', value: bool(TRUE.test(text)) };
  if (NULL.test(text)) return { tag: '!!null', value: null };
  if (NAN.test(text)) return { tag: '!!float', value: float(Number.NaN) };
  const infinite = INFINITE.exec(text);
  if (infinite) return { tag: '!!float', value: float(infinite[1] === '-' ? -Infinity : Infinity) };
  if (text === '<<') return { tag: '!!merge', value: str(text) };
  if (text[0] === '.') {
    const number = attempt(() => parseFloat64(text));
    if (number !== undefined) return { tag: '!!float', value: float(number) };
  }
  if (/^[0-9+-]/.test(text)) {
    if (TIMESTAMP.test(text)) return { tag: '!!timestamp', value: str(text) };
    const number = numeric(text);
    if (number) return number;
  }
  return { tag: '!!str', value: str(text) };
};
