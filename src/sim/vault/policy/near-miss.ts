import { matches, type PathPattern, writtenPath } from './path-pattern.ts';
import type { Rule, Source } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

/** What keeps a rule from matching. */
export type NearMissReason =
  | 'letter case'
  | 'folder itself' // `x/*` does not cover `x`
  | '* in the middle' // only a closing * is a wildcard
  | 'rule begins with v1/'
  | 'rule lacks data/' // KV version 2: the policy names the path as the CLI shows it
  | 'request lacks data/' // KV version 2: the request goes to the path as the CLI shows it
  | 'other branch'; // KV version 2: data/ and metadata/ (and delete/, …) are different paths

/** A rule that does not match the request's path, but would if one thing were different. */
export interface NearMiss {
  readonly path: string;
  readonly because: NearMissReason;
  readonly stanzas: readonly Source[];
}

const BRANCHES = ['data', 'metadata', 'delete', 'undelete', 'destroy', 'subkeys'];

const segmentsOf = (path: string): readonly string[] => path.split('/');

/** The path with its second segment replaced, taken out, or put in. */
const withBranch = (path: string, branch: string | undefined, replace: boolean): string => {
  const [mount = '', ...rest] = segmentsOf(path);
  return [mount, ...(branch === undefined ? [] : [branch]), ...(replace ? rest.slice(1) : rest)].join('/');
};

const asGlob = (pattern: PathPattern, path: string): boolean => {
  const written = writtenPath(pattern);
  if (!written.slice(0, -1).includes('*')) return false;
  const parts = written.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's').test(path);
};

function reasonOf(pattern: PathPattern, path: string): NearMissReason | undefined {
  const lower: PathPattern = { kind: pattern.kind, path: pattern.path.toLowerCase() };
  if (matches(lower, path.toLowerCase())) return 'letter case';
  if (pattern.kind !== 'exact' && matches(pattern, `${path}/`)) return 'folder itself';
  if (asGlob(pattern, path)) return '* in the middle';
  if (pattern.path.startsWith('v1/') && matches({ ...pattern, path: pattern.path.slice(3) }, path)) {
    return 'rule begins with v1/';
  }
  const branch = segmentsOf(path)[1] ?? '';
  if (!BRANCHES.includes(branch)) {
    return matches(pattern, withBranch(path, 'data', false)) ? 'request lacks data/' : undefined;
  }
  if (matches(pattern, withBranch(path, undefined, true))) return 'rule lacks data/';
  const others = BRANCHES.filter((other) => other !== branch);
  return others.some((other) => matches(pattern, withBranch(path, other, true))) ? 'other branch' : undefined;
}

/** All near misses of a path among the rules. Takes time by the number of rules: it is for explaining only. */
export function nearMisses(indexes: readonly RuleIndex[], path: string): readonly NearMiss[] {
  const found = new Map<string, { pattern: PathPattern; because: NearMissReason; rules: Rule[] }>();
  for (const index of indexes) {
    for (const table of [index.exact, index.prefixes, index.segments]) {
      for (const rule of [...table.values()].flat()) {
        const { pattern } = rule;
        const because = matches(pattern, path) ? undefined : reasonOf(pattern, path);
        if (because === undefined) continue;
        const key = `${pattern.kind} ${pattern.path}`;
        const known = found.get(key);
        if (known === undefined) found.set(key, { pattern, because, rules: [rule] });
        else known.rules.push(rule);
      }
    }
  }
  return [...found.values()].map(({ pattern, because, rules }) => ({
    path: writtenPath(pattern),
    because,
    stanzas: rules.map((rule) => rule.source),
  }));
}
