import { ConversionError, convert, zeroOf } from './convert.ts';
import type { FieldData, FieldSchemas, FieldType } from './fields.ts';

/** For durations and times an explicit null is as good as nothing. (vault: sdk/framework/field_data.go, getPrimitive) */
const isAbsent = (type: FieldType, value: unknown): boolean =>
  value === null && (type === 'duration' || type === 'signed duration' || type === 'time');

/** The parameters of one request against one path's schemas. */
export interface ParsedFields {
  readonly fields: FieldData<FieldSchemas>;
  /** First conversion error: `error converting input for field "x": …`. */
  readonly error: string | undefined;
  /** Sorted names that the path has no field for. */
  readonly ignored: readonly string[];
  /** Sorted names whose value the path's capture replaced. */
  readonly replaced: readonly string[];
}

/**
 * Merges body and captures, converts what has a schema. (vault: sdk/framework/backend.go, HandleRequest)
 * @param data parameters as sent
 * @param captures named groups of the path's pattern; an optional one that did not match is ''
 */
export const parseFields = (
  schemas: FieldSchemas,
  data: Readonly<Record<string, unknown>>,
  captures: Readonly<Record<string, string | undefined>>,
): ParsedFields => {
  const raw: Record<string, unknown> = Object.assign(Object.create(null), data);
  const ignored = Object.keys(data).filter((name) => !Object.hasOwn(schemas, name));
  const replaced: string[] = [];
  for (const [name, value] of Object.entries(captures)) {
    if (raw[name] !== undefined && raw[name] !== null) replaced.push(name);
    raw[name] = value ?? '';
  }
  const values: Record<string, unknown> = Object.create(null);
  let error: string | undefined;
  for (const name of Object.keys(raw)) {
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
    if (schema === undefined || isAbsent(schema.type, raw[name])) continue;
    try {
      values[name] = convert(schema.type, raw[name]);
    } catch (thrown) {
      if (!(thrown instanceof ConversionError)) throw thrown;
      error ??= `error converting input for field "${name}": ${thrown.message}`;
    }
  }
  const fields: FieldData<FieldSchemas> = {
    raw,
    given: (name) => values[name] as never,
    get: (name) => {
      const value = values[name];
      if (value !== undefined) return value as never;
      const schema = schemas[name];
      return (schema?.default ?? zeroOf(schema?.type ?? 'string')) as never;
    },
  };
  return { fields, error, ignored: ignored.sort(), replaced: replaced.sort() };
};
