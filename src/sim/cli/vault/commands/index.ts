import type { Commands } from '../command.ts';
import { audit } from './audit.ts';
import { remove } from './delete.ts';
import { kv } from './kv/index.ts';
import { list } from './list.ts';
import { login } from './login.ts';
import { mounts } from './mounts/index.ts';
import { operator } from './operator/index.ts';
import { pluginList } from './plugin.ts';
import { policy } from './policy.ts';
import { read } from './read.ts';
import { lease, pathHelp, printToken, unwrap, version } from './small.ts';
import { status } from './status.ts';
import { token } from './token.ts';
import { patch, write } from './write.ts';

const group = (name: string, commands: Commands): Commands =>
  Object.fromEntries(Object.entries(commands).map(([k, c]) => [`${name} ${k}`, c]));

/** Every command by its words. */
export const commands: Commands = {
  delete: remove,
  list,
  login,
  patch,
  'path-help': pathHelp,
  'plugin list': pluginList,
  'print token': printToken,
  read,
  status,
  unwrap,
  version,
  write,
  ...audit,
  ...kv,
  ...group('lease', lease),
  ...mounts,
  ...operator,
  ...group('policy', policy),
  ...group('token', token),
};

/** Real commands that the model does not have. */
export const notModelled: readonly string[] = [
  'agent generate-config',
  'debug',
  'events',
  'hcp',
  'monitor',
  'namespace',
  'pki',
  'plugin deregister',
  'plugin info',
  'plugin register',
  'plugin reload',
  'plugin runtime',
  'proxy',
  'server',
  'ssh',
  'transform',
  'transit',
  'operator diagnose',
  'operator members',
  'operator migrate',
  'operator raft',
  'operator usage',
  'version-history',
];
