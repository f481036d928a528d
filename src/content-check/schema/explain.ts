import type { z } from 'zod';
import { suggestion } from '../../text/suggest.ts';
import type { YamlDocument } from '../../yaml/index.ts';
import type { Report } from '../message.ts';
import { keysAt } from './keys.ts';

const article = (word: string): string => (/^[aeiou]/.test(word) ? `an ${word}` : `a ${word}`);

const NAMES: Readonly<Record<string, string>> = {
  int: 'whole number',
  object: 'map of `key: value` lines',
  record: 'map of `key: value` lines',
  array: 'list',
  string: 'text',
  boolean: 'true or false',
};

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  if (typeof value === 'string') return 'text';
  return typeof value === 'number' ? 'a number' : String(value);
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  );

const quoted = (path: readonly PropertyKey[]): string => {
  const last = path.at(-1);
  if (last === undefined) return 'The file';
  const name = path.findLast((key) => typeof key === 'string');
  if (typeof last === 'number') return `Entry ${last + 1} of \`${String(name ?? 'the list')}\``;
  return `\`${String(last)}\``;
};

/** One issue of a schema as messages with place and remedy. */
const explainIssue = (
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType,
  document: YamlDocument,
  report: Report,
): void => {
  const { path } = issue;
  const value = valueAt(document.value, path);
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path);
    for (const key of issue.keys) {
      report.error(
        'format/unknown-key',
        document.keyPlace([...path, key]),
        `\`${key}\` is not known here.`,
        suggestion(key, known),
      );
    }
  } else if (issue.code === 'invalid_key') {
    const why = issue.issues[0]?.message ?? 'is not allowed';
    report.error('format/key', document.keyPlace(path), `The key \`${String(path.at(-1))}\` ${why}.`, '');
  } else if (value === undefined) {
    report.error(
      'format/missing',
      document.keyPlace(path.slice(0, -1)),
      `${quoted(path)} is missing.`,
      `Add \`${String(path.at(-1))}:\`.`,
    );
  } else if (issue.code === 'invalid_type') {
    const wanted = NAMES[issue.expected] ?? issue.expected;
    report.error(
      'format/type',
      document.place(path),
      `${quoted(path)} is ${kindOf(value)}.`,
      `Write ${wanted === 'text' || wanted.includes(' or ') ? wanted : article(wanted)}.`,
    );
  } else if (issue.code === 'invalid_value') {
    report.error(
      'format/value',
      document.place(path),
      `${quoted(path)} cannot be \`${String(value)}\`.`,
      suggestion(String(value), issue.values.map(String)),
    );
  } else if (issue.code === 'too_small' && !/^(is|must) /.test(issue.message)) {
    report.error(
      'format/value',
      document.place(path),
      `${quoted(path)} is too short or too small.`,
      `The least is ${String(issue.minimum)}.`,
    );
  } else if (issue.code === 'too_big' && !/^(is|must) /.test(issue.message)) {
    report.error(
      'format/value',
      document.place(path),
      `${quoted(path)} is too long or too large.`,
      `The most is ${String(issue.maximum)}.`,
    );
  } else {
    const [what = '', ...remedy] = issue.message.split(': ');
    const then = remedy.join(': ');
    report.error(
      'format/value',
      document.place(path),
      `${quoted(path)} ${what}.`,
      then === '' ? '' : `${then[0]!.toUpperCase()}${then.slice(1)}.`,
    );
  }
};

/** The typed value of a document, or null with everything that is wrong with it in the report. */
export const checkedValue = <S extends z.ZodType>(
  schema: S,
  document: YamlDocument,
  report: Report,
): z.output<S> | null => {
  const result = schema.safeParse(document.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) explainIssue(issue, schema, document, report);
  return null;
};
