import type { Path } from '../../yaml/index.ts';
import { isObject, type VaultConfiguration, valueAt, type Workspace } from './workspace.ts';

/** A role of an auth method of type kubernetes in a Vault configuration. */
export interface RoleSite {
  readonly configuration: VaultConfiguration;
  readonly path: Path;
  readonly mount: string;
  readonly role: Readonly<Record<string, unknown>>;
}

const listAt = (value: unknown, path: Path): readonly unknown[] => {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
};

const bare = (path: unknown): string => String(path ?? '').replace(/^\/+|\/+$/g, '');

/** A list as Vault reads it: a list, or a text with commas. */
export const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? value.split(',') : [])
    .map((v) => v.trim())
    .filter((v) => v !== '');

/** A mount of a Vault configuration: `mount` is its path without slashes. */
export interface MountSite {
  readonly configuration: VaultConfiguration;
  readonly path: Path;
  readonly mount: string;
  readonly type: string;
  readonly value: Readonly<Record<string, unknown>>;
}

const mountsAt = (workspace: Workspace, key: string): MountSite[] =>
  workspace.vault.flatMap((configuration) =>
    listAt(configuration.document.value, [key]).flatMap((value, i): MountSite[] => {
      if (!isObject(value)) return [];
      const type = typeof value.type === 'string' ? value.type : '';
      return [{ configuration, path: [key, i], mount: bare(value.path ?? type), type, value }];
    }),
  );

export const authMounts = (workspace: Workspace): MountSite[] => mountsAt(workspace, 'auth');
export const secretMounts = (workspace: Workspace): MountSite[] => mountsAt(workspace, 'secrets');

/** Paths of the secrets engines of a type. */
export const mountsOf = (workspace: Workspace, type: string): string[] =>
  secretMounts(workspace)
    .filter((m) => m.type === type)
    .map((m) => m.mount);

/** Every role of every Kubernetes auth method. */
export const kubernetesRoles = (workspace: Workspace): RoleSite[] =>
  authMounts(workspace).flatMap(({ configuration, path, mount, type, value }) =>
    type !== 'kubernetes'
      ? []
      : listAt(value, ['roles']).flatMap((role, k): RoleSite[] =>
          isObject(role) ? [{ configuration, path: [...path, 'roles', k], mount, role }] : [],
        ),
  );

/** The configuration of every Kubernetes auth method that has one. */
export const kubernetesConfigs = (workspace: Workspace) =>
  authMounts(workspace).flatMap(({ configuration, path, type, value }) =>
    type === 'kubernetes' && isObject(value.config)
      ? [{ configuration, path: [...path, 'config'], config: value.config }]
      : [],
  );

const versionOf = ({ type, value }: MountSite): string =>
  type === 'kv-v2' ? '2' : type === 'kv' ? String(valueAt(value, ['options', 'version']) ?? 1) : '';

/** Mounts of KV version 2, without slashes: those of the files, and the dev server's `secret` when none are named. */
export const kvMounts = (workspace: Workspace): string[] => {
  const engines = secretMounts(workspace);
  const named = engines.filter((m) => versionOf(m) === '2').map((m) => m.mount);
  return named.length > 0 || engines.length > 0 ? named : ['secret'];
};

/** Mounts of KV version 1 that the files name. */
export const kvVersion1 = (workspace: Workspace): string[] =>
  secretMounts(workspace)
    .filter((m) => versionOf(m) === '1' || m.type === 'kv-v1')
    .map((m) => m.mount);
