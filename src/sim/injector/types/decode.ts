/** Reading JSON values into Go's types. go: encoding/json/decode.go; error texts as Go 1.26 prints them. */
import { canonicalQuantity } from '../go/quantity.ts';
import { Refusal } from '../go/refusal.ts';
import { checkTime } from '../go/time.ts';
import { struct } from './struct.ts';
import type { Field, Struct, Type } from './type.ts';

/** A decoded struct: only what the text said, in Go's types. */
export type Decoded = { readonly [key: string]: unknown };

export interface DecodeOptions {
  /** Keys must match in letter case, as Kubernetes' own decoder demands. */
  readonly exactKeys?: boolean;
}

const described = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return 'number';
  return typeof value === 'boolean' ? 'bool' : typeof value;
};

/** Go remembers the first wrong type and reads on; only a type's own reader stops it at once. */
interface Reading {
  readonly options: DecodeOptions;
  first?: string;
  inside?: string;
  readonly trail: string[];
}

const mismatch = (reading: Reading, value: string, go: string): string =>
  reading.inside === undefined
    ? `json: cannot unmarshal ${value} into Go value of type ${go}`
    : `json: cannot unmarshal ${value} into Go struct field ${reading.inside}.${reading.trail.join('.')} of type ${go}`;

const note = (reading: Reading, value: string, go: string): undefined => {
  reading.first ??= mismatch(reading, value, go);
  return undefined;
};

const LIMITS: Readonly<Record<string, number>> = { int32: 2 ** 31, int64: 2 ** 63, int: 2 ** 63 };

const readInteger = (reading: Reading, value: unknown, kind: string, go: string): unknown => {
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number') return note(reading, described(value), go);
  const limit = LIMITS[kind] ?? 2 ** 63;
  if (!Number.isInteger(value) || value >= limit || value < -limit) return note(reading, `number ${value}`, go);
  return value;
};

const readQuantity = (value: unknown): unknown => {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return canonicalQuantity(text.trim());
};

const fieldFor = (of: Struct, key: string, options: DecodeOptions): Field | undefined =>
  of.byKey.get(key) ?? (options.exactKeys ? undefined : of.byFold.get(key.toLowerCase()));

const readStruct = (reading: Reading, value: unknown, of: Struct, go: string): unknown => {
  if (typeof value !== 'object' || Array.isArray(value)) return note(reading, described(value), go);
  const out: Record<string, unknown> = {};
  const outer = reading.inside;
  for (const [key, part] of Object.entries(value ?? {})) {
    const field = fieldFor(of, key, reading.options);
    if (!field) continue;
    reading.inside = of.name;
    reading.trail.push(...field.trail);
    const read = readValue(reading, part, field.type);
    if (part !== null || field.type.kind === 'pointer' || field.type.kind === 'slice') out[field.key] = read;
    reading.trail.length -= field.trail.length;
  }
  if (outer === undefined) delete reading.inside;
  else reading.inside = outer;
  return out;
};

const readValue = (reading: Reading, value: unknown, type: Type): unknown => {
  if (value === null || value === undefined) return undefined;
  switch (type.kind) {
    case 'pointer':
      return readValue(reading, value, type.of);
    case 'struct':
      return readStruct(reading, value, struct(type.name), type.go);
    case 'slice':
      if (!Array.isArray(value)) return note(reading, described(value), type.go);
      return value.map((part) => readValue(reading, part, type.of) ?? zero(type.of));
    case 'map':
      if (typeof value !== 'object' || Array.isArray(value)) return note(reading, described(value), type.go);
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, readValue(reading, part, type.of) ?? zero(type.of)]),
      );
    case 'string':
      return typeof value === 'string' ? value : note(reading, described(value), type.go);
    case 'bool':
      return typeof value === 'boolean' ? value : note(reading, described(value), type.go);
    case 'Time':
      if (typeof value !== 'string') throw new Refusal(mismatch(reading, described(value), 'string'));
      checkTime(value);
      return value;
    case 'IntOrString':
      if (typeof value !== 'string' && typeof value !== 'number')
        throw new Refusal(mismatch(reading, described(value), 'int32'));
      return value;
    case 'Quantity':
      return readQuantity(value);
    case 'Raw':
      return value;
    default:
      return readInteger(reading, value, type.kind, type.go);
  }
};

/** Go's zero value of a type. */
export const zero = (type: Type): unknown => {
  if (type.kind === 'string') return '';
  if (type.kind === 'bool') return false;
  if (type.kind === 'struct') return {};
  if (type.kind === 'Quantity') return '0';
  return type.kind === 'int32' || type.kind === 'int64' || type.kind === 'int' || type.kind === 'IntOrString'
    ? 0
    : undefined;
};

/**
 * @param name the struct to read into, `Pod`
 * @param value a JSON value
 * @throws Refusal with Go's text for the first value of a wrong type
 */
export const decode = (name: string, value: unknown, options: DecodeOptions = {}): Decoded => {
  const reading: Reading = { options, trail: [] };
  const of = struct(name);
  const read = value === null ? {} : readStruct(reading, value, of, name.includes('.') ? name : `v1.${name}`);
  if (reading.first !== undefined) throw new Refusal(reading.first);
  return read as Decoded;
};
