/** `add`, `subtract`, `multiply`, `divide`, `modulo`, `minimum`, `maximum`: the second argument is the left operand. */
import { GoError } from '../../exec/errors.ts';
import type { Meter } from '../../exec/meter.ts';
import { sprintf } from '../../fmt/printf.ts';
import { isSigned, isUnsigned } from '../../values/type.ts';
import { float, int64, uint64, type Value } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';

type Family = 'int' | 'uint' | 'float' | undefined;

const family = (v: Value | null): Family =>
  !v
    ? undefined
    : isSigned(v.type.kind)
      ? 'int'
      : isUnsigned(v.type.kind)
        ? 'uint'
        : v.type.kind === 'float64'
          ? 'float'
          : undefined;

const unknown = (meter: Meter, name: string, v: Value | null): GoError => {
  const shown = v === null ? '<invalid reflect.Value>' : sprintf(meter, '%q', [v]);
  return new GoError(`${name}: unknown type for ${shown} (${v?.type.name ?? '<nil>'})`);
};

/** Both operands with their families; a float on either side makes a float operation, two uints an unsigned one. */
const operands = (
  meter: Meter,
  name: string,
  b: Value | null,
  a: Value | null,
  floats: boolean,
): [Value, Value, Family] => {
  const [left, right] = [family(a), family(b)];
  if (!a || !left || (left === 'float' && !floats)) throw unknown(meter, name, a);
  if (!b || !right || (right === 'float' && !floats)) throw unknown(meter, name, b);
  if (left === 'float' || right === 'float') return [a, b, 'float'];
  return [a, b, left === 'uint' && right === 'uint' ? 'uint' : 'int'];
};

interface Operation {
  integers(a: bigint, b: bigint): bigint;
  floats?(a: number, b: number): number;
}

const arithmetic = (name: string, operation: Operation) =>
  define('any any', 'any', (call, second, first) => {
    const [a, b, kind] = operands(call.meter, name, second, first, operation.floats !== undefined);
    if (kind === 'float') return float(operation.floats!(Number(a.data), Number(b.data)));
    const make = kind === 'uint' ? uint64 : int64;
    return make(operation.integers(make(a.data as bigint).data as bigint, make(b.data as bigint).data as bigint));
  });

const nonZero = (b: bigint): bigint => {
  if (b === 0n) throw new GoError('runtime error: integer divide by zero');
  return b;
};

/** The chosen operand comes back in the widest type of its family. */
const widen = (v: Value): Value => {
  const kind = family(v);
  return kind === 'float'
    ? float(v.data as number)
    : kind === 'uint'
      ? uint64(v.data as bigint)
      : int64(v.data as bigint);
};

const extreme = (name: string, wins: (a: number | bigint, b: number | bigint) => boolean) =>
  define('any any', 'any', (call, second, first) => {
    const [a, b] = operands(call.meter, name, second, first, true);
    return widen(wins(a.data as number | bigint, b.data as number | bigint) ? a : b);
  });

export const mathFunctions: Functions = {
  add: arithmetic('add', { integers: (a, b) => a + b, floats: (a, b) => a + b }),
  subtract: arithmetic('subtract', { integers: (a, b) => a - b, floats: (a, b) => a - b }),
  multiply: arithmetic('multiply', { integers: (a, b) => a * b, floats: (a, b) => a * b }),
  divide: arithmetic('divide', { integers: (a, b) => a / nonZero(b), floats: (a, b) => a / b }),
  modulo: arithmetic('modulo', { integers: (a, b) => a % nonZero(b) }),
  minimum: extreme('minimum', (a, b) => a < b),
  maximum: extreme('maximum', (a, b) => a > b),
};
