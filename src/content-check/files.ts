/** Files of the content folder: their text by path from the root of the repository, `content/lessons/04-token-review.md`. */
export type ContentFiles = Readonly<Record<string, string>>;

/** The files of a folder with an ending, by path, in order. */
export const filesIn = (files: ContentFiles, folder: string, ending: string): readonly (readonly [string, string])[] =>
  Object.entries(files)
    .filter(([path]) => path.startsWith(`content/${folder}`) && path.endsWith(ending))
    .sort(([a], [b]) => (a < b ? -1 : 1));

/** The name of a file without folder and ending: its id. */
export const stem = (path: string): string => path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
