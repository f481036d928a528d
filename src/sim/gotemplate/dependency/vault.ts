/** Building Vault and file dependencies from what a template wrote. Inputs are byte strings; errors are Go's texts. */
import { GoError } from '../exec/errors.ts';
import { quote } from '../strconv/quote.ts';
import { trim, trimSpace } from '../text/unicode.ts';
import { toText } from '../text/utf8.ts';
import type { FileContent, VaultList, VaultPki, VaultRead, VaultWrite } from './dependency.ts';
import { parseUrl } from './url.ts';

const clean = (path: string, kind: string): string => {
  const bare = trim(trimSpace(path), '/');
  if (bare === '') throw new GoError(`${kind}: invalid format: ""`);
  return bare;
};

const texts = (data: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([key, item]) => [toText(key), toText(item)]));

/** `k=v` words of `secret` and `pkiCert`; empty words are passed over. */
export const pairsOf = (words: readonly string[]): Record<string, string> => {
  const data: Record<string, string> = {};
  for (const word of words) {
    if (word === '') continue;
    const at = word.indexOf('=');
    if (at < 0) throw new GoError(`not k=v pair ${quote(word)}`);
    data[trimSpace(word.slice(0, at))] = trimSpace(word.slice(at + 1));
  }
  return data;
};

export const vaultRead = (path: string): VaultRead => {
  const url = parseUrl(clean(path, 'vault.read'));
  return { type: 'vault.read', path: toText(url.path), query: url.query };
};

export const vaultWrite = (path: string, data: Readonly<Record<string, string>>): VaultWrite => ({
  type: 'vault.write',
  path: toText(clean(path, 'vault.write')),
  data: texts(data),
});

export const vaultList = (path: string): VaultList => ({ type: 'vault.list', path: toText(clean(path, 'vault.list')) });

export const vaultPki = (path: string, destination: string, data: Readonly<Record<string, string>>): VaultPki => ({
  type: 'vault.pki',
  path: toText(parseUrl(clean(path, 'vault.read')).path),
  destination,
  data: texts(data),
});

export const fileContent = (path: string): FileContent => {
  if (trimSpace(path) === '') throw new GoError(`file: invalid format: ${quote(trimSpace(path))}`);
  return { type: 'file', path: toText(trimSpace(path)) };
};
