/**
 * The notation of the injector's own structs: one struct a line, `Name = field field …`; a field is `json-name[?][:type]`;
 * `?` is `omitempty`; without a type it is a string; `*T` pointer, `[]T` slice, `map:T` map by string, `~T` a string type
 * named T, `Embedded>field` a field of an embedded struct. A type without a package is of `v1`.
 */
import { type Field, type Struct, structWith, type Type } from './type.ts';

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

/** `image?` `ports?:[]ContainerPort` */
export const fieldOf = (word: string): Field => {
  const [, embedded, key = '', optional, type = 'string'] = /^(?:(\w+)>)?(\w+)(\?)?(?::(.+))?$/.exec(word) ?? [];
  return { key, omitEmpty: optional === '?', type: typeOf(type), trail: embedded ? [embedded, key] : [key] };
};

/** `GroupVersionKind = group version kind`; a package before the name is left out of it. */
export const structOf = (line: string): Struct => {
  const [name = '', rest = ''] = line.split(' = ');
  return structWith(name.slice(name.indexOf('.') + 1), rest.split(/\s+/).filter(Boolean).map(fieldOf));
};
