/**
 * Values by path, kept as folders, so that listing a folder and changing one value cost no more than that folder.
 * Names carry a `/` in front, which keeps `__proto__` and numbers ordinary and in order.
 */
export interface Folder<T> {
  values: Record<string, T>;
  folders: Record<string, Folder<T>>;
}

export const emptyFolder = <T>(): Folder<T> => ({ values: {}, folders: {} });

const split = (path: string): { readonly folders: readonly string[]; readonly name: string } => {
  const segments = path.split('/').map((segment) => `/${segment}`);
  const name = segments.pop() ?? '/';
  return { folders: segments, name };
};

function folderAt<T>(root: Folder<T>, names: readonly string[]): Folder<T> | undefined {
  let at: Folder<T> | undefined = root;
  for (const name of names) at = at?.folders[name];
  return at;
}

/** The value at a path: `team/db`. */
export function valueAt<T>(root: Folder<T>, path: string): T | undefined {
  const { folders, name } = split(path);
  return folderAt(root, folders)?.values[name];
}

/** Sets the value at a path. @param root draft */
export function setValue<T>(root: Folder<T>, path: string, value: T): void {
  const { folders, name } = split(path);
  let at = root;
  for (const folder of folders) {
    at.folders[folder] ??= emptyFolder();
    at = at.folders[folder];
  }
  at.values[name] = value;
}

const isEmpty = <T>(folder: Folder<T>): boolean =>
  Object.keys(folder.values).length === 0 && Object.keys(folder.folders).length === 0;

/** Removes a path and the folders it leaves empty. @param root draft */
export function removeValue<T>(root: Folder<T>, path: string): void {
  const { folders, name } = split(path);
  const chain = [root];
  for (const folder of folders) {
    const next = chain.at(-1)?.folders[folder];
    if (next === undefined) return;
    chain.push(next);
  }
  delete chain.at(-1)?.values[name];
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = chain[depth];
    if (folder === undefined || !isEmpty(folder)) return;
    delete chain[depth - 1]?.folders[folders[depth - 1]!];
  }
}

/** Names in a folder, sorted, sub-folders with a closing slash. @param path '' or `team/` */
export function namesIn<T>(root: Folder<T>, path: string): readonly string[] {
  const names = path
    .replace(/\/$/, '')
    .split('/')
    .filter((name, at) => name !== '' || at > 0);
  const folder = folderAt(
    root,
    names.map((name) => `/${name}`),
  );
  if (folder === undefined) return [];
  const values = Object.keys(folder.values).map((name) => name.slice(1));
  const folders = Object.keys(folder.folders).map((name) => `${name.slice(1)}/`);
  return [...values, ...folders].sort((one, other) => (one < other ? -1 : 1));
}

/** All paths with their values. */
export function* everyValue<T>(root: Folder<T>, prefix = ''): Generator<readonly [path: string, value: T]> {
  for (const [name, value] of Object.entries(root.values)) yield [prefix + name.slice(1), value];
  for (const [name, folder] of Object.entries(root.folders)) yield* everyValue(folder, `${prefix}${name.slice(1)}/`);
}
