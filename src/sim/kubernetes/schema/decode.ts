import { canonical } from '../../go/quantity.ts';
import { fromBase64 } from '../../jwt/base64.ts';
import { type Field, type FieldType, goTypeName, type StructType, structOf } from './types.ts';

/** A JSON object. */
export type Json = Record<string, unknown>;

/** What reading a body gave. */
export interface Decoded {
  /** The object in the form in which the API server would write it: known fields only, empty ones left out. */
  readonly object: Json;
  /** Paths of fields that the type does not have: `spec.containers[0].imagee`. */
  readonly unknown: readonly string[];
  /** Text of the first type error, as Go's decoder words it. */
  readonly error?: string;
}

/**
 * Read a JSON object as a Go struct, the way sigs.k8s.io/json does it: unknown fields are dropped and reported, names
 * are case-sensitive, the first type error is kept.
 * @param value the JSON value
 * @param struct name of the struct, e.g. `Pod`
 * @param ignore names at the top that belong to the envelope (`apiVersion`, `kind`)
 */
export const decode = (value: unknown, struct: string, ignore: readonly string[] = ['apiVersion', 'kind']): Decoded => {
  const reader = new Reader();
  const object = reader.struct(value, structOf(struct), '', '', ignore);
  return { object, unknown: reader.unknown, ...(reader.error !== undefined && { error: reader.error }) };
};

/** What a Go decoder calls a JSON value in its errors. */
export const jsonKind = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'boolean') return 'bool';
  return value === null ? 'null' : typeof value;
};

type ScalarType = Extract<FieldType, { kind: 'scalar' }>;

interface Place {
  /** Innermost struct and dotted path without indices, for type errors. */
  readonly struct: string;
  readonly field: string;
  /** Path with indices, for unknown fields. */
  readonly path: string;
}

class Reader {
  readonly unknown: string[] = [];
  error: string | undefined;

  struct(value: unknown, type: StructType, field: string, path: string, ignore: readonly string[] = []): Json {
    const given = isObject(value) ? value : {};
    const read: Json = {};
    for (const key of Object.keys(given)) {
      if (ignore.includes(key)) continue;
      const known = type.byName[key];
      if (!known) {
        this.unknown.push(path === '' ? key : `${path}.${key}`);
        continue;
      }
      const place = { struct: type.name, field: join(field, key), path: join(path, key) };
      const result = this.value(given[key], known.type, place);
      if (result !== undefined) read[key] = result;
    }
    const out: Json = {};
    for (const f of type.fields) {
      const written = write(read[f.name], f);
      if (written !== undefined) out[f.name] = written;
    }
    return out;
  }

  value(value: unknown, type: FieldType, place: Place): unknown {
    if (value === null || value === undefined) return undefined;
    if (type.kind === 'struct') {
      if (!isObject(value)) return this.mismatch(value, type, place);
      return this.struct(value, structOf(type.name), place.field, place.path);
    }
    if (type.kind === 'list') {
      if (!Array.isArray(value)) return this.mismatch(value, type, place);
      return value.map(
        (item, i) => this.value(item, type.of, { ...place, path: `${place.path}[${i}]` }) ?? zeroOf(type.of),
      );
    }
    if (type.kind === 'map') {
      if (!isObject(value)) return this.mismatch(value, type, place);
      const out: Json = {};
      for (const key of Object.keys(value))
        out[key] = this.value(value[key], type.of, { ...place, path: join(place.path, key) }) ?? zeroOf(type.of);
      return out;
    }
    return this.scalar(value, type, place);
  }

  scalar(value: unknown, type: ScalarType, place: Place): unknown {
    switch (type.scalar) {
      case 'any':
        return value;
      case 'bool':
        return typeof value === 'boolean' ? value : this.mismatch(value, type, place);
      case 'int32':
      case 'int64':
        return this.integer(value, type, place);
      case 'intOrString':
        if (typeof value === 'string') return value;
        return this.integer(value, { ...type, go: 'int32', scalar: 'int32' }, place);
      case 'quantity':
        return this.quantity(value);
      case 'time':
      case 'microTime':
        return this.time(value, type, place);
      case 'bytes':
        return this.bytes(value, type, place);
      default:
        return typeof value === 'string' ? value : this.mismatch(value, type, place);
    }
  }

  integer(value: unknown, type: ScalarType, place: Place): unknown {
    if (typeof value !== 'number') return this.mismatch(value, type, place);
    const limit = type.scalar === 'int32' ? 2 ** 31 : 2 ** 63;
    if (Number.isInteger(value) && value < limit && value >= -limit) return value;
    return this.mismatch(value, type, place, `number ${value}`);
  }

  quantity(value: unknown): unknown {
    if (typeof value !== 'string' && typeof value !== 'number')
      return this.fail(`quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'`);
    const quantity = canonical(`${value}`);
    return 'error' in quantity ? this.fail(quantity.error) : quantity.text;
  }

  time(value: unknown, type: ScalarType, place: Place): unknown {
    if (typeof value !== 'string') return this.mismatch(value, { ...type, go: 'string' }, place);
    const m = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.exec(value);
    const time = m ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(time))
      return this.fail(
        `parsing time ${JSON.stringify(value)} as "2006-01-02T15:04:05Z07:00": cannot parse ${JSON.stringify(value)} as "2006"`,
      );
    const iso = new Date(time).toISOString();
    return type.scalar === 'time'
      ? `${iso.slice(0, 19)}Z`
      : `${iso.slice(0, 19)}.${(m?.[1] ?? '').slice(1, 7).padEnd(6, '0')}Z`;
  }

  bytes(value: unknown, type: FieldType, place: Place): unknown {
    if (typeof value !== 'string') return this.mismatch(value, type, place);
    const decoded = fromBase64(value);
    if ('corruptAt' in decoded) return this.fail(`illegal base64 data at input byte ${decoded.corruptAt}`);
    return value;
  }

  mismatch(value: unknown, type: FieldType, place: Place, what = jsonKind(value)): undefined {
    return this.fail(
      `json: cannot unmarshal ${what} into Go struct field ${place.struct}.${place.field} of type ${goTypeName(type)}`,
    );
  }

  fail(text: string): undefined {
    this.error ??= text;
    return undefined;
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** The zero value of a type inside a list or a map. */
const zeroOf = (type: FieldType): unknown => {
  if (type.kind === 'struct') return new Reader().struct({}, structOf(type.name), '', '');
  if (type.kind !== 'scalar') return null;
  if (type.scalar === 'bool') return false;
  if (type.scalar === 'int32' || type.scalar === 'int64' || type.scalar === 'intOrString') return 0;
  if (type.scalar === 'quantity') return '0';
  return type.scalar === 'string' ? '' : null;
};

/** A field's value as `encoding/json` would write it, `undefined` where it would leave it out. */
const write = (value: unknown, field: Field): unknown => {
  if (field.pointer) return value === undefined ? (field.always ? null : undefined) : value;
  if (value === undefined) {
    if (field.type.kind === 'struct') return zeroOf(field.type);
    return field.always ? zeroOf(field.type) : undefined;
  }
  if (field.always || field.type.kind === 'struct') return value;
  if (value === '' || value === 0 || value === false) return undefined;
  if (Array.isArray(value) && value.length === 0) return undefined;
  if (field.type.kind === 'map' && Object.keys(value as Json).length === 0) return undefined;
  return value;
};
