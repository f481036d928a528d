/** `--from-literal`, `--from-file`, `--from-env-file`. Source: kubectl: pkg/util/hash, pkg/cmd/create/create_{secret,configmap}.go. */
import { listNames, type Run, readText } from '../../../program.ts';
import type { Call } from '../../command.ts';
import { failed } from '../../failure.ts';
import type { FlagSet } from '../../flags.ts';

export const SOURCES: FlagSet = {
  'from-literal': { kind: 'list', help: 'KEY=VALUE' },
  'from-file': { kind: 'list', help: 'FILE, KEY=FILE or a folder' },
  'from-env-file': { kind: 'list', help: 'File of KEY=VALUE lines' },
};

const KEY = /^[-._a-zA-Z0-9]+$/;

const put = (data: Record<string, string>, key: string, value: string): void => {
  if (!KEY.test(key))
    throw failed(
      `${JSON.stringify(key)} is not valid key name: a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g. 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is '[-._a-zA-Z0-9]+')`,
    );
  if (Object.hasOwn(data, key))
    throw failed(
      `cannot add key ${JSON.stringify(key)}, another key by that name already exists in Data for ConfigMap`,
    );
  data[key] = value;
};

const fileName = (path: string): string => path.split('/').at(-1) ?? path;

function* fromFile(data: Record<string, string>, source: string): Run<void> {
  const cut = source.indexOf('=');
  if (cut === 0) throw failed(`key name for file path ${source.slice(1)} missing`);
  const path = cut < 0 ? source : source.slice(cut + 1);
  if (cut >= 0 && path === '') throw failed(`file path for key name ${source.slice(0, cut)} missing`);
  const text = yield* readText(path);
  if (text !== null) {
    put(data, cut < 0 ? fileName(path) : source.slice(0, cut), text);
    return;
  }
  const folder = path.replace(/\/*$/, '/');
  const inside = (yield* listNames()).filter(
    (name) => name.startsWith(folder) && !name.slice(folder.length).includes('/'),
  );
  if (inside.length === 0) throw failed(`error reading ${path}: no such file or directory`);
  for (const name of inside) put(data, fileName(name), (yield* readText(name)) ?? '');
}

function* fromEnvFile(data: Record<string, string>, path: string): Run<void> {
  const text = yield* readText(path);
  if (text === null) throw failed(`error reading ${path}: no such file or directory`);
  for (const line of text.split('\n')) {
    const trimmed = line.trimStart();
    if (trimmed === '' || trimmed.startsWith('#')) continue;
    const cut = trimmed.indexOf('=');
    put(data, cut < 0 ? trimmed : trimmed.slice(0, cut), cut < 0 ? '' : trimmed.slice(cut + 1));
  }
}

/** The data that the flags give, in clear. @throws KubectlFailure */
export function* dataFrom({ flags }: Call): Run<Record<string, string>> {
  const data: Record<string, string> = {};
  if (flags.has('from-env-file') && (flags.has('from-file') || flags.has('from-literal')))
    throw failed('from-env-file cannot be combined with from-file or from-literal');
  for (const source of flags.list('from-file')) yield* fromFile(data, source);
  for (const literal of flags.list('from-literal')) {
    const cut = literal.indexOf('=');
    if (cut <= 0) throw failed(`invalid literal source ${literal}, expected key=value`);
    put(data, literal.slice(0, cut), literal.slice(cut + 1).replace(/^(["'])([\s\S]*)\1$/, '$2'));
  }
  for (const path of flags.list('from-env-file')) yield* fromEnvFile(data, path);
  return data;
}
