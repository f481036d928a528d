import admission from './types/admission.ts';
import apps from './types/apps.ts';
import authentication from './types/authentication.ts';
import authorization from './types/authorization.ts';
import batch from './types/batch.ts';
import coordination from './types/coordination.ts';
import core from './types/core.ts';
import custom from './types/custom.ts';
import meta from './types/meta.ts';
import podSpec from './types/pod-spec.ts';
import podStatus from './types/pod-status.ts';
import rbac from './types/rbac.ts';

/**
 * The Go types behind the API, as far as JSON shows them. One line a field in the lists under `types/`:
 *
 *     name  type  [@key] [retain] [!] [Go=Name]
 *
 * Types: `string bool int32 int64 bytes time microTime quantity intOrString any`, a struct's name, any other name for
 * a named string; `*T` pointer, `[]T` list, `map:T` map from strings. `@key`: a strategic merge patch merges the list
 * by that key (`@` alone: a set of scalars); `retain`: `patchStrategy: retainKeys`; `!`: always written, even when
 * empty (no `omitempty`); `Go=`: name of the Go field where it is not the JSON name with a capital.
 */
export type FieldType =
  | { readonly kind: 'scalar'; readonly scalar: Scalar; readonly go: string }
  | { readonly kind: 'struct'; readonly name: string }
  | { readonly kind: 'list'; readonly of: FieldType }
  | { readonly kind: 'map'; readonly of: FieldType };

/** Types without parts. */
export type Scalar =
  | 'string'
  | 'bool'
  | 'int32'
  | 'int64'
  | 'bytes'
  | 'time'
  | 'microTime'
  | 'quantity'
  | 'intOrString'
  | 'any';

/** A field of a struct. */
export interface Field {
  readonly name: string;
  readonly goName: string;
  readonly type: FieldType;
  readonly pointer: boolean;
  /** Written even when empty. */
  readonly always: boolean;
  /** Merge key of a list, `''` for a set of scalars. */
  readonly mergeKey?: string;
}

/** A Go struct as JSON shows it. */
export interface StructType {
  readonly name: string;
  readonly fields: readonly Field[];
  readonly byName: Readonly<Record<string, Field>>;
}

const SCALARS = new Set<string>([
  'string',
  'bool',
  'int32',
  'int64',
  'bytes',
  'time',
  'microTime',
  'quantity',
  'intOrString',
  'any',
]);

const GO_NAMES: Readonly<Record<string, string>> = {
  bytes: '[]uint8',
  time: 'v1.Time',
  microTime: 'v1.MicroTime',
  quantity: 'resource.Quantity',
  intOrString: 'intstr.IntOrString',
  any: 'runtime.RawExtension',
};

const lines = [
  meta,
  podSpec,
  podStatus,
  core,
  apps,
  batch,
  rbac,
  admission,
  authentication,
  authorization,
  coordination,
  custom,
]
  .join('\n')
  .split('\n')
  .filter((line) => line.trim() !== '');

const structNames = new Set(lines.filter((line) => !line.startsWith(' ')));

const parseType = (text: string): FieldType => {
  if (text.startsWith('*')) return parseType(text.slice(1));
  if (text.startsWith('[]')) return { kind: 'list', of: parseType(text.slice(2)) };
  if (text.startsWith('map:')) return { kind: 'map', of: parseType(text.slice(4)) };
  if (structNames.has(text)) return { kind: 'struct', name: text };
  if (SCALARS.has(text)) return { kind: 'scalar', scalar: text as Scalar, go: GO_NAMES[text] ?? text };
  return { kind: 'scalar', scalar: 'string', go: text.includes('.') ? text : `v1.${text}` };
};

const parseField = (line: string): Field => {
  const [name = '', type = 'any', ...flags] = line.trim().split(/\s+/);
  const key = flags.find((f) => f.startsWith('@'));
  return {
    name,
    goName: flags.find((f) => f.startsWith('Go='))?.slice(3) ?? name.charAt(0).toUpperCase() + name.slice(1),
    type: parseType(type),
    pointer: type.startsWith('*'),
    always: flags.includes('!'),
    ...(key !== undefined && { mergeKey: key.slice(1) }),
  };
};

const structs: Record<string, StructType> = {};
let current: { name: string; fields: Field[]; byName: Record<string, Field> } | undefined;
for (const line of lines) {
  if (!line.startsWith(' ')) {
    current = { name: line, fields: [], byName: {} };
    structs[line] = current;
  } else if (current) {
    const field = parseField(line);
    current.fields.push(field);
    current.byName[field.name] = field;
  }
}

/**
 * The fields of a Go struct, in the order of its source.
 * @param name e.g. `PodSpec`
 */
export const structOf = (name: string): StructType => structs[name] ?? { name, fields: [], byName: {} };

/** The Go name of a type as `encoding/json` prints it: `[]v1.Container`, `map[string]string`, `int64`. */
export const goTypeName = (type: FieldType): string => {
  if (type.kind === 'scalar') return type.go;
  if (type.kind === 'struct') return `v1.${type.name}`;
  return `${type.kind === 'list' ? '[]' : 'map[string]'}${goTypeName(type.of)}`;
};
