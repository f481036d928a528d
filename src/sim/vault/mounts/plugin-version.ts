import type { Version } from '../versions.ts';

/** `running_plugin_version` of a backend: its own where it is a plugin with a version, else Vault's. */
export const runningVersion = (version: Version, mount: { readonly type: string }): string =>
  version.plugins[mount.type] ?? `v${version.version}+builtin.vault`;
