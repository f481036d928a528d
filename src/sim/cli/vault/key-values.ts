/** `key=value`, `key=@file`, `key=-`, `@file.json`, `-`. Source: vault: internalshared/kv-builder; command/base_helpers.go. */

import { jsonSyntaxError } from '../../go/json-syntax.ts';
import { type Process, type Run, readText } from '../program.ts';
import { usage } from './failure.ts';

type Values = Record<string, unknown>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const jsonMap = (text: string): Values | string => {
  const problem = jsonSyntaxError(text);
  if (problem !== undefined) return problem;
  const value: unknown = JSON.parse(text);
  return isObject(value)
    ? value
    : `json: cannot unmarshal ${Array.isArray(value) ? 'array' : typeof value} into Go value of type map[string]interface {}`;
};

function* one(process: Process, arg: string): Run<Values | string> {
  if (arg === '-') return jsonMap(process.stdin);
  if (arg.startsWith('@') && !arg.includes('=')) {
    const text = yield* readText(arg.slice(1));
    return text === null ? `open ${arg.slice(1)}: no such file or directory` : jsonMap(text);
  }
  const cut = arg.indexOf('=');
  if (cut < 0) return 'format must be key=value';
  const key = arg.slice(0, cut);
  const value = arg.slice(cut + 1);
  if (value === '-') return { [key]: process.stdin };
  if (value.startsWith('\\@')) return { [key]: value.slice(1) };
  if (!value.startsWith('@')) return { [key]: value };
  const text = yield* readText(value.slice(1));
  return text === null ? `error reading file: open ${value.slice(1)}: no such file or directory` : { [key]: text };
}

/**
 * Read arguments as data; a key that is repeated becomes a list.
 * @throws CommandFailure naming the argument
 */
export function* keyValues(process: Process, args: readonly string[]): Run<Values> {
  const values: Values = {};
  for (const arg of args) {
    const read = yield* one(process, arg);
    if (typeof read === 'string')
      throw usage(`Failed to parse K=V data: invalid key/value pair ${JSON.stringify(arg)}: ${read}`);
    for (const [key, value] of Object.entries(read)) {
      const before = Object.hasOwn(values, key) ? values[key] : undefined;
      values[key] =
        before === undefined || arg === '-' || arg.startsWith('@')
          ? value
          : [...(Array.isArray(before) ? before : [before]), value];
    }
  }
  return values;
}
