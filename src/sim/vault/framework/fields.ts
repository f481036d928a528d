/** Field schemas and what handlers read from them. Conversion: `convert.ts`. Source: vault: sdk/framework/field_type.go */

/** What a field's value looks like after conversion. */
export interface FieldValues {
  string: string;
  /** Lower-cased. */
  'lower string': string;
  int: number;
  float: number;
  bool: boolean;
  /** Seconds, never negative: number, numeric string, `90s`, `1h30m`, `2d`. */
  duration: number;
  /** Seconds, may be negative. */
  'signed duration': number;
  map: Readonly<Record<string, unknown>>;
  /** Object, list of `k=v`, or one `k=v`. */
  'kv pairs': Readonly<Record<string, string>>;
  slice: readonly unknown[];
  'string slice': readonly string[];
  /** Array, or text split at commas; elements trimmed. */
  'comma slice': readonly string[];
  'comma int slice': readonly number[];
  /** RFC 3339 text or Unix seconds; Unix seconds. */
  time: number;
}

export type FieldType = keyof FieldValues;

export type FieldSchema = {
  readonly [T in FieldType]: { readonly type: T; readonly default?: FieldValues[T] };
}[FieldType];
export type FieldSchemas = Readonly<Record<string, FieldSchema>>;

/** Converted parameters of one request; captures of the path included. */
export interface FieldData<F extends FieldSchemas> {
  /** What was sent, else the schema's default, else the type's zero. */
  get<K extends keyof F & string>(name: K): FieldValues[F[K]['type']];
  /** What was sent, or `undefined`. An explicit `null` is sent: it gives the type's zero, but for durations and times. */
  given<K extends keyof F & string>(name: K): FieldValues[F[K]['type']] | undefined;
  /** Parameters before conversion. */
  readonly raw: Readonly<Record<string, unknown>>;
}
