/** YAML as Kubernetes' programs read it: go-yaml v2 into JSON. Source: sigs.k8s.io/yaml: yaml.go, convertToJSONableObject. */
import { decodeYaml } from '../gotemplate/encoding/yaml-decode.ts';
import { GoError, LimitError } from '../gotemplate/exec/errors.ts';
import { Meter } from '../gotemplate/exec/meter.ts';
import { toBytes, toText } from '../gotemplate/text/utf8.ts';
import { entriesOf, itemsOf, type Value } from '../gotemplate/values/value.ts';

/** Units of work a document may cost; more is an attack by aliases, not a manifest. */
const LIMIT = 5_000_000;

const keyText = (key: Value): string => {
  if (key.data === null) return 'null';
  return key.type.kind === 'string' ? toText(key.data as string) : String(key.data);
};

const toJson = (value: Value | null): unknown => {
  if (value === null) return null;
  switch (value.type.kind) {
    case 'string':
      return toText(value.data as string);
    case 'slice':
      return itemsOf(value).map(toJson);
    case 'map':
      return Object.fromEntries([...entriesOf(value).values()].map((e) => [keyText(e.key), toJson(e.value)]));
    case 'interface':
      return toJson(value.data as Value | null);
    default:
      return typeof value.data === 'bigint' ? Number(value.data) : value.data;
  }
};

/** Go's encoding/json has no way to write these. */
const notFinite = (value: unknown): boolean =>
  typeof value === 'number'
    ? !Number.isFinite(value)
    : typeof value === 'object' && value !== null && Object.values(value).some(notFinite);

/**
 * Read one YAML document.
 * @returns the JSON value, or go-yaml's words (`yaml: line 3: …`) for what is wrong
 */
export const readKubernetesYaml = (text: string): { readonly value: unknown } | { readonly error: string } => {
  try {
    const value = toJson(decodeYaml(new Meter(LIMIT), toBytes(text)));
    return notFinite(value) ? { error: 'json: unsupported value: NaN' } : { value };
  } catch (error) {
    if (error instanceof GoError) return { error: toText(error.message) };
    if (error instanceof LimitError) return { error: 'yaml: document contains excessive aliasing' };
    throw error;
  }
};
