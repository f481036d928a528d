/** The text of `path-help`. Source of the layout: vault: sdk/framework/backend.go (rootHelpTemplate), path.go (pathHelpTemplate). */
import type { Backend, Path } from './backend.ts';
import type { FieldType } from './fields.ts';

/** As Go's FieldType prints itself. (vault: sdk/framework/field_type.go) */
const TYPES: Readonly<Record<FieldType, string>> = {
  string: 'string',
  'lower string': 'lowercase string',
  int: 'int',
  float: 'float',
  bool: 'bool',
  duration: 'duration (sec)',
  'signed duration': 'duration (sec)',
  map: 'map',
  'kv pairs': 'keypair',
  slice: 'slice',
  'string slice': 'slice',
  'comma slice': 'slice',
  'comma int slice': 'slice',
  time: 'time',
};

const VERBS: Readonly<Record<string, string>> = {
  create: 'write',
  update: 'write',
  read: 'read',
  patch: 'patch',
  delete: 'delete',
  list: 'list',
};

/** What a path without a sentence of its own is for: its operations. */
const synopsisOf = (path: Path): string => {
  if (path.help !== undefined) return path.help;
  const verbs = [...new Set(Object.keys(path.operations).map((operation) => VERBS[operation] ?? operation))].sort();
  return `Operations: ${verbs.join(', ')}.`;
};

/** The pattern as Go's regexp prints it, anchors included. */
const goPattern = (pattern: string): string =>
  `^${pattern.replaceAll('(?<', '(?P<').replaceAll('[\\w.-]', '[\\w-.]').replaceAll('(?:', '(')}$`;

const indented = (columns: number, text: string): string =>
  text
    .split('\n')
    .map((line) => ' '.repeat(columns) + line)
    .join('\n');

const PATHS = `The following paths are supported by this backend. To view help for
any of the paths below, use the help command with any route matching
the path pattern. Note that depending on the policy of your auth token,
you may or may not be able to access certain paths.`;

/** Of a whole mount: what it is and every path by its pattern. */
export const rootHelp = (backend: Backend, type: string): string => {
  const byPattern = new Map(backend.paths.map((path) => [goPattern(path.pattern), path]));
  const paths = [...byPattern.keys()]
    .sort()
    .map((pattern) => `${indented(4, pattern)}\n${indented(8, synopsisOf(byPattern.get(pattern) as Path))}\n`);
  const about = backend.help ?? `The ${type} backend.`;
  return ['## DESCRIPTION', about, '## PATHS', PATHS, paths.join('\n')].join('\n\n').trim();
};

/** Of one path: its pattern and its parameters. @param asked below the mount */
export const pathHelp = (path: Path, asked: string): string => {
  const names = Object.keys(path.fields).sort();
  const parameters = names.map((name) => {
    const schema = path.fields[name];
    const text = schema?.default === undefined ? '<no description>' : `Default: ${JSON.stringify(schema.default)}.`;
    return `${indented(4, name)} (${TYPES[schema?.type ?? 'string']})\n\n${indented(8, text)}\n`;
  });
  return [
    `Request:        ${asked}\nMatching Route: ${goPattern(path.pattern)}`,
    synopsisOf(path),
    ...(names.length > 0 ? [`## PARAMETERS\n\n${parameters.join('\n')}`.trim()] : []),
    '## DESCRIPTION',
    '<no description>',
  ].join('\n\n');
};
