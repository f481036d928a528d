import type { Version } from '../versions.ts';

/** Types that ship as plugins with a version of their own, besides those listed in `versions.ts`. */
export const runningVersion = (version: Version, mount: { readonly type: string }): string =>
  version.plugins[mount.type] ?? `v${version.version}+builtin.vault`;
