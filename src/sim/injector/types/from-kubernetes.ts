/** Kubernetes' structs, from the API server's own tables. */
import { type FieldType, type Field as KubernetesField, structOf } from '../../kubernetes/schema/types.ts';
import { embeddedIn } from './embedded.ts';
import { fieldOf } from './notation.ts';
import { type Field, type Struct, structWith, type Type } from './type.ts';

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

/** The tables leave out what every object has. */
const TYPE_META = ['TypeMeta>kind?', 'TypeMeta>apiVersion?'].map(fieldOf);

/** A struct of Kubernetes by its name, `Container`. */
export const kubernetesStruct = (name: string): Struct => {
  const fields = structOf(name).fields.map((field) => fieldOfKubernetes(name, field));
  return structWith(name, name === 'Pod' ? [...TYPE_META, ...fields] : fields);
};
