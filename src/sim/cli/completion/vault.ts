/** Words of `vault`: commands, flags, mounts, policies, and paths as far as Vault lists them. */
import { commands } from '../vault/commands/index.ts';
import type { View } from './view.ts';

const LISTED = (view: View, path: string): readonly string[] => {
  const keys = view.vault('LIST', path)?.keys;
  return Array.isArray(keys) ? keys.map(String) : [];
};

const mounts = (view: View, family: 'mounts' | 'auth'): readonly string[] =>
  Object.keys(view.vault('GET', `sys/${family}`) ?? {});

/** What is fixed of each of a mount's paths: `config`, `role/`. */
const pathsOf = (view: View, mount: string): readonly string[] => {
  const help = String(view.vault('GET', `${mount.replace(/\/$/, '')}?help=1`)?.help ?? '');
  return [...help.matchAll(/^ {4}\^(\S+)\$$/gm)].flatMap(([, pattern = '']) => {
    const literal = /^[\w-]+(?:\/[\w-]+)*\/?/.exec(pattern.replace(/\/\?$/, ''))?.[0] ?? '';
    return literal === '' ? [] : [literal];
  });
};

/** Names of a path's parameters. */
const fieldsOf = (view: View, path: string): readonly string[] => {
  const help = String(view.vault('GET', `${path}?help=1`)?.help ?? '');
  return [...help.matchAll(/^ {4}(\w+) \(.+\)$/gm)].map(([, name = '']) => `${name}=`);
};

const routes = (view: View): readonly string[] => [
  ...mounts(view, 'mounts'),
  ...mounts(view, 'auth').map((path) => `auth/${path}`),
];

const SYS = [
  'audit',
  'auth',
  'capabilities-self',
  'health',
  'leases/lookup/',
  'mounts',
  'policies/acl/',
  'seal-status',
];

/** Paths of the API: mounts, their endpoints, and names below those. */
const apiPaths = (view: View, word: string): readonly string[] => {
  const mount = routes(view)
    .filter((route) => word.startsWith(route))
    .sort((a, b) => b.length - a.length)[0];
  if (mount === undefined) return routes(view);
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  const fixed = mount === 'sys/' ? SYS : pathsOf(view, mount);
  const names = folder === mount ? [] : LISTED(view, folder).map((name) => folder + name);
  return [...fixed.map((path) => mount + path), ...names];
};

/** `secret/app/`, as the kv commands write paths. */
const kvPaths = (view: View, word: string): readonly string[] => {
  const table = view.vault('GET', 'sys/mounts') ?? {};
  const kv = Object.entries(table).filter(([, mount]) => (mount as { type?: string }).type === 'kv');
  const own = kv.find(([path]) => word.startsWith(path));
  if (!own) return kv.map(([path]) => path);
  const [mount, { options }] = own as [string, { options?: { version?: string } | null }];
  const folder = word.slice(0, word.lastIndexOf('/') + 1);
  const at = options?.version === '2' ? `${mount}metadata/${folder.slice(mount.length)}` : folder;
  return LISTED(view, at).map((name) => folder + name);
};

const TYPES = { auth: ['approle', 'kubernetes', 'userpass'], secrets: ['database', 'kv', 'kv-v2', 'pki', 'transit'] };
const VALUES: Readonly<Record<string, readonly string[]>> = { format: ['json', 'table', 'yaml', 'raw'] };

/** What stands behind the command's words. @param args finished arguments, flags left out */
const argument = (view: View, command: string, args: readonly string[], word: string): readonly string[] => {
  const first = args.length === 0;
  if (/^(read|write|delete|list|patch|path-help)$/.test(command)) {
    if (first) return apiPaths(view, word);
    return /^(write|patch)$/.test(command) ? fieldsOf(view, args[0] ?? '') : [];
  }
  if (command === 'token capabilities') return apiPaths(view, word);
  if (command.startsWith('kv ')) return first ? kvPaths(view, word) : [];
  if (/^policy (read|delete|write)$/.test(command) && first) return LISTED(view, 'sys/policies/acl');
  if (/^policy (write|fmt)$/.test(command)) return view.files;
  if (command === 'auth enable' || command === 'secrets enable')
    return TYPES[command.startsWith('auth') ? 'auth' : 'secrets'];
  if (command.startsWith('auth ')) return mounts(view, 'auth');
  if (command.startsWith('secrets ')) return mounts(view, 'mounts');
  if (command === 'audit disable') return Object.keys(view.vault('GET', 'sys/audit') ?? {});
  if (command.startsWith('lease '))
    return LISTED(view, `sys/leases/lookup/${word.slice(0, word.lastIndexOf('/') + 1)}`).map(
      (n) => word.slice(0, word.lastIndexOf('/') + 1) + n,
    );
  return [];
};

/** Next words of a command's name. */
const names = (prefix: string): readonly string[] => [
  ...new Set(
    [...Object.keys(commands), 'agent']
      .filter((name) => prefix === '' || name.startsWith(`${prefix} `))
      .map((name) => name.slice(prefix === '' ? 0 : prefix.length + 1).split(' ')[0] ?? ''),
  ),
];

/** @param words behind `vault` */
export const vaultWords = (view: View, words: readonly string[], word: string): readonly string[] => {
  let name = '';
  let used = 0;
  for (const next of words) {
    const longer = name === '' ? next : `${name} ${next}`;
    if (!Object.keys(commands).some((known) => known === longer || known.startsWith(`${longer} `))) break;
    name = longer;
    used++;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (words[0] === 'agent')
    return word.startsWith('-config=')
      ? view.files.map((file) => `-config=${file}`)
      : ['-config=', '-exit-after-auth', '-log-level='];
  if (!command) return names(name);
  const [, flag, value] = /^-([\w-]+)=(.*)$/.exec(word) ?? [];
  if (flag !== undefined && value !== undefined) return (VALUES[flag] ?? []).map((one) => `-${flag}=${one}`);
  if (word.startsWith('-'))
    return Object.entries(command.flags).map(([one, kind]) => `-${one}${kind === 'bool' ? '' : '='}`);
  const file = /^(\w*=?@)/.exec(word)?.[1];
  if (file !== undefined) return view.files.map((one) => file + one);
  const args = words.slice(used).filter((one) => !one.startsWith('-'));
  const groups = names(name).filter((next) => next !== '');
  return [...(args.length === 0 ? groups : []), ...argument(view, name, args, word)];
};
