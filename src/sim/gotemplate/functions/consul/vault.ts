/** `secret`, `secrets`, `pkiCert`, `file`. consul-template: template/funcs.go. */
import type { Dependency } from '../../dependency/dependency.ts';
import { fileContent, pairsOf, vaultList, vaultPki, vaultRead, vaultWrite } from '../../dependency/vault.ts';
import { toBytes } from '../../text/utf8.ts';
import type { Call } from '../../values/function.ts';
import { pemValue, secretValue } from '../../values/secret.ts';
import { STRING, STRINGS } from '../../values/type.ts';
import { strings, textOf, type Value, zero } from '../../values/value.ts';
import { define, defineRaw, type Functions } from '../define.ts';

const recalled = (call: Call, dependency: Dependency, show: (data: unknown) => Value | null): Value | null => {
  const { found, data } = call.around.recall(dependency);
  return found ? show(data) : null;
};

export const vaultFunctions: Functions = {
  secret: define('...string', 'any', (call, path, ...words) => {
    if (path === undefined) return null;
    const dependency = words.length === 0 ? vaultRead(path) : vaultWrite(path, pairsOf(words));
    return recalled(call, dependency, secretValue);
  }),
  secrets: defineRaw([STRING], STRINGS, (call, given) => {
    if (textOf(given) === '') return zero(STRINGS);
    const names = (data: unknown) => strings(Array.isArray(data) ? data.map((name) => toBytes(String(name))) : []);
    return recalled(call, vaultList(textOf(given)), names) ?? zero(STRINGS);
  }),
  pkiCert: define('...string', 'any', (call, path, ...words) => {
    if (path === undefined) return null;
    const data = pairsOf(words);
    return recalled(call, vaultPki(path, call.around.destination, data), pemValue);
  }),
  file: define('string', 'string', (call, path) => {
    if (path === '') return '';
    const { found, data } = call.around.recall(fileContent(path));
    return found && typeof data === 'string' ? toBytes(data) : '';
  }),
};
