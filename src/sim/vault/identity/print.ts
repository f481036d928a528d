/** How answers show mounts and lists. */
import type { Core } from '../framework/index.ts';

/** `mount_path` and `mount_type` of an alias's mount; nothing where the mount is gone. */
export const mountOf = (
  core: Core,
  accessor: string,
): { readonly mount_path?: string; readonly mount_type?: string } => {
  const mount = core.mountByAccessor(accessor);
  return mount ? { mount_path: mount.route, mount_type: mount.type } : {};
};

/** Sorted, trimmed, each once, nothing empty (strutil.RemoveDuplicates). */
export const unique = (items: readonly string[]): readonly string[] =>
  [...new Set(items.map((item) => item.trim()))].filter((item) => item !== '').sort();

/** `entity_1a2b3c4d`: the name of what was made without one. */
export const generatedName = (core: Core, kind: 'entity' | 'group'): string => `${kind}_${core.random.hex(8)}`;
