import type { Path } from '../../yaml/index.ts';
import type { SourceDocument } from './source.ts';

/** `spec.containers[0].name` as a path; `[key]` of a map and the name of an annotation are kept whole where they exist. */
export const pathOfField = (field: string): Path =>
  [...field.matchAll(/\[([^\]]*)\]|([^.[\]]+)/g)].map(([, index, name]) =>
    index === undefined ? (name ?? '') : /^\d+$/.test(index) ? Number(index) : index,
  );

/** The longest beginning of a path that exists in a document. */
export const existing = (document: SourceDocument, path: Path): Path => {
  for (let n = path.length; n > 0; n--) if (document.node(path.slice(0, n)) !== null) return path.slice(0, n);
  return [];
};
