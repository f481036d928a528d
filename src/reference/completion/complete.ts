import { annotations, PREFIX } from '../annotations.ts';
import { capabilities } from '../capabilities.ts';
import { configFields } from '../config-fields.ts';
import { markdownOf, type ReferenceEntry } from '../entry.ts';
import { roleFields } from '../role-fields.ts';
import { signatureOf } from '../signature.ts';
import { functionGroups } from '../template-functions.ts';
import { yamlContext } from './context.ts';

/** Something to write at a place. */
export interface Proposal {
  readonly label: string;
  /** Text that takes the place of the columns from `from` to the place. */
  readonly insert: string;
  /** Short, beside the label. */
  readonly detail: string;
  readonly markdown: string;
  readonly kind: 'key' | 'value' | 'function';
  /** Column from 1 at which the replaced text begins. */
  readonly from: number;
}

const proposal = (
  entry: ReferenceEntry,
  kind: Proposal['kind'],
  insert: string,
  from: number,
  label = entry.name,
): Proposal => ({ label, insert, detail: entry.type, markdown: markdownOf(entry), kind, from });

/** Column at which the word before a place begins. */
const wordStart = (before: string, word: RegExp): number => before.length - (word.exec(before)?.[0].length ?? 0) + 1;

const annotationKeys = (before: string): Proposal[] => {
  const from = wordStart(before, /[\w./-]*$/);
  return annotations.map((entry) => {
    const key = `${PREFIX}${entry.bare}`;
    const insert = entry.form === 'secret' || entry.form === 'parameter' ? `${key}-` : `${key}: ""`;
    return proposal(entry, 'key', insert, from, key);
  });
};

const words = (entry: ReferenceEntry | undefined, before: string): Proposal[] =>
  (entry?.words ?? []).map((word) =>
    proposal(entry as ReferenceEntry, 'value', word, wordStart(before, /[\w-]*$/), word),
  );

const fieldKeys = (entries: readonly ReferenceEntry[], before: string): Proposal[] =>
  entries.map((entry) => proposal(entry, 'key', `${entry.name}: `, wordStart(before, /\w*$/)));

const functions = (before: string): Proposal[] =>
  functionGroups.flatMap(({ entries }) =>
    entries.map((entry) =>
      proposal(
        { ...entry, type: signatureOf(entry.name) ?? entry.type },
        'function',
        entry.name,
        wordStart(before, /\w*$/),
      ),
    ),
  );

/** The entry of an annotation by the key as it is written, with its suffix. */
export const annotationEntry = (key: string): ReferenceEntry | undefined => {
  if (!key.startsWith(PREFIX)) return undefined;
  const rest = key.slice(PREFIX.length);
  return annotations
    .filter(({ bare, form }) => rest === bare || (form !== 'plain' && rest.startsWith(`${bare}-`)))
    .sort((a, b) => b.bare.length - a.bare.length)[0];
};

/** The parameters that belong where these keys lead; undefined: neither a role nor a configuration. */
export const fieldsUnder = (parents: readonly string[]): readonly ReferenceEntry[] | undefined => {
  if (parents[0] !== 'auth') return undefined;
  if (parents.at(-1) === 'roles') return roleFields;
  return parents.at(-1) === 'config' ? configFields : undefined;
};

const inAction = (before: string): boolean => before.lastIndexOf('{{') > before.lastIndexOf('}}');

const inYaml = (lines: readonly string[], line: number, column: number): Proposal[] => {
  const { parents, before } = yamlContext(lines, line, column);
  if (inAction(before)) return functions(before);
  const value = /^\s*(?:-\s+)?["']?([^\s"':]+)["']?:\s+["']?([\w-]*)$/.exec(before);
  const fields = fieldsUnder(parents);
  if (value) {
    const name = value[1] ?? '';
    return words(annotationEntry(name) ?? fields?.find((f) => f.name === name), before);
  }
  if (!/^\s*(?:-\s+)?["']?[\w./-]*$/.test(before)) return [];
  if (parents.at(-1) === 'annotations') return annotationKeys(before);
  return fields ? fieldKeys(fields, before) : [];
};

const inPolicy = (text: string, before: string): Proposal[] => {
  const open = text.lastIndexOf('[');
  const listed = open > text.lastIndexOf(']') && /capabilities\s*=\s*$/.test(text.slice(0, open));
  if (!listed) return [];
  const quoted = /"\w*$/.test(before);
  const from = wordStart(before, /\w*$/);
  return capabilities.map((entry) => proposal(entry, 'value', quoted ? entry.name : `"${entry.name}"`, from));
};

/**
 * What can be written at a place of a file. Pure, and safe for any text.
 * @param line from 1
 * @param column from 1
 */
export const complete = (file: string, text: string, line: number, column: number): Proposal[] => {
  const lines = text.split('\n');
  if (/\.ya?ml$/.test(file)) return inYaml(lines, line, column);
  if (!file.endsWith('.hcl')) return [];
  const before = (lines[line - 1] ?? '').slice(0, column - 1);
  return inPolicy([...lines.slice(0, line - 1), before].join('\n'), before);
};
