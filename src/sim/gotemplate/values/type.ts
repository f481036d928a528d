/**
 * Go types as far as a template can meet them. Error texts name them, assignability compares them, so each type exists
 * once: compare with `===`.
 */
import type { GoFunction } from './function.ts';
import type { Value } from './value.ts';

export type Kind =
  | 'invalid'
  | 'bool'
  | 'int'
  | 'int32'
  | 'int64'
  | 'uint'
  | 'uint8'
  | 'uint64'
  | 'float64'
  | 'complex128'
  | 'string'
  | 'slice'
  | 'map'
  | 'struct'
  | 'pointer'
  | 'interface'
  | 'func'
  | 'chan';

export interface Field {
  name: string;
  type: Type;
}

export interface Type {
  kind: Kind;
  /** As `%T` prints it: `map[string]interface {}`. */
  name: string;
  elem: Type | null;
  key: Type | null;
  fields: readonly Field[];
  /** Methods a template may call; the receiver is the first argument. */
  methods: Record<string, GoFunction>;
  /** The type's `String()` method, which fmt prefers. */
  text: ((v: Value) => string) | null;
}

const known = new Map<string, Type>();

const make = (kind: Kind, name: string, parts: Partial<Type> = {}): Type => {
  const found = known.get(name);
  if (found) return found;
  const type: Type = { kind, name, elem: null, key: null, fields: [], methods: {}, text: null, ...parts };
  known.set(name, type);
  return type;
};

export const INVALID_TYPE = make('invalid', '<invalid>');
/** Stands for "no piped value": text/template's `missingValType`. */
export const MISSING_TYPE = make('struct', 'template.missingValType');
/** Parameters of the builtins take a value as it is, whatever its type (Go: `reflect.Value`). */
export const REFLECT = make('struct', 'reflect.Value');
export const ANY = make('interface', 'interface {}');
export const BOOL = make('bool', 'bool');
export const INT = make('int', 'int');
export const INT32 = make('int32', 'int32');
export const INT64 = make('int64', 'int64');
export const UINT = make('uint', 'uint');
export const UINT8 = make('uint8', 'uint8');
export const UINT64 = make('uint64', 'uint64');
export const FLOAT64 = make('float64', 'float64');
export const COMPLEX128 = make('complex128', 'complex128');
export const STRING = make('string', 'string');
/** encoding/json: a number kept as it was written; its kind is string. */
export const JSON_NUMBER = make('string', 'json.Number');
export const DURATION = make('int64', 'time.Duration');
export const MONTH = make('int', 'time.Month');
export const WEEKDAY = make('int', 'time.Weekday');

export const sliceOf = (elem: Type): Type => make('slice', `[]${elem.name}`, { elem });
export const mapOf = (key: Type, elem: Type): Type => make('map', `map[${key.name}]${elem.name}`, { key, elem });
export const pointerTo = (elem: Type): Type => make('pointer', `*${elem.name}`, { elem });
export const channelOf = (elem: Type): Type => make('chan', `<-chan ${elem.name}`, { elem });
export const structOf = (name: string, fields: readonly Field[]): Type => make('struct', name, { fields });
export const namedSlice = (name: string, elem: Type): Type => make('slice', name, { elem });
export const functionType = (name: string): Type => make('func', name);

export const STRINGS = sliceOf(STRING);
export const LIST = sliceOf(ANY);
export const OBJECT = mapOf(STRING, ANY);
export const TEXTS = mapOf(STRING, STRING);
/** What yaml.v2 makes of a mapping. */
export const YAML_OBJECT = mapOf(ANY, ANY);
/** The seconds, nanoseconds and zone stay hidden: a template sees methods only. */
export const TIME = structOf('time.Time', []);

const INTEGERS: ReadonlySet<Kind> = new Set<Kind>(['int', 'int32', 'int64']);
const UNSIGNED: ReadonlySet<Kind> = new Set<Kind>(['uint', 'uint8', 'uint64']);
export const isSigned = (kind: Kind): boolean => INTEGERS.has(kind);
export const isUnsigned = (kind: Kind): boolean => UNSIGNED.has(kind);

/** May a value of `from` stand where `to` is wanted (reflect's AssignableTo)? */
export const assignable = (from: Type, to: Type): boolean => from === to || (to === ANY && from !== INVALID_TYPE);

/** Can the type hold nil (text/template's canBeNil)? */
export const canBeNil = (type: Type): boolean =>
  ['chan', 'func', 'interface', 'map', 'pointer', 'slice'].includes(type.kind) || type === REFLECT;
