interface Node {
  readonly literals: Map<string, Node>;
  any: Node | undefined;
  /** The rule path that ends with this segment. */
  ends: string | undefined;
  /** Rule paths ending in `*`, by what the next segment must begin with. */
  readonly beginnings: Map<string, string>;
}

const node = (): Node => ({ literals: new Map(), any: undefined, ends: undefined, beginnings: new Map() });

/** Paths with segment wildcards (`+`), found by walking the request's segments (vault: acl.go, segmentWildcardPaths). */
export class SegmentTrie {
  readonly #root = node();

  /** @param path as in the policy: `secret/+/team/*` */
  add(path: string): void {
    const isPrefix = path.endsWith('*');
    const segments = (isPrefix ? path.slice(0, -1) : path).split('/');
    const beginning = isPrefix ? segments.pop() : undefined;
    let at = this.#root;
    for (const segment of segments) at = step(at, segment);
    if (beginning === undefined) at.ends = path;
    else at.beginnings.set(beginning, path);
  }

  /** All added paths that match. */
  matches(path: string): readonly string[] {
    const found: string[] = [];
    walk(this.#root, path.split('/'), 0, found);
    return found;
  }
}

function step(at: Node, segment: string): Node {
  if (segment === '+') {
    at.any ??= node();
    return at.any;
  }
  const next = at.literals.get(segment) ?? node();
  at.literals.set(segment, next);
  return next;
}

function walk(at: Node, segments: readonly string[], depth: number, found: string[]): void {
  const segment = segments[depth];
  if (segment === undefined) {
    if (at.ends !== undefined) found.push(at.ends);
    return;
  }
  if (at.beginnings.size > 0) {
    for (let length = 0; length <= segment.length; length++) {
      const path = at.beginnings.get(segment.slice(0, length));
      if (path !== undefined) found.push(path);
    }
  }
  const literal = at.literals.get(segment);
  if (literal !== undefined) walk(literal, segments, depth + 1, found);
  if (at.any !== undefined) walk(at.any, segments, depth + 1, found);
}
