/** The world's files. Whoever writes, the path is the world's own. */
import type { Draft } from './draft.ts';
import { drop, entries, find, put } from './trie.ts';

interface Writer {
  readonly id: string;
  readonly place: string;
}

/** Write a file whole; `mode` as `chmod` takes it. */
export const writeFile = (draft: Draft, by: Writer, path: string, text: string, mode = '0644'): void => {
  draft.set({ files: put(draft.world.files, path, { text, mode, at: draft.now }) });
  draft.record({ kind: 'file', actor: by.id, place: by.place, path, text, mode });
};

export const appendFile = (draft: Draft, by: Writer, path: string, text: string): void => {
  const file = find(draft.world.files, path);
  writeFile(draft, by, path, (file?.text ?? '') + text, file?.mode);
};

export const removeFile = (draft: Draft, by: Writer, path: string): void => {
  if (!find(draft.world.files, path)) return;
  draft.set({ files: drop(draft.world.files, path) });
  draft.record({ kind: 'file', actor: by.id, place: by.place, path, text: null, mode: '' });
};

/** Read a file; the answer comes as `file.content` at the same instant. */
export const readFile = (draft: Draft, by: Writer, id: string, path: string): void => {
  const content = { type: 'file.content', id, path, text: find(draft.world.files, path)?.text ?? null };
  draft.enqueue(by.id, content, 0);
};

/** Names of files; the answer comes as `file.names` at the same instant. */
export const listFiles = (draft: Draft, by: Writer, id: string, prefix: string): void => {
  const names = entries(draft.world.files).flatMap(([path]) => (path.startsWith(prefix) ? [path] : []));
  const answer = { type: 'file.names', id, prefix, names };
  draft.enqueue(by.id, answer, 0);
};
