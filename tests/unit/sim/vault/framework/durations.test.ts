import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatGoDuration,
  parseGoDuration,
  parseVaultDuration,
  shortDuration,
} from '../../../../../src/sim/vault/framework/index.ts';

describe('a duration', () => {
  it('is read back as it was printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (seconds) => {
        expect(parseGoDuration(formatGoDuration(seconds))).toEqual({ seconds });
        expect(parseGoDuration(shortDuration(seconds))).toEqual({ seconds });
      }),
    );
  });

  it('is refused in the words of Go', () => {
    const error = (text: unknown) => parseVaultDuration(text).error;
    expect(error('abc')).toBe('time: invalid duration "abc"');
    expect(error('1w')).toBe('time: unknown unit "w" in duration "1w"');
    expect(error('1.5')).toBe('time: missing unit in duration "1.5"');
    expect(error('xd')).toBe('strconv.ParseInt: parsing "x": invalid syntax');
    expect(error([])).toBe('could not parse duration from input');
    expect(parseVaultDuration('30d')).toEqual({ seconds: 2_592_000 });
  });
});
