import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonSyntaxError } from '../../../../src/sim/go/json-syntax.ts';
import { writeJson } from '../../../../src/sim/go/json-write.ts';
import { joinPath } from '../../../../src/sim/go/path.ts';
import { parseDuration } from '../../../../src/sim/injector/go/duration.ts';
import { parseFloat64, parseInt64 } from '../../../../src/sim/injector/go/parse.ts';
import { canonicalQuantity } from '../../../../src/sim/injector/go/quantity.ts';

// Expected values: what Go 1.26 and k8s.io/apimachinery v0.36.3 answered to the same texts.

describe('quantities as Kubernetes stores them', () => {
  it.each([
    ['500m', '500m'],
    ['0.5', '500m'],
    ['1000m', '1'],
    ['1024Mi', '1Gi'],
    ['1.5Gi', '1536Mi'],
    ['0.5Ki', '512'],
    ['2000k', '2M'],
    ['1e3', '1e3'],
    ['1000', '1k'],
    ['0.0001m', '100n'],
    ['1e-10', '1e-9'],
    ['16Ei', '9223372036854775807'],
    ['-', '0'],
    ['+5', '+5'],
  ])('%s → %s', (text, stored) => {
    expect(canonicalQuantity(text)).toBe(stored);
  });

  it.each(['', 'bad', '1 Gi', '5 '])('%j is none', (text) => {
    expect(() => canonicalQuantity(text)).toThrow('quantities must match the regular expression');
  });

  it('a suffix nobody knows has its own text', () => {
    expect(() => canonicalQuantity('1mm')).toThrow("unable to parse quantity's suffix");
  });

  it('stay what they are when read again', () => {
    const texts = fc.tuple(
      fc.integer(),
      fc.constantFrom('', 'm', 'k', 'M', 'Ki', 'Mi', 'Gi', 'n', 'e3', '.25', '.5Gi'),
    );
    fc.assert(
      fc.property(texts, ([number, tail]) => {
        const once = canonicalQuantity(`${number}${tail}`);
        expect(canonicalQuantity(once)).toBe(once);
      }),
    );
  });
});

describe('what Go says of a text that is no JSON', () => {
  it.each([
    ['{bad', "invalid character 'b' looking for beginning of object key string"],
    ['notjson', "invalid character 'o' in literal null (expecting 'u')"],
    ['{"a":1 "b":2}', "invalid character '\"' after object key:value pair"],
    ['[1,]', "invalid character ']' looking for beginning of value"],
    ['{"a":1}x', "invalid character 'x' after top-level value"],
    ['{"a":1.}', "invalid character '}' after decimal point in numeric literal"],
    ['nul', "invalid character ' ' in literal null (expecting 'l')"],
    ['{"a":é}', "invalid character 'Ã' looking for beginning of value"],
    ['{"a"', 'unexpected end of JSON input'],
  ])('%s', (text, said) => {
    expect(jsonSyntaxError(text)).toBe(said);
  });

  it('is nothing exactly where JavaScript reads it too', () => {
    const almost = fc.json().chain((text) => fc.nat(text.length).map((at) => text.slice(0, at) + text.slice(at + 1)));
    fc.assert(
      fc.property(fc.oneof(fc.json(), almost, fc.string()), (text) => {
        let reads = true;
        try {
          JSON.parse(text);
        } catch {
          reads = false;
        }
        expect(jsonSyntaxError(text) === undefined).toBe(reads);
      }),
    );
  });
});

describe("Go's readers of single values", () => {
  it.each([
    ['1.s', 1_000_000_000n],
    ['1.5h30m', 7_200_000_000_000n],
    ['-9223372036854775808ns', -9223372036854775808n],
    ['0', 0n],
  ])('duration %s', (text, nanoseconds) => {
    expect(parseDuration(text)).toBe(nanoseconds);
  });

  it.each([
    ['10', 'time: missing unit in duration "10"'],
    ['1d', 'time: unknown unit "d" in duration "1d"'],
    ['1h-1m', 'time: unknown unit "h-" in duration "1h-1m"'],
    ['é', 'time: invalid duration "\\xc3\\xa9"'],
    ['9223372036854775808ns', 'time: invalid duration "9223372036854775808ns"'],
  ])('duration %s is none', (text, said) => {
    expect(() => parseDuration(text)).toThrow(said);
  });

  it('integers keep 64 bits, floats know hexadecimal and underscores', () => {
    expect(parseInt64('9223372036854775807')).toBe(9223372036854775807n);
    expect(() => parseInt64('9223372036854775808')).toThrow('value out of range');
    expect(parseFloat64('0x1p-2')).toBe(0.25);
    expect(parseFloat64('1_000')).toBe(1000);
    expect(() => parseFloat64('1__0')).toThrow('invalid syntax');
  });

  it('paths are joined and shortened', () => {
    expect(joinPath('/vault/secrets', '../x')).toBe('/vault/x');
    expect(joinPath('/vault/secrets', '/etc/x')).toBe('/vault/secrets/etc/x');
    expect(joinPath('', '')).toBe('');
  });

  it('JSON escapes what could end a script, and keeps big integers', () => {
    expect(writeJson({ a: '<b>&', n: 9223372036854775807n })).toBe(
      '{"a":"\\u003cb\\u003e\\u0026","n":9223372036854775807}',
    );
  });
});
