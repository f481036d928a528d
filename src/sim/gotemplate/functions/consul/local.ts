/** Functions that look at the Agent's own surroundings. consul-template: template/funcs.go. */

import { spewDump } from '../../encoding/spew.ts';
import { GoError, LimitError } from '../../exec/errors.ts';
import { sprintf } from '../../fmt/printf.ts';
import { numberError, parseUint } from '../../strconv/integer.ts';
import { quote } from '../../strconv/quote.ts';
import { toBytes, toText } from '../../text/utf8.ts';
import { formatTime, RFC3339 } from '../../time/layout.ts';
import type { Call } from '../../values/function.ts';
import { INVALID } from '../../values/value.ts';
import { define, type Functions } from '../define.ts';

/** A variable of the Agent's environment, undefined where it has none. */
export const variable = (call: Call, name: string): string | undefined => {
  const { environment } = call.around;
  const key = toText(name);
  return Object.hasOwn(environment, key) ? toBytes(environment[key]!) : undefined;
};

/** go-sockaddr's functions: those that give this machine's address, those that find none, those the model lacks. */
const OWN = ['GetPrivateIP', 'GetPrivateIPs', 'GetInterfaceIP', 'GetInterfaceIPs'];
const NONE = ['GetPublicIP', 'GetPublicIPs'];
const OTHER = [
  'GetAllInterfaces',
  'GetDefaultInterfaces',
  'GetPrivateInterfaces',
  'GetPublicInterfaces',
  'sort',
  'exclude',
  'include',
  'unique',
  'attr',
  'join',
  'limit',
  'offset',
  'math',
];

const socketAddress = (call: Call, expression: string): string => {
  const name = /^[^\s|()}]*/.exec(expression)![0];
  if (OWN.includes(name)) return toBytes(call.around.address);
  if (NONE.includes(name)) return '';
  if (OTHER.includes(name)) throw new LimitError('not modelled', `sockaddr "${name}"`);
  throw new GoError(
    `unable to parse template ${quote(`{{ ${expression} }}`)}: template: sockaddr.Parse:1: function ${quote(name)} not defined`,
  );
};

/** Numbers pass; names must be known. */
const checkOwner = (kind: 'user' | 'group', name: string, known: readonly string[]): void => {
  if (name === '' || /^[+-]?[0-9]+$/.test(name) || known.includes(toText(name))) return;
  throw new GoError(`${kind}: unknown ${kind} ${name}`);
};

const writeToFile = (
  call: Call,
  path: string,
  user: string,
  group: string,
  mode: string,
  rest: readonly string[],
): string => {
  if (rest.length === 0) throw new GoError('runtime error: index out of range [-1]');
  const flags = rest.length === 2 ? rest[0]! : '';
  if (parseUint(mode, 8) >= 1n << 32n) throw numberError('ParseUint', mode, 'value out of range');
  const text = rest.at(-1)! + (flags.includes('newline') ? '\n' : '');
  // The file is written before its owner is looked up.
  call.around.write({
    path: toText(path),
    text: toText(text),
    append: flags.includes('append'),
    mode: mode.padStart(4, '0'),
  });
  checkOwner('user', user, call.around.users);
  checkOwner('group', group, call.around.groups);
  return '';
};

export const localFunctions: Functions = {
  env: define('string', 'string', (call, name) => variable(call, name) ?? ''),
  mustEnv: define('string', 'string', (call, name) => {
    const found = variable(call, name) ?? '';
    if (found === '') throw new GoError(`required environment variable ${name} is empty`);
    return found;
  }),
  envOrDefault: define('string string', 'string', (call, name, otherwise) => variable(call, name) ?? otherwise),
  executeTemplate: define('string ...any', 'string', (call, name, ...data) => {
    if (data.length > 1) {
      throw new GoError(`executeTemplate: wrong number of arguments, expected 1 or 2, but got ${data.length + 1}`);
    }
    return call.execute(name, data[0] ?? INVALID);
  }),
  plugin: define('string ...string', 'string', (_, name) => {
    if (name === '') return '';
    // No process can start in the model: every command is one that is not installed.
    const why = name.includes('/')
      ? `fork/exec ${name}: no such file or directory`
      : `exec: ${quote(name)}: executable file not found in $PATH`;
    throw new GoError(`exec ${quote(name)}: ${why}\n\nstdout:\n\n\n\nstderr:\n\n`);
  }),
  timestamp: define('...string', 'string', (call, ...layouts) => {
    const now = BigInt(Math.trunc(call.around.now)) * 1_000_000n;
    if (layouts.length > 1)
      throw new GoError(`timestamp: wrong number of arguments, expected 0 or 1, but got ${layouts.length}`);
    if (layouts[0] === 'unix') return String(Math.floor(call.around.now / 1000));
    return formatTime(now, layouts[0] ?? RFC3339);
  }),
  sockaddr: define('...string', 'string', (call, ...words) => socketAddress(call, words.join(' '))),
  writeToFile: define('string string string string ...string', 'string', (call, path, user, group, mode, ...rest) =>
    writeToFile(call, path, user, group, mode, rest),
  ),
  spew_dump: define('...any', 'string', (call, ...args) => {
    call.around.print(toText(spewDump(call.meter, args)));
    return '';
  }),
  spew_sdump: define('...any', 'string', (call, ...args) => spewDump(call.meter, args)),
  spew_printf: define('string ...any', 'string', (call, format, ...args) => {
    call.around.print(toText(sprintf(call.meter, format, args)));
    return '';
  }),
  spew_sprintf: define('string ...any', 'string', (call, format, ...args) => sprintf(call.meter, format, args)),
};
