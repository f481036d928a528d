/** Sprig's arithmetic (numeric.go): everything converts, integers wrap at 64 bits. */
import { GoError } from '../../exec/errors.ts';
import type { Meter } from '../../exec/meter.ts';
import { sprint } from '../../fmt/print.ts';
import { parseInt64 } from '../../strconv/integer.ts';
import { ANY, INT } from '../../values/type.ts';
import { int as intValue, toInterface, type Value } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import { toFloat64, toInt64 } from './cast.ts';
import { type Exact, exactly, minus, over, plus, times, toNumber } from './decimal.ts';

const wrap = (number: bigint): bigint => BigInt.asIntN(64, number);

const divisor = (v: Value | null): bigint => {
  const number = toInt64(v);
  if (number === 0n) throw new GoError('runtime error: integer divide by zero');
  return number;
};

const folded = (operation: (a: Exact, b: Exact) => Exact) =>
  define('any ...any', 'float64', (_, first, ...rest) =>
    toNumber(rest.reduce((sum, v) => operation(sum, exactly(toFloat64(v))), exactly(toFloat64(first)))),
  );

const extreme = (better: (a: bigint, b: bigint) => boolean) =>
  define('any ...any', 'int64', (_, first, ...rest) =>
    rest.map(toInt64).reduce((best, number) => (better(number, best) ? number : best), toInt64(first)),
  );

const steps = (meter: Meter, start: number, stop: number, step: number): number[] => {
  if ((stop < start && step >= 0) || (stop >= start && step <= 0)) return [];
  meter.charge(Math.abs((stop - start) / step));
  const out: number[] = [];
  for (let i = start; stop < start ? i > stop : i < stop; i += step) out.push(i);
  return out;
};

const sequence = (meter: Meter, params: readonly number[]): string => {
  const towards = (from: number, to: number) => (to < from ? -1 : 1);
  if (params.length === 1) {
    const [end] = params as [number];
    return steps(meter, 1, end + towards(1, end), towards(1, end)).join(' ');
  }
  if (params.length === 2) {
    const [start, end] = params as [number, number];
    return steps(meter, start, end + towards(start, end), towards(start, end)).join(' ');
  }
  if (params.length !== 3) return '';
  const [start, step, end] = params as [number, number, number];
  if (end < start && step > 0) return '';
  return steps(meter, start, end + towards(start, end), step).join(' ');
};

const round = (number: number, places: number, roundOn: number): number => {
  // The literal is exact where JavaScript's power is not.
  const power = Number(`1e${places}`);
  const digit = power * number;
  const part = digit - Math.trunc(digit);
  return (part >= roundOn ? Math.ceil(digit) : Math.floor(digit)) / power;
};

const maximum = extreme((a, b) => a > b);

export const sprigNumbers: Functions = {
  atoi: define('string', 'int', (_, text) => {
    try {
      return Number(parseInt64(text, 10, 'Atoi'));
    } catch (error) {
      if (!(error instanceof GoError)) throw error;
      if (!error.message.endsWith('out of range')) return 0;
      return text[0] === '-' ? -(2 ** 63) : 2 ** 63 - 1;
    }
  }),
  int: defineRaw([ANY], INT, (_, v) => intValue(toInt64(toInterface(v)))),
  int64: define('any', 'int64', (_, v) => toInt64(v)),
  float64: define('any', 'float64', (_, v) => toFloat64(v)),
  toDecimal: define('any', 'int64', (call, v) => {
    try {
      return parseInt64(sprint(call.meter, [v]), 8);
    } catch (error) {
      if (error instanceof GoError) return 0n;
      throw error;
    }
  }),
  seq: define('...int', 'string', (call, ...params) => sequence(call.meter, params)),
  until: define('int', '[]int', (call, count) => steps(call.meter, 0, count, count < 0 ? -1 : 1)),
  untilStep: define('int int int', '[]int', (call, start, stop, step) => steps(call.meter, start, stop, step)),
  add1: define('any', 'int64', (_, v) => wrap(toInt64(v) + 1n)),
  add: define('...any', 'int64', (_, ...all) => all.reduce((sum, v) => wrap(sum + toInt64(v)), 0n)),
  sub: define('any any', 'int64', (_, a, b) => wrap(toInt64(a) - toInt64(b))),
  div: define('any any', 'int64', (_, a, b) => wrap(toInt64(a) / divisor(b))),
  mod: define('any any', 'int64', (_, a, b) => toInt64(a) % divisor(b)),
  mul: define('any ...any', 'int64', (_, first, ...rest) =>
    rest.reduce((product, v) => wrap(product * toInt64(v)), toInt64(first)),
  ),
  add1f: define('any', 'float64', (_, v) => toNumber(plus(exactly(toFloat64(v)), exactly(1)))),
  addf: define('...any', 'float64', (_, ...all) =>
    toNumber(all.reduce<Exact>((sum, v) => plus(sum, exactly(toFloat64(v))), exactly(0))),
  ),
  subf: folded(minus),
  divf: folded(over),
  mulf: folded(times),
  biggest: maximum,
  max: maximum,
  min: extreme((a, b) => a < b),
  maxf: define('any ...any', 'float64', (_, first, ...rest) => Math.max(toFloat64(first), ...rest.map(toFloat64))),
  minf: define('any ...any', 'float64', (_, first, ...rest) => Math.min(toFloat64(first), ...rest.map(toFloat64))),
  ceil: define('any', 'float64', (_, v) => Math.ceil(toFloat64(v))),
  floor: define('any', 'float64', (_, v) => Math.floor(toFloat64(v))),
  round: define('any int ...float64', 'float64', (_, v, places, ...roundOn) =>
    round(toFloat64(v), places, roundOn[0] ?? 0.5),
  ),
};
