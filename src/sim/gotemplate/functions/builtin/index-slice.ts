/** `index`, `slice`, `len`. Go: text/template/funcs.go. */
import { prepare } from '../../exec/call.ts';
import { GoError } from '../../exec/errors.ts';
import { mapKey } from '../../values/key.ts';
import { INT, isSigned, isUnsigned, REFLECT, UINT8 } from '../../values/type.ts';
import {
  box,
  element,
  entriesOf,
  indirect,
  int,
  isValid,
  itemsOf,
  textOf,
  unbox,
  type Value,
  value,
  zero,
} from '../../values/value.ts';
import { defineRaw, type Functions } from '../define.ts';

const offset = (index: Value, limit: number): number => {
  if (!isValid(index)) throw new GoError('cannot index slice/array with nil');
  if (!isSigned(index.type.kind) && !isUnsigned(index.type.kind)) {
    throw new GoError(`cannot index slice/array with type ${index.type.name}`);
  }
  const number = index.data as bigint;
  if (number < 0n || number > BigInt(limit)) throw new GoError(`index out of range: ${number}`);
  return Number(number);
};

const lengthOf = (v: Value): number => (v.type.kind === 'string' ? textOf(v).length : itemsOf(v).length);

const step = (item: Value, index: Value): Value => {
  const { value: v, nil } = indirect(item);
  if (nil) throw new GoError('index of nil pointer');
  const { kind } = v.type;
  if (kind === 'string' || kind === 'slice') {
    const at = offset(index, lengthOf(v));
    // At the very end Go panics inside reflect, which the call reports.
    if (at === lengthOf(v)) throw new GoError(`reflect: ${kind} index out of range`);
    return kind === 'string' ? value(UINT8, BigInt(textOf(v).charCodeAt(at))) : element(v.type, itemsOf(v)[at]!);
  }
  if (kind !== 'map') throw new GoError(`can't index item of type ${v.type.name}`);
  const entry = entriesOf(v).get(mapKey(prepare(index, v.type.key!), v.type.key!));
  if (entry) return element(v.type, entry.value);
  return v.type.elem!.kind === 'interface' ? box(null) : zero(v.type.elem!);
};

const slice = (boxed: Value, indexes: readonly Value[]): Value => {
  const item = unbox(boxed);
  if (!isValid(item)) throw new GoError('slice of untyped nil');
  const { value: v, nil } = indirect(item);
  if (nil) throw new GoError('slice of nil pointer');
  if (indexes.length > 3) throw new GoError(`too many slice indexes: ${indexes.length}`);
  const { kind } = v.type;
  if (kind === 'string' && indexes.length === 3) throw new GoError('cannot 3-index slice a string');
  if (kind !== 'string' && kind !== 'slice') throw new GoError(`can't slice item of type ${v.type.name}`);
  const bounds = [0, lengthOf(v), lengthOf(v)];
  indexes.forEach((index, i) => {
    bounds[i] = offset(index, lengthOf(v));
  });
  for (let i = 1; i < Math.max(indexes.length, 2); i++) {
    if (bounds[i - 1]! > bounds[i]!) throw new GoError(`invalid slice index: ${bounds[i - 1]} > ${bounds[i]}`);
  }
  const [from, to] = bounds as [number, number];
  return value(v.type, kind === 'string' ? textOf(v).slice(from, to) : itemsOf(v).slice(from, to));
};

const len = (boxed: Value): Value => {
  const { value: v, nil } = indirect(boxed);
  if (nil) throw new GoError('len of nil pointer');
  const { kind } = v.type;
  if (kind === 'invalid') throw new GoError('reflect: call of reflect.Value.Type on zero Value');
  if (kind === 'map') return int(entriesOf(v).size);
  if (kind === 'chan') return int(0);
  if (kind === 'string' || kind === 'slice') return int(lengthOf(v));
  throw new GoError(`len of type ${v.type.name}`);
};

export const indexing: Functions = {
  index: defineRaw(
    [REFLECT, REFLECT],
    REFLECT,
    (_, boxed, ...indexes) => {
      if (!isValid(unbox(boxed))) throw new GoError('index of untyped nil');
      return indexes.reduce((item, index) => step(item, unbox(index)), unbox(boxed));
    },
    true,
  ),
  slice: defineRaw([REFLECT, REFLECT], REFLECT, (_, item, ...indexes) => slice(item, indexes), true),
  len: defineRaw([REFLECT], INT, (_, item) => len(item)),
};
