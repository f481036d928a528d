import { byText } from '../../../text/order.ts';
import { type Json, nameOf, namespaceOf } from '../objects/json.ts';
import { annotationLines, labelLines } from './text.ts';

/** Kinds that kubectl learns of from the server only: custom resources. (kubectl: pkg/describe/describe.go, genericDescriber) */

const ACRONYMS = new Set(['API', 'URL', 'UID', 'OSB', 'GUID']);

/** `refreshAfter` → `Refresh After`, `lastRuntimePodUID` → `Last Runtime Pod UID`; names with other signs stay as they are. */
const label = (field: string): string => {
  if (!/^[\p{L}-]+$/u.test(field)) return field;
  const words = field.match(/\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lu}+|-/gu) ?? [field];
  return words
    .map((word) =>
      ACRONYMS.has(word.toUpperCase()) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
};

const SKIPPED = new Set([
  '.metadata.managedFields',
  '.metadata.name',
  '.metadata.namespace',
  '.metadata.labels',
  '.metadata.annotations',
]);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const lines = (content: Json, level: number, path: string): string =>
  Object.entries(content)
    .toSorted(([a], [b]) => byText(a, b))
    .map(([field, value]) => {
      const here = `${path}.${field}`;
      const indent = '  '.repeat(level);
      if (SKIPPED.has(here)) return '';
      if (isObject(value)) return `${indent}${label(field)}:\n${lines(value, level + 1, here)}`;
      if (!Array.isArray(value)) return `${indent}${label(field)}:\t${value === null ? '<nil>' : String(value)}\n`;
      const items = value.map((item) =>
        isObject(item) ? lines(item, level + 1, here) : `${indent}  ${String(item)}\n`,
      );
      return `${indent}${label(field)}:\n${items.join('')}`;
    })
    .join('');

/** An object of a kind that kubectl has no words for: its fields with spaces between their words. */
export const describeGeneric = (object: Json): string =>
  `Name:\t${nameOf(object)}\nNamespace:\t${namespaceOf(object)}\n${labelLines(object)}${annotationLines(object)}${lines(object, 0, '')}`;
