import { capabilities } from '../capabilities.ts';
import { markdownOf, type ReferenceEntry } from '../entry.ts';
import { deprecatedRoleFields, roleFields } from '../role-fields.ts';
import { signatureOf } from '../signature.ts';
import { functionGroups } from '../template-functions.ts';
import { annotationEntry, fieldsUnder } from './complete.ts';
import { yamlContext } from './context.ts';

/** What is known of the word at a place, and the columns from 1 that it takes. */
export interface Description {
  readonly markdown: string;
  readonly from: number;
  readonly to: number;
}

const wordAt = (text: string, column: number, word: RegExp): { word: string; from: number; to: number } | undefined => {
  for (const m of text.matchAll(word))
    if (m.index < column && column <= m.index + m[0].length + 1)
      return { word: m[0], from: m.index + 1, to: m.index + m[0].length + 1 };
  return undefined;
};

const functionEntry = (name: string): ReferenceEntry | undefined => {
  const entry = functionGroups.flatMap(({ entries }) => entries).find((f) => f.name === name);
  return entry && { ...entry, type: signatureOf(name) ?? entry.type };
};

const older = (name: string): ReferenceEntry | undefined => {
  const now = deprecatedRoleFields[name];
  const entry = roleFields.find((f) => f.name === now);
  return entry && { ...entry, name, trap: `An older name: write ${now}.` };
};

const entryIn = (text: string, line: number, column: number) => {
  const lines = text.split('\n');
  const written = lines[line - 1] ?? '';
  const key = wordAt(written, column, /[\w./-]+(?=["']?\s*:)/g);
  if (key) {
    const fields = fieldsUnder(yamlContext(lines, line, column).parents);
    const entry =
      annotationEntry(key.word) ?? fields?.find((f) => f.name === key.word) ?? (fields ? older(key.word) : undefined);
    if (entry) return { ...key, entry };
  }
  const before = written.slice(0, column - 1);
  const name = wordAt(written, column, /(?<![.$"\w])[a-zA-Z]\w*/g);
  const entry = name && before.lastIndexOf('{{') > before.lastIndexOf('}}') ? functionEntry(name.word) : undefined;
  return name && entry ? { ...name, entry } : undefined;
};

/**
 * The description of the annotation, parameter, capability or function at a place; undefined where there is none.
 * @param line from 1
 * @param column from 1
 */
export const describe = (file: string, text: string, line: number, column: number): Description | undefined => {
  if (/\.ya?ml$/.test(file)) {
    const found = entryIn(text, line, column);
    return found && { markdown: markdownOf(found.entry), from: found.from, to: found.to };
  }
  const word = file.endsWith('.hcl') ? wordAt(text.split('\n')[line - 1] ?? '', column, /(?<=")\w+(?=")/g) : undefined;
  const entry = word && capabilities.find((c) => c.name === word.word);
  return word && entry && { markdown: markdownOf(entry), from: word.from, to: word.to };
};
