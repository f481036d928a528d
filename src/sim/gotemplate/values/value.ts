/** A Go value with its type (reflect.Value). Values are immutable except maps and what a pointer shows to. */
import type { GoFunction } from './function.ts';
import {
  ANY,
  BOOL,
  FLOAT64,
  INT,
  INT64,
  INVALID_TYPE,
  LIST,
  MISSING_TYPE,
  OBJECT,
  STRING,
  STRINGS,
  type Type,
  UINT64,
} from './type.ts';

/** Entries by an identifying text; iteration order is of no meaning, Go sorts when it prints or ranges. */
export type Entries = Map<string, { key: Value; value: Value | null }>;
export interface Pointer {
  target: Value;
}
export interface Channel {
  next: bigint;
  stop: bigint;
}

/**
 * By kind: bool → boolean; integers → bigint; float64 → number; complex128 → pair; string → byte string; slice → array
 * or null for nil; map → Entries or null; struct → its fields in order, or a time's nanoseconds; pointer → Pointer or
 * null; interface → the value inside or null; func → GoFunction; chan → Channel.
 * In slices and maps whose element type is an interface, `null` is nil and other values are stored unboxed.
 */
export type Data =
  | null
  | boolean
  | bigint
  | number
  | string
  | readonly [number, number]
  | readonly (Value | null)[]
  | Entries
  | Pointer
  | Channel
  | GoFunction
  | Value;

export interface Value {
  readonly type: Type;
  readonly data: Data;
}

/** The zero reflect.Value: untyped nil. */
export const INVALID: Value = { type: INVALID_TYPE, data: null };
export const MISSING: Value = { type: MISSING_TYPE, data: null };

export const value = (type: Type, data: Data): Value => ({ type, data });
export const str = (text: string): Value => ({ type: STRING, data: text });
export const int = (number: number | bigint): Value => ({ type: INT, data: BigInt(number) });
export const int64 = (number: bigint): Value => ({ type: INT64, data: BigInt.asIntN(64, number) });
export const uint64 = (number: bigint): Value => ({ type: UINT64, data: BigInt.asUintN(64, number) });
export const float = (number: number): Value => ({ type: FLOAT64, data: number });
const TRUE: Value = { type: BOOL, data: true };
const FALSE: Value = { type: BOOL, data: false };
export const bool = (truth: boolean): Value => (truth ? TRUE : FALSE);
export const list = (items: readonly (Value | null)[]): Value => ({ type: LIST, data: items });
export const strings = (items: readonly string[]): Value => ({ type: STRINGS, data: items.map(str) });
export const object = (entries: Iterable<readonly [string, Value | null]>, type = OBJECT): Value => ({
  type,
  data: new Map(Array.from(entries, ([key, item]) => [key, { key: { type: type.key!, data: key }, value: item }])),
});

/** Put a value into an interface{}: reading an element of `[]interface {}` gives this. */
export const box = (inner: Value | null): Value => ({ type: ANY, data: inner });

/** What an interface holds, or the value itself; INVALID for nil (text/template's indirectInterface). */
export const unbox = (v: Value): Value => (v.type.kind === 'interface' ? ((v.data as Value | null) ?? INVALID) : v);

/** As a Go function sees it in an `interface{}` parameter: null is nil. */
export const toInterface = (v: Value): Value | null => {
  const inner = unbox(v);
  return inner.type === INVALID_TYPE ? null : inner;
};

export const isValid = (v: Value): boolean => v.type !== INVALID_TYPE;
export const textOf = (v: Value): string => v.data as string;
export const itemsOf = (v: Value): readonly (Value | null)[] => (v.data as readonly (Value | null)[] | null) ?? [];
const NONE: Entries = new Map();
export const entriesOf = (v: Value): Entries => (v.data as Entries | null) ?? NONE;
export const functionOf = (v: Value): GoFunction => v.data as GoFunction;

/** An element as reflect gives it: boxed where the element type is an interface. */
export const element = (container: Type, item: Value | null): Value =>
  container.elem!.kind === 'interface' ? box(item) : (item ?? INVALID);

/** Follow pointers and interfaces to the end; `nil` tells that the end is nil (text/template's indirect). */
export const indirect = (v: Value): { value: Value; nil: boolean } => {
  let at = v;
  while (at.type.kind === 'pointer' || at.type.kind === 'interface') {
    if (at.data === null) return { value: at, nil: true };
    at = at.type.kind === 'pointer' ? (at.data as Pointer).target : (at.data as Value);
  }
  return { value: at, nil: false };
};

/** The zero value of a type. */
export const zero = (type: Type): Value => {
  switch (type.kind) {
    case 'bool':
      return { type, data: false };
    case 'string':
      return { type, data: '' };
    case 'float64':
      return { type, data: 0 };
    case 'complex128':
      return { type, data: [0, 0] };
    case 'struct':
      return { type, data: type.fields.map((field) => zero(field.type)) };
    case 'int':
    case 'int32':
    case 'int64':
    case 'uint':
    case 'uint8':
    case 'uint64':
      return { type, data: 0n };
    default:
      return { type, data: null };
  }
};
