/** Writing Go's types as JSON values, `omitempty` and order of fields included. go: encoding/json/encode.go */
import { type Json, sortedKeys } from '../../go/json-write.ts';
import type { Decoded } from './decode.ts';
import { zero } from './decode.ts';
import { struct } from './struct.ts';
import type { Type } from './type.ts';

const isEmpty = (value: unknown, type: Type): boolean => {
  if (type.kind === 'pointer') return value === undefined || value === null;
  if (type.kind === 'slice') return !Array.isArray(value) || value.length === 0;
  if (type.kind === 'map') return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
  return value === undefined || value === '' || value === 0 || value === 0n || value === false;
};

const write = (value: unknown, type: Type): Json => {
  switch (type.kind) {
    case 'pointer':
      return value === undefined || value === null ? null : write(value, type.of);
    case 'slice':
      return Array.isArray(value) ? value.map((part) => write(part, type.of)) : null;
    case 'map':
      if (typeof value !== 'object' || value === null) return null;
      return sortedKeys(
        Object.fromEntries(Object.entries(value).map(([key, part]) => [key, write(part, type.of)] as const)),
      );
    case 'struct':
      return encode(type.name, (value ?? {}) as Decoded);
    default:
      return (value ?? zero(type) ?? null) as Json;
  }
};

/** A decoded struct as Go would marshal it. A struct that is no pointer is written even when empty: `resources: {}`. */
export const encode = (name: string, value: Decoded): { readonly [key: string]: Json } => {
  const out: Record<string, Json> = {};
  for (const field of struct(name).fields) {
    const part = value[field.key];
    const kept = field.type.kind === 'struct' || field.type.kind === 'Quantity' || !isEmpty(part, field.type);
    if (kept || !field.omitEmpty) out[field.key] = write(part, field.type);
  }
  return out;
};
