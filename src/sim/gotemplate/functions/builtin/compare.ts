/** `eq`, `ne`, `lt`, `le`, `gt`, `ge`. Go: text/template/funcs.go. */

import { GoError } from '../../exec/errors.ts';
import { show } from '../../fmt/print.ts';
import { sprintf } from '../../fmt/printf.ts';
import type { Call } from '../../values/function.ts';
import { isSigned, isUnsigned } from '../../values/type.ts';
import { isValid, itemsOf, toInterface, unbox, type Value } from '../../values/value.ts';
import { define, type Functions, isNil } from '../define.ts';

type Basic = 'bool' | 'complex' | 'int' | 'float' | 'string' | 'uint' | 'none';

const basic = (v: Value): Basic => {
  const { kind } = v.type;
  if (kind === 'bool' || kind === 'string') return kind;
  if (isSigned(kind)) return 'int';
  if (isUnsigned(kind)) return 'uint';
  return kind === 'float64' ? 'float' : kind === 'complex128' ? 'complex' : 'none';
};

const badType = (): GoError => new GoError('invalid type for comparison');
const incompatible = (a: Value, b: Value): GoError =>
  new GoError(`incompatible types for comparison: ${a.type.name} and ${b.type.name}`);

const isInteger = (kind: Basic): boolean => kind === 'int' || kind === 'uint';

/** As the error texts show a value: with `%s`, which marks what is no text. */
const shown = (call: Call, v: Value): string => sprintf(call.meter, '%s', [toInterface(v)]);

/** Structs and the like that are neither basic nor nil. */
const sameOther = (call: Call, a: Value, b: Value): boolean => {
  const comparable = a.type.kind === b.type.kind || !isValid(a) || !isValid(b);
  if (!comparable)
    throw new GoError(
      `non-comparable types ${shown(call, a)}: ${a.type.name}, ${b.type.name}: ${show(call.meter, toInterface(b))}`,
    );
  if (isNil(a) || isNil(b)) return isNil(a) === isNil(b);
  if (['slice', 'map', 'func'].includes(b.type.kind))
    throw new GoError(`non-comparable type ${shown(call, b)}: ${b.type.name}`);
  return a.type === b.type && (a.data === b.data || (a.type.kind === 'struct' && sameFields(a, b)));
};

const sameFields = (a: Value, b: Value): boolean => {
  const left = a.data as readonly Value[];
  const right = b.data as readonly Value[];
  return left.every((field, i) => field.data === right[i]!.data);
};

const same = (call: Call, a: Value, b: Value): boolean => {
  const [x, y] = [basic(a), basic(b)];
  if (x !== y) {
    if (isInteger(x) && isInteger(y)) return a.data === b.data;
    if (isValid(a) && isValid(b)) throw incompatible(a, b);
    return false;
  }
  if (x === 'none') return sameOther(call, a, b);
  return x === 'complex' ? String(itemsOf(a)) === String(itemsOf(b)) : a.data === b.data;
};

const eq = (call: Call, first: Value, others: readonly Value[]): boolean => {
  if (others.length === 0) throw new GoError('missing argument for comparison');
  return others.some((other) => same(call, unbox(first), unbox(other)));
};

const lt = (first: Value, second: Value): boolean => {
  const [a, b] = [unbox(first), unbox(second)];
  const [x, y] = [basic(a), basic(b)];
  if (x === 'none' || y === 'none') throw badType();
  if (x !== y && !(isInteger(x) && isInteger(y))) throw incompatible(a, b);
  if (x === 'bool' || x === 'complex') throw badType();
  return (a.data as bigint | number | string) < (b.data as bigint | number | string);
};

const le = (call: Call, a: Value, b: Value): boolean => lt(a, b) || eq(call, a, [b]);

export const comparisons: Functions = {
  eq: define('value ...value', 'bool', (call, first, ...others) => eq(call, first, others)),
  ne: define('value value', 'bool', (call, a, b) => !eq(call, a, [b])),
  lt: define('value value', 'bool', (_, a, b) => lt(a, b)),
  le: define('value value', 'bool', le),
  gt: define('value value', 'bool', (call, a, b) => !le(call, a, b)),
  ge: define('value value', 'bool', (_, a, b) => !lt(a, b)),
};
