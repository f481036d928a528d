import type { z } from 'zod';
import { parseYaml, type YamlDocument } from '../../yaml/index.ts';
import type { Report } from '../message.ts';
import { checkedValue } from '../schema/explain.ts';

/** A file's value with the places of its parts. */
export interface Located<T> {
  readonly file: string;
  readonly value: T;
  readonly document: YamlDocument;
}

/** Reads a YAML file of one document against a schema; null with messages when it cannot be used. */
export const readYaml = <S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  report: Report,
): Located<z.output<S>> | null => {
  const { documents, problems } = parseYaml(text);
  for (const problem of problems) report.error(`yaml/${problem.code}`, problem.place, problem.text, problem.remedy);
  const [document, second] = documents;
  if (problems.length > 0) return null;
  if (document === undefined || document.root === null) {
    report.error('yaml/empty', { line: 1, column: 1 }, 'The file is empty.', 'Write its content, or remove the file.');
    return null;
  }
  if (second !== undefined) {
    report.error(
      'yaml/documents',
      second.place([]),
      'A second document begins here.',
      'Remove the `---` line: a file holds one.',
    );
    return null;
  }
  const value = checkedValue(schema, document, report);
  return value === null ? null : { file, value, document };
};
