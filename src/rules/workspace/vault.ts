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

/** Every role of every Kubernetes auth method. */
export const kubernetesRoles = (workspace: Workspace): RoleSite[] =>
  workspace.vault.flatMap((configuration) =>
    listAt(configuration.document.value, ['auth']).flatMap((auth, i) => {
      if (!isObject(auth) || auth.type !== 'kubernetes') return [];
      const mount = String(auth.path ?? 'kubernetes').replace(/^\/+|\/+$/g, '');
      return listAt(auth, ['roles']).flatMap((role, k): RoleSite[] =>
        isObject(role) ? [{ configuration, path: ['auth', i, 'roles', k], mount, role }] : [],
      );
    }),
  );

/** Mounts of KV version 2, without slashes: those of the files, and the dev server's `secret` when none are named. */
export const kvMounts = (workspace: Workspace): string[] => {
  const named = workspace.vault.flatMap((configuration) =>
    listAt(configuration.document.value, ['secrets']).flatMap((engine) => {
      if (!isObject(engine)) return [];
      const version = String(valueAt(engine, ['options', 'version']) ?? (engine.type === 'kv-v2' ? 2 : 1));
      return (engine.type === 'kv' || engine.type === 'kv-v2') && version === '2'
        ? [String(engine.path ?? engine.type).replace(/^\/+|\/+$/g, '')]
        : [];
    }),
  );
  return named.length > 0 ? named : ['secret'];
};
