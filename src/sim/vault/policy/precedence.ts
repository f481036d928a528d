import type { PathPattern } from './path-pattern.ts';

/** What ranks rules with wildcards against each other (vault: acl.go, wcPathDescr). */
interface Rank {
  /** Offset of the first `+`, or of a prefix's `*`. */
  readonly firstWildcard: number;
  readonly isPrefix: boolean;
  readonly wildcards: number;
  /** Without the trailing `*`. */
  readonly path: string;
}

/** The ways in which one rule is more specific than another, most significant first. */
export type Advantage =
  | 'exact path'
  | 'first wildcard later'
  | 'no trailing *'
  | 'fewer +'
  | 'longer path'
  | 'later in the alphabet';

function rankOf({ kind, path }: PathPattern): Rank {
  if (kind === 'prefix') return { firstWildcard: path.length, isPrefix: true, wildcards: 0, path };
  const isPrefix = path.endsWith('*');
  const bare = isPrefix ? path.slice(0, -1) : path;
  const wildcards = bare.split('/').filter((segment) => segment === '+').length;
  return { firstWildcard: path.indexOf('+'), isPrefix, wildcards, path: bare };
}

/**
 * Why `one` wins over `other`, or undefined when it does not. Of two different rules exactly one wins.
 * An exact rule wins over any with wildcards.
 */
export function advantage(one: PathPattern, other: PathPattern): Advantage | undefined {
  if (one.kind === 'exact' || other.kind === 'exact') {
    return one.kind === 'exact' && other.kind !== 'exact' ? 'exact path' : undefined;
  }
  const [a, b] = [rankOf(one), rankOf(other)];
  if (a.firstWildcard !== b.firstWildcard)
    return a.firstWildcard > b.firstWildcard ? 'first wildcard later' : undefined;
  if (a.isPrefix !== b.isPrefix) return b.isPrefix ? 'no trailing *' : undefined;
  if (a.wildcards !== b.wildcards) return a.wildcards < b.wildcards ? 'fewer +' : undefined;
  if (a.path.length !== b.path.length) return a.path.length > b.path.length ? 'longer path' : undefined;
  return a.path > b.path ? 'later in the alphabet' : undefined;
}
