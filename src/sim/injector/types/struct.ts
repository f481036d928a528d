/**
 * Go structs as data, so that JSON can be read and written as Go's `encoding/json` would with these types. Those of
 * Kubernetes are the API server's own tables; the injector adds its review and the Agent's telemetry.
 *
 * Notation of the latter: one struct a line, `Name = field field …`; a field is `json-name[?][:type]`; `?` is
 * `omitempty`; without a type it is a string; `*T` pointer, `[]T` slice, `map:T` map by string, `~T` a string type named
 * T, `Embedded>field` a field of an embedded struct. A type without a package is of `v1`.
 */
import {
  type FieldType,
  type Field as KubernetesField,
  structOf as kubernetesStruct,
} from '../../kubernetes/schema/types.ts';
import { embeddedIn } from './embedded.ts';
import { text as review } from './review.ts';
import { text as telemetry } from './telemetry.ts';

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

const tables = (name: string, fields: readonly Field[]): Struct => ({
  name,
  fields,
  byKey: new Map(fields.map((field) => [field.key, field])),
  byFold: new Map(fields.map((field) => [field.key.toLowerCase(), field])),
});

const structOf = (line: string): Struct => {
  const [name = '', rest = ''] = line.split(' = ');
  return tables(name.slice(name.indexOf('.') + 1), rest.split(/\s+/).filter(Boolean).map(fieldOf));
};

const ofKubernetes = (type: FieldType): Type => {
  if (type.kind === 'struct') return { kind: 'struct', name: type.name, go: `v1.${type.name}` };
  if (type.kind === 'list') {
    const of = ofKubernetes(type.of);
    return { kind: 'slice', of, go: `[]${of.go}` };
  }
  if (type.kind === 'map') {
    const of = ofKubernetes(type.of);
    return { kind: 'map', of, go: of.kind === 'Quantity' ? 'v1.ResourceList' : `map[string]${of.go}` };
  }
  const kind = KINDS[type.scalar] ?? 'Raw';
  return { kind, go: type.go };
};

const KINDS: Readonly<
  Partial<Record<string, 'string' | 'bool' | 'int32' | 'int64' | 'Quantity' | 'IntOrString' | 'Time'>>
> = {
  string: 'string',
  bool: 'bool',
  int32: 'int32',
  int64: 'int64',
  quantity: 'Quantity',
  intOrString: 'IntOrString',
  time: 'Time',
  microTime: 'Time',
};

const fieldOfKubernetes = (struct: string, { name, type, pointer, always }: KubernetesField): Field => {
  const of = ofKubernetes(type);
  const embedded = embeddedIn(struct, name);
  return {
    key: name,
    omitEmpty: !always,
    type: pointer ? { kind: 'pointer', of, go: of.go } : of,
    trail: embedded === undefined ? [name] : [embedded, name],
  };
};

const OWN_LINES = new Map(
  [review, telemetry]
    .join('')
    .replaceAll('\n  ', ' ')
    .split('\n')
    .filter(Boolean)
    .map((line) => [line.split(' = ')[0] ?? '', line] as const),
);

/** The API server's tables leave out what every object has. */
const TYPE_META = ['TypeMeta>kind?', 'TypeMeta>apiVersion?'].map(fieldOf);

const build = (name: string): Struct => {
  const line = OWN_LINES.get(name);
  if (line !== undefined) return structOf(line);
  const fields = kubernetesStruct(name).fields.map((field) => fieldOfKubernetes(name, field));
  return tables(name, name === 'Pod' ? [...TYPE_META, ...fields] : fields);
};

const compiled = new Map<string, Struct>();

/** A struct by its name, `Pod`, `agent.Telemetry`. */
export const struct = (name: string): Struct => {
  const known = compiled.get(name);
  if (known) return known;
  const made = build(name);
  compiled.set(name, made);
  return made;
};
