import { type File, type Item, isFile, LENIENT, parse, type Value } from '../../hcl/index.ts';
import { textOf } from '../../hcl/value.ts';

/** A configuration text as nested stanzas, whatever its syntax. */
export interface Stanza {
  /** `kubernetes` of `method "kubernetes" { … }`. */
  readonly labels: readonly string[];
  readonly fields: Readonly<Record<string, readonly Field[]>>;
}

export type Field = Stanza | Scalar | readonly Scalar[];
export type Scalar = string | number | boolean;

/** Why a configuration cannot be used; the text is what the process prints. */
export class ConfigError extends Error {}

export const isStanza = (field: Field | undefined): field is Stanza =>
  typeof field === 'object' && !Array.isArray(field) && 'fields' in field;

const scalarOf = (value: Value): Scalar => {
  if (value.kind !== 'literal') return '';
  const text = textOf(value.token);
  if (value.token.type === 'NUMBER' || value.token.type === 'FLOAT') return Number(text);
  if (value.token.type === 'BOOL') return text === 'true';
  return text;
};

const fieldOf = (value: Value, labels: readonly string[]): Field[] => {
  if (value.kind === 'object') return [{ labels, fields: fieldsOf(value.items) }];
  if (value.kind === 'literal') return [scalarOf(value)];
  const stanzas = value.items.flatMap((item) => (item.kind === 'object' ? fieldOf(item, labels) : []));
  return stanzas.length > 0 ? stanzas : [value.items.map(scalarOf)];
};

const fieldsOf = (items: readonly Item[]): Record<string, Field[]> => {
  const fields: Record<string, Field[]> = {};
  for (const item of items) {
    const [key, ...labels] = item.keys.map(textOf);
    if (key === undefined) continue;
    fields[key] = [...(fields[key] ?? []), ...fieldOf(item.value, labels)];
  }
  return fields;
};

/** @throws ConfigError with the parser's text */
export const treeOf = (text: string): Stanza => {
  const parsed = parse(text, LENIENT);
  if (!isFile(parsed)) throw new ConfigError(parsed.text);
  return { labels: [], fields: fieldsOf((parsed satisfies File).items) };
};

/** The stanzas of a name. In JSON a stanza that holds only stanzas arrives as labels; they are unfolded again. */
export const stanzas = (of: Stanza, name: string, inner: readonly string[] = []): Stanza[] => {
  const found = (of.fields[name] ?? []).filter(isStanza);
  const folded = found.filter(({ labels: [label] }) => label !== undefined && inner.includes(label));
  if (folded.length === 0) return found;
  const fields: Record<string, Field[]> = {};
  for (const { labels, fields: own } of folded) {
    const [label = '', ...rest] = labels;
    fields[label] = [...(fields[label] ?? []), { labels: rest, fields: own }];
  }
  return [{ labels: [], fields }, ...found.filter((stanza) => !folded.includes(stanza))];
};

/** At most one stanza of a name. @throws ConfigError */
export const single = (of: Stanza, name: string, message: string, inner: readonly string[] = []): Stanza | null => {
  const found = stanzas(of, name, inner);
  if (found.length > 1) throw new ConfigError(message);
  return found[0] ?? null;
};

/** The last value given for a key. */
export const lastOf = (of: Stanza, key: string): Scalar | readonly Scalar[] | undefined => {
  const field = of.fields[key]?.at(-1);
  return field === undefined || isStanza(field) ? undefined : field;
};

/** A stanza as plain data, e.g. a method's `config`. */
export const plainOf = (stanza: Stanza): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(stanza.fields).map(([key, fields]) => {
      const last = fields.at(-1);
      return [key, isStanza(last) ? [plainOf(last)] : last];
    }),
  );
