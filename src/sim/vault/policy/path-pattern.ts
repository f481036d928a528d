/** How a rule's path matches (vault: policy.go, parsePaths). */
export interface PathPattern {
  readonly kind: 'exact' | 'prefix' | 'segments';
  /**
   * Identity of the rule: stanzas with the same kind and path merge. Without leading slash; a prefix without its `*`;
   * with segment wildcards as written.
   */
  readonly path: string;
}

/** The path as it would be written: `secret/*` for the prefix `secret/`. */
export const writtenPath = (pattern: PathPattern): string =>
  pattern.kind === 'prefix' ? `${pattern.path}*` : pattern.path;

const hasSegmentWildcards = (path: string): boolean => path === '+' || path.includes('/+') || path.startsWith('+/');

/** Takes one leading slash off: policies never begin with one. */
export const withoutLeadingSlash = (written: string): string => (written.startsWith('/') ? written.slice(1) : written);

/** Reads a path of a policy. `+*` anywhere is forbidden and gives `undefined`. */
export function patternOf(written: string): PathPattern | undefined {
  const path = withoutLeadingSlash(written);
  if (path.includes('+*')) return undefined;
  if (hasSegmentWildcards(path)) return { kind: 'segments', path };
  return path.endsWith('*') ? { kind: 'prefix', path: path.slice(0, -1) } : { kind: 'exact', path };
}

const segmentsMatch = (pattern: string, path: string): boolean => {
  const isPrefix = pattern.endsWith('*');
  const wanted = (isPrefix ? pattern.slice(0, -1) : pattern).split('/');
  const given = path.split('/');
  if (isPrefix ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, at) => {
    const part = given[at]!;
    return segment === '+' || segment === part || (isPrefix && at === wanted.length - 1 && part.startsWith(segment));
  });
};

/** Whether a rule's path covers a request's path. */
export function matches({ kind, path: wanted }: PathPattern, path: string): boolean {
  if (kind === 'exact') return path === wanted;
  return kind === 'prefix' ? path.startsWith(wanted) : segmentsMatch(wanted, path);
}
