/**
 * Where a process finds its files: each mount puts the world's files below `to` at `at`. The longest `at` that is a
 * prefix of a path wins; a path below none of them is the world's own. `at: '.'` is the working directory: where relative
 * paths lead.
 */
export type Mounts = readonly { readonly at: string; readonly to: string }[];

const below = (path: string, at: string): boolean => at === '' || path === at || path.startsWith(`${at}/`);

/** The world's path of a process's path. */
export const worldPath = (mounts: Mounts, path: string): string => {
  const here = path.startsWith('/') ? undefined : mounts.find(({ at }) => at === '.');
  if (here) return `${here.to.replace(/\/+$/, '')}/${path.replace(/^\.\//, '')}`;
  let best: { at: string; to: string } | undefined;
  for (const mount of mounts) {
    const at = mount.at.replace(/\/+$/, '');
    if (below(path, at) && (best === undefined || at.length > best.at.length)) best = { at, to: mount.to };
  }
  return best ? `${best.to.replace(/\/+$/, '')}${path.slice(best.at.length)}` : path;
};
