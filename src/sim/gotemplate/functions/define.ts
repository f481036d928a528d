/** Writing down Go functions with their signatures: `define('int string', 'string', (call, n, s) => …)`. */
import type { Call, GoFunction } from '../values/function.ts';
import {
  ANY,
  BOOL,
  FLOAT64,
  INT,
  INT64,
  LIST,
  OBJECT,
  REFLECT,
  STRING,
  STRINGS,
  sliceOf,
  TEXTS,
  TIME,
  type Type,
  UINT64,
} from '../values/type.ts';
import {
  bool,
  float,
  int,
  int64,
  isValid,
  itemsOf,
  str,
  strings,
  textOf,
  toInterface,
  uint64,
  type Value,
  value,
} from '../values/value.ts';

/** What a function gets and gives for each type word. Texts are byte strings; `null` is nil. */
export interface Native {
  string: string;
  int: number;
  int64: bigint;
  uint64: bigint;
  float64: number;
  bool: boolean;
  any: Value | null;
  /** As it is: `reflect.Value`. */
  value: Value;
  '[]string': string[];
  '[]any': readonly (Value | null)[];
  'map[string]any': Value;
  'map[string]string': Value;
  '[]int': readonly number[];
  time: bigint;
}
type Word = keyof Native;
type One<W> = W extends `...${infer E extends Word}` ? Native[E][] : W extends Word ? [Native[W]] : [];
type Args<S> = S extends `${infer Head} ${infer Rest}` ? [...One<Head>, ...Args<Rest>] : One<S>;

const TYPES: Record<Word, Type> = {
  string: STRING,
  int: INT,
  int64: INT64,
  uint64: UINT64,
  float64: FLOAT64,
  bool: BOOL,
  any: ANY,
  value: REFLECT,
  '[]string': STRINGS,
  '[]any': LIST,
  'map[string]any': OBJECT,
  'map[string]string': TEXTS,
  '[]int': sliceOf(INT),
  time: TIME,
};

const toNative = (word: Word, v: Value): unknown => {
  switch (word) {
    case 'int':
      return Number(v.data as bigint);
    case 'any':
      return toInterface(v);
    case 'value':
    case 'map[string]any':
    case 'map[string]string':
      return v;
    case '[]string':
      return itemsOf(v).map((item) => textOf(item!));
    case '[]any':
      return itemsOf(v);
    default:
      return v.data;
  }
};

const NONE: Value = value(ANY, null);

const fromNative = <W extends Word>(word: W, result: Native[W]): Value => {
  switch (word) {
    case 'string':
      return str(result as string);
    case 'int':
      return int(result as number);
    case 'int64':
      return int64(result as bigint);
    case 'uint64':
      return uint64(result as bigint);
    case 'float64':
      return float(result as number);
    case 'bool':
      return bool(result as boolean);
    case '[]string':
      return strings(result as string[]);
    case '[]int':
      return value(TYPES['[]int'], (result as readonly number[]).map(int));
    case 'time':
      return value(TIME, result as bigint);
    case '[]any':
      return value(LIST, result as readonly (Value | null)[]);
    default:
      return (result as Value | null) ?? NONE;
  }
};

/**
 * A Go function from native parts.
 * @param params type words, the last one with `...` where the function is variadic; '' for none
 * @param result type word of its (first) result
 * @param run throws GoError for a Go error
 */
export const define = <S extends string, W extends Word>(
  params: S,
  result: W,
  run: (call: Call, ...args: Args<S>) => Native[W],
): GoFunction => {
  const words = params === '' ? [] : params.split(' ');
  const plain = words.map((word) => word.replace('...', '') as Word);
  const last = plain.length - 1;
  return {
    params: plain.map((word) => TYPES[word]),
    variadic: words[last]?.startsWith('...') ?? false,
    result: TYPES[result],
    invoke: (call, args) =>
      fromNative(result, run(call, ...(args.map((arg, i) => toNative(plain[Math.min(i, last)]!, arg)) as Args<S>))),
  };
};

/** A function over values whose types `define` has no word for. */
export const defineRaw = (
  params: readonly Type[],
  result: Type,
  run: (call: Call, ...args: Value[]) => Value,
  variadic = false,
): GoFunction => ({ params, variadic, result, invoke: (call, args) => run(call, ...args) });

export const isNil = (v: Value | null): boolean =>
  v === null ||
  !isValid(v) ||
  (v.data === null && ['chan', 'func', 'interface', 'map', 'pointer', 'slice'].includes(v.type.kind));

export type Functions = Readonly<Record<string, GoFunction>>;
