/** Conversions as Sprig makes them: what does not convert is zero, never an error. */
import { GoError } from '../../exec/errors.ts';
import type { Meter } from '../../exec/meter.ts';
import { show } from '../../fmt/print.ts';
import { parseFloat64 } from '../../strconv/float.ts';
import { parseInt64 } from '../../strconv/integer.ts';
import { DURATION, JSON_NUMBER, STRING } from '../../values/type.ts';
import { element, itemsOf, textOf, toInterface, type Value } from '../../values/value.ts';

const attempt = <T>(read: () => T, otherwise: T): T => {
  try {
    return read();
  } catch (error) {
    if (error instanceof GoError) return otherwise;
    throw error;
  }
};

/** A float to an integer as amd64 does: what does not fit becomes the smallest number. */
const truncate = (number: number): bigint => {
  const whole = Math.trunc(number);
  return Number.isFinite(whole) && Math.abs(whole) < 2 ** 63 ? BigInt(whole) : -(1n << 63n);
};

const isNamedInteger = (v: Value): boolean => v.type === DURATION;

/** `cast.ToInt64`. Texts may carry a base prefix. */
export const toInt64 = (v: Value | null): bigint => {
  if (v === null || isNamedInteger(v)) return 0n;
  if (v.type === STRING || v.type === JSON_NUMBER) {
    const text = textOf(v);
    return attempt(() => parseInt64(/\.0+$/.test(text) ? text.replace(/\.0+$/, '') : text, 0), 0n);
  }
  if (typeof v.data === 'bigint') return BigInt.asIntN(64, v.data);
  if (v.type.kind === 'float64') return truncate(v.data as number);
  return v.type.kind === 'bool' && v.data === true ? 1n : 0n;
};

export const toInt = (v: Value | null): number => Number(toInt64(v));

/** `cast.ToFloat64`. */
export const toFloat64 = (v: Value | null): number => {
  if (v === null || isNamedInteger(v)) return 0;
  if (v.type === STRING || v.type === JSON_NUMBER) return attempt(() => parseFloat64(textOf(v)), 0);
  if (typeof v.data === 'bigint') return Number(v.data);
  if (v.type.kind === 'float64') return v.data as number;
  return v.type.kind === 'bool' && v.data === true ? 1 : 0;
};

/** Sprig's `strval`: texts as they are, everything else as `%v`. */
export const textFor = (meter: Meter, v: Value | null): string => (v?.type === STRING ? textOf(v) : show(meter, v));

/** Elements as a Go function sees them. */
export const elementsOf = (v: Value): (Value | null)[] => itemsOf(v).map((item) => toInterface(element(v.type, item)));

/** Sprig's `strslice`: lists without their nils, anything else alone. */
export const textsFor = (meter: Meter, v: Value | null): string[] => {
  if (v === null) return [];
  if (v.type.kind !== 'slice') return [textFor(meter, v)];
  return elementsOf(v)
    .filter((item) => item !== null)
    .map((item) => textFor(meter, item));
};

/** reflect's name of a kind. */
export const kindName = (v: Value | null): string =>
  v === null ? 'invalid' : v.type.kind === 'pointer' ? 'ptr' : v.type.kind;
