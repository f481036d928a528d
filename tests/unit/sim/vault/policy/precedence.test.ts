import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matches, type PathPattern, patternOf } from '../../../../../src/sim/vault/policy/index.ts';
import { advantage } from '../../../../../src/sim/vault/policy/precedence.ts';
import { aclOf, request, rules } from './acl.ts';

const segment = fc.constantFrom('a', 'b', 'ab', 'abc', '+', 'data', '');
const written = fc
  .tuple(fc.array(segment, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([segments, star]) => segments.join('/') + (star ? '*' : ''))
  .filter((path) => path !== '' && !path.includes('+*') && !path.startsWith('/'));
const asked = fc
  .array(fc.constantFrom('a', 'b', 'ab', 'abc', 'data', 'abcd'), { minLength: 1, maxLength: 5 })
  .map((segments) => segments.join('/'));

const patterns = (paths: readonly string[]): readonly PathPattern[] => paths.map((path) => patternOf(path)!);

/** The rule that must decide, found by trying every rule. */
const winner = (all: readonly PathPattern[], path: string): PathPattern | undefined =>
  all
    .filter((pattern) => matches(pattern, path))
    .reduce<PathPattern | undefined>(
      (best, next) => (best === undefined || advantage(next, best) ? next : best),
      undefined,
    );

const same = (one: PathPattern | undefined, other: PathPattern): boolean =>
  one?.kind === other.kind && one.path === other.path;

test('look-up finds the rule that a search through all rules finds', () => {
  fc.assert(
    fc.property(fc.uniqueArray(written, { minLength: 1, maxLength: 12 }), asked, (paths, path) => {
      const best = winner(patterns(paths), path);
      const lines = paths.map(
        (line) => `${line} = ${best !== undefined && same(best, patternOf(line)!) ? 'read' : 'update'}`,
      );
      const acl = aclOf(rules(...lines));
      expect(acl.allow(request('read', path)).allowed).toBe(best !== undefined);
      expect(acl.capabilities(path).includes('read') || path.endsWith('/')).toBe(best !== undefined);
    }),
    { numRuns: 2000 },
  );
});

test('of two different rules with wildcards exactly one is more specific, and the order has no cycles', () => {
  fc.assert(
    fc.property(written, written, written, (a, b, c) => {
      const [x, y, z] = patterns([a, b, c]);
      if (x!.kind === 'exact' || y!.kind === 'exact' || z!.kind === 'exact') return;
      const beats = (one: PathPattern, other: PathPattern): boolean => advantage(one, other) !== undefined;
      if (!same(x, y!)) expect(beats(x!, y!)).toBe(!beats(y!, x!));
      if (beats(x!, y!) && beats(y!, z!)) expect(beats(x!, z!)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test('neither the order of policies nor how rules are spread over them changes a decision', () => {
  const line = fc
    .tuple(written, fc.constantFrom('read', 'update', 'deny', 'read, list', ''))
    .map((parts) => parts.join(' = '));
  fc.assert(
    fc.property(fc.array(line, { minLength: 2, maxLength: 8 }), asked, (lines, path) => {
      const together = aclOf(rules(...lines)).capabilities(path);
      expect(aclOf(...lines.map((one) => rules(one))).capabilities(path)).toEqual(together);
      expect(aclOf(...lines.map((one) => rules(one)).reverse()).capabilities(path)).toEqual(together);
    }),
    { numRuns: 1000 },
  );
});

test('rules that do not match never change a decision', () => {
  const others = Array.from({ length: 500 }, (_, at) => `other/${at}/${at % 3 === 0 ? '+/x' : '*'} = deny`);
  const few = ['secret/data/+/db = read', 'secret/data/team/* = list'];
  for (const path of ['secret/data/team/db', 'secret/data/x/db', 'secret/data/x']) {
    expect(aclOf(rules(...few, ...others)).capabilities(path)).toEqual(aclOf(rules(...few)).capabilities(path));
  }
});
