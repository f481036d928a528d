/** A slash-separated path in its shortest form (Go's `path.Clean`): `/a/../b//c/` → `/b/c`, `` → `.`. */
export const cleanPath = (path: string): string => {
  if (path === '') return '.';
  const rooted = path.startsWith('/');
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') out.push(part);
    else if (out.length > 0 && out.at(-1) !== '..') out.pop();
    else if (!rooted) out.push('..');
  }
  const joined = out.join('/');
  return rooted ? `/${joined}` : joined === '' ? '.' : joined;
};

/** Go's `path.Join`: empty elements are skipped, the result is clean; all empty: ``. */
export const joinPath = (...parts: string[]): string => {
  const kept = parts.filter((part) => part !== '');
  return kept.length === 0 ? '' : cleanPath(kept.join('/'));
};
