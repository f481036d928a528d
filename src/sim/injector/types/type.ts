/** Go types as far as JSON shows them. */
export type Type =
  | {
      readonly kind: 'string' | 'bool' | 'int' | 'int32' | 'int64' | 'Quantity' | 'IntOrString' | 'Time' | 'Raw';
      readonly go: string;
    }
  | { readonly kind: 'pointer' | 'slice' | 'map'; readonly of: Type; readonly go: string }
  | { readonly kind: 'struct'; readonly name: string; readonly go: string };

export interface Field {
  readonly key: string;
  readonly omitEmpty: boolean;
  readonly type: Type;
  /** Names on the way to the field as error texts show them: embedded structs included. */
  readonly trail: readonly string[];
}

export interface Struct {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly byKey: ReadonlyMap<string, Field>;
  /** By the key in lower case: Go's decoder falls back to it. */
  readonly byFold: ReadonlyMap<string, Field>;
}

/** A struct from its fields, in their order in Go. */
export const structWith = (name: string, fields: readonly Field[]): Struct => ({
  name,
  fields,
  byKey: new Map(fields.map((field) => [field.key, field])),
  byFold: new Map(fields.map((field) => [field.key.toLowerCase(), field])),
});
