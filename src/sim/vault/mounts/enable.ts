/** Enabling secrets engines and auth methods. (vault: vault/mount.go, vault/auth.go) */
import { backendOf } from '../core/call.ts';
import type { Transaction } from '../core/transaction.ts';
import { type FieldSchemas, invalidRequest } from '../framework/index.ts';
import type { MountEntry } from '../state/state.ts';
import { addMount, PLAIN_CONFIG } from './add-mount.ts';
import { isBuiltin } from './builtin.ts';
import { checkNewLeases, configFrom } from './config.ts';
import { isProtected, mountPath } from './path.ts';

export const enableFields = {
  path: { type: 'string' },
  type: { type: 'string' },
  description: { type: 'string' },
  config: { type: 'map' },
  local: { type: 'bool' },
  seal_wrap: { type: 'bool' },
  external_entropy_access: { type: 'bool' },
  plugin_name: { type: 'string' },
  plugin_version: { type: 'string' },
  options: { type: 'kv pairs' },
} as const satisfies FieldSchemas;

/** What is asked for. */
export interface Enable {
  readonly class: MountEntry['class'];
  readonly path: string;
  readonly type: string;
  readonly description: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly options: Readonly<Record<string, string>> | null;
  readonly local: boolean;
  readonly sealWrap: boolean;
}

const SINGLE = ['cubbyhole', 'system', 'token', 'identity'];

/** `kv-v2` is another way to say version 2 of kv; no other type has versions. */
const typeAndOptions = ({ class: kind, type, options }: Enable): Pick<Enable, 'type' | 'options'> => {
  if (type === '') throw invalidRequest('backend type must be specified as a string');
  if (kind === 'auth' || type === 'kv') return { type, options };
  const version = /^kv-v([12])$/.exec(type)?.[1];
  if (version !== undefined) return { type: 'kv', options: { ...options, version } };
  if (options?.version) throw invalidRequest(`secrets engine ${JSON.stringify(type)} does not allow setting a version`);
  return { type, options };
};

/** A mount that a new one would hide or be hidden by. */
const conflict = (tx: Transaction, kind: MountEntry['class'], path: string): MountEntry | undefined =>
  Object.values(tx.state.mounts).find(
    (mount) => mount.class === kind && (mount.path.startsWith(path) || path.startsWith(mount.path)),
  );

const checkPath = (tx: Transaction, kind: MountEntry['class'], path: string, type: string): void => {
  if (kind === 'secret') {
    if (isProtected(path)) throw invalidRequest(`cannot mount ${JSON.stringify(path)}`);
    if (SINGLE.includes(type)) throw invalidRequest(`mount type of ${JSON.stringify(type)} is not mountable`);
  } else if (type === 'token') throw invalidRequest('token credential backend cannot be instantiated');
  const taken = conflict(tx, kind, path);
  if (taken) throw invalidRequest(`path is already in use at ${taken.path}`);
};

const checkType = (tx: Transaction, kind: MountEntry['class'], type: string): void => {
  if (Object.hasOwn(tx.registry, `${kind}/${type}`)) return;
  if (isBuiltin(kind, type)) tx.notModelled(`${kind === 'auth' ? 'auth method' : 'secrets engine'} ${type}`);
  throw invalidRequest(`plugin not found in the catalog: ${type}`);
};

/** @throws VaultError 400 */
export const enable = (tx: Transaction, asked: Enable): MountEntry => {
  const path = mountPath(asked.path);
  const config = configFrom(PLAIN_CONFIG, asked.config, true);
  checkNewLeases(config);
  const { type, options } = typeAndOptions(asked);
  checkPath(tx, asked.class, path, type);
  checkType(tx, asked.class, type);
  const problem = tx.typeOf({ class: asked.class, type }).checkOptions?.(options ?? {});
  if (problem !== undefined) throw invalidRequest(problem);
  const mount = addMount(tx, {
    class: asked.class,
    path,
    type,
    description: asked.description,
    options,
    config,
    local: asked.local,
    sealWrap: asked.sealWrap,
  });
  backendOf(tx, mount);
  tx.note(
    'info',
    'core',
    `${asked.class === 'auth' ? 'enabled credential backend' : 'successful mount'}: path=${path} type=${type}`,
  );
  return mount;
};
