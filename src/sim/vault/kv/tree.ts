import { drop, entries, find, put, type Trie } from '../../kernel/trie.ts';

/**
 * Values by path, as folders, never changed in place: setting or removing one shares all the rest, listing looks at one
 * folder only. Folders are frozen so that a draft of the storage takes them as they are, without looking inside.
 */
export interface Folder<T> {
  readonly values: Trie<T>;
  readonly folders: Trie<Folder<T>>;
}

export const emptyFolder = <T>(): Folder<T> => Object.freeze({ values: null, folders: null });

/** The first segment of a path and the rest; no rest for a name in this folder. */
const split = (path: string): readonly [first: string, rest: string | undefined] => {
  const at = path.indexOf('/');
  return at < 0 ? [path, undefined] : [path.slice(0, at), path.slice(at + 1)];
};

/** The value at a path: `team/db`. */
export function valueAt<T>(root: Folder<T>, path: string): T | undefined {
  const [first, rest] = split(path);
  if (rest === undefined) return find(root.values, first);
  const folder = find(root.folders, first);
  return folder && valueAt(folder, rest);
}

/** The tree with a value set. */
export function withValue<T>(root: Folder<T>, path: string, value: T): Folder<T> {
  const [first, rest] = split(path);
  if (rest === undefined) return Object.freeze({ ...root, values: put(root.values, first, value) });
  const folder = withValue(find(root.folders, first) ?? emptyFolder<T>(), rest, value);
  return Object.freeze({ ...root, folders: put(root.folders, first, folder) });
}

/** The tree without a path, and without the folders that this leaves empty. */
export function withoutValue<T>(root: Folder<T>, path: string): Folder<T> {
  const [first, rest] = split(path);
  if (rest === undefined) return Object.freeze({ ...root, values: drop(root.values, first) });
  const folder = find(root.folders, first);
  if (folder === undefined) return root;
  const left = withoutValue(folder, rest);
  const isEmpty = left.values === null && left.folders === null;
  return Object.freeze({ ...root, folders: isEmpty ? drop(root.folders, first) : put(root.folders, first, left) });
}

function folderAt<T>(root: Folder<T>, path: string): Folder<T> | undefined {
  const [first, rest] = split(path);
  const folder = find(root.folders, first);
  return rest === undefined || folder === undefined ? folder : folderAt(folder, rest);
}

/** Names in a folder, sorted, sub-folders with a closing slash. @param path '', `team` or `team/` */
export function namesIn<T>(root: Folder<T>, path: string): readonly string[] {
  const folder = path === '' ? root : folderAt(root, path.replace(/\/$/, ''));
  if (folder === undefined) return [];
  const values = entries(folder.values).map(([name]) => name);
  const folders = entries(folder.folders).map(([name]) => `${name}/`);
  return [...values, ...folders].sort((one, other) => (one < other ? -1 : 1));
}

/** All paths with their values. */
export function* everyValue<T>(root: Folder<T>, prefix = ''): Generator<readonly [path: string, value: T]> {
  for (const [name, value] of entries(root.values)) yield [prefix + name, value];
  for (const [name, folder] of entries(root.folders)) yield* everyValue(folder, `${prefix}${name}/`);
}
