import { describe, expect, it } from 'vitest';
import { matchingGlob } from '../../../../../src/sim/vault/auth-kubernetes/glob.ts';

describe('a bound name', () => {
  it.each([
    ['web', 'web', true],
    ['web', 'web-1', false],
    ['web*', 'web', true],
    ['web*', 'web-1', true],
    ['*-web', 'a-web', true],
    ['a*b*c', 'aXbYc', true],
    ['a*b*c', 'ac', false],
    ['ab*ba', 'aba', false],
    ['*', '', true],
    ['Web', 'web', false],
    ['web-?', 'web-1', false],
    ['web-[0-9]', 'web-1', false],
  ])('%s against %s: %s', (pattern, value, matches) => {
    expect(matchingGlob([pattern], value) !== undefined).toBe(matches);
  });

  it('is found by the first pattern that fits', () => {
    expect(matchingGlob(['a', 'we*', '*b'], 'web')).toBe('we*');
    expect(matchingGlob([], 'web')).toBeUndefined();
  });
});
