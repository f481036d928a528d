/**
 * Go structs as data, so that JSON can be read and written as Go's `encoding/json` would with these types.
 *
 * Notation: one struct a line, `Name = field field …`; a field is `json-name[?][:type]`; `?` is `omitempty`; without a
 * type it is a string; `*T` pointer, `[]T` slice, `map:T` map by string, `~T` a string type named T, `Embedded>field` a
 * field of an embedded struct. A type without a package is of `v1`.
 */
import { text as containers } from './containers.ts';
import { text as metadata } from './metadata.ts';
import { text as pod } from './pod.ts';
import { text as review } from './review.ts';
import { text as telemetry } from './telemetry.ts';
import { text as volumes } from './volumes.ts';

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

const BASIC = new Set(['string', 'bool', 'int', 'int32', 'int64']);
const OWN: Readonly<Record<string, string>> = {
  Quantity: 'resource.Quantity',
  IntOrString: 'intstr.IntOrString',
  Time: 'v1.Time',
  Raw: 'runtime.RawExtension',
};
const qualified = (name: string): string => (name.includes('.') ? name : `v1.${name}`);

const typeOf = (word: string): Type => {
  if (word === 'ResourceList') return { kind: 'map', of: typeOf('Quantity'), go: 'v1.ResourceList' };
  if (word.startsWith('*')) {
    const of = typeOf(word.slice(1));
    return { kind: 'pointer', of, go: of.go };
  }
  if (word.startsWith('[]')) {
    const of = typeOf(word.slice(2));
    return { kind: 'slice', of, go: `[]${of.go}` };
  }
  if (word.startsWith('map:')) {
    const of = typeOf(word.slice(4));
    return { kind: 'map', of, go: `map[string]${of.go}` };
  }
  if (word.startsWith('~')) return { kind: 'string', go: qualified(word.slice(1)) };
  if (BASIC.has(word) || OWN[word]) return { kind: word as 'string' | 'Quantity', go: OWN[word] ?? word };
  return { kind: 'struct', name: word, go: qualified(word) };
};

const fieldOf = (word: string): Field => {
  const [, embedded, key = '', optional, type = 'string'] = /^(?:(\w+)>)?(\w+)(\?)?(?::(.+))?$/.exec(word) ?? [];
  return { key, omitEmpty: optional === '?', type: typeOf(type), trail: embedded ? [embedded, key] : [key] };
};

const structOf = (line: string): Struct => {
  const [name = '', rest = ''] = line.split(' = ');
  const fields = rest.split(/\s+/).filter(Boolean).map(fieldOf);
  return {
    name: name.includes('.') ? name.slice(name.indexOf('.') + 1) : name,
    fields,
    byKey: new Map(fields.map((field) => [field.key, field])),
    byFold: new Map(fields.map((field) => [field.key.toLowerCase(), field])),
  };
};

const LINES = new Map(
  [metadata, volumes, containers, pod, review, telemetry]
    .join('')
    .replaceAll('\n  ', ' ')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.split(' = ')[0] ?? '', line] as const),
);
const compiled = new Map<string, Struct>();

/** A struct by its name, `Pod`, `agent.Telemetry`. */
export const struct = (name: string): Struct => {
  const known = compiled.get(name);
  if (known) return known;
  const made = structOf(LINES.get(name) ?? `${name} = `);
  compiled.set(name, made);
  return made;
};
