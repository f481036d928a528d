import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspect, isFile, LENIENT, parse, STRICT } from '../../src/sim/hcl/index.ts';
import { inspectPolicy, parsePolicy } from '../../src/sim/vault/policy/index.ts';
import { versions } from '../../src/sim/vault/versions.ts';

const pieces = [
  ...['path', '"a"', '"b/*"', '{', '}', '[', ']', '=', ',', '\n', '\r\n', ' ', '# c\n', '/*', '*/', '//', '"', '\\'],
  ...[
    'capabilities',
    'policy',
    'allowed_parameters',
    'min_wrapping_ttl',
    '"read"',
    '"deny"',
    '"10s"',
    '12',
    '0x',
    '1e',
  ],
  ...[
    '<<EOT\nx\nEOT\n',
    '<<-',
    '<<',
    '"${',
    '}"',
    '-',
    '.',
    '\u0000',
    '\ue123',
    '\ud800',
    'é',
    '{"path":',
    ':',
    'null',
  ],
];
const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((parts) => parts.join(''));
const text = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 80 }));
const deep = fc.tuple(fc.constantFrom('a={', 'a=[', '[', '{"a":', '{"a":['), fc.integer({ min: 1, max: 20_000 }));

test('no text crashes the reader, and every error has words', () => {
  fc.assert(
    fc.property(text, (input) => {
      for (const dialect of [LENIENT, STRICT]) {
        const parsed = parse(input, dialect);
        if (!isFile(parsed)) expect(parsed.text).not.toBe('');
        const seen = inspect(input, dialect);
        expect(seen.error === undefined).toBe(isFile(parsed));
        if (seen.error === undefined) expect(seen.troubles).toEqual([]);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('no text crashes the policy reader, and inspection agrees with it', () => {
  fc.assert(
    fc.property(text, fc.constantFrom('1.19' as const, '1.21' as const), (input, version) => {
      const { error, policy } = parsePolicy('p', input, versions[version]);
      const seen = inspectPolicy('p', input, versions[version]);
      expect(seen.error === undefined).toBe(error === undefined);
      if (policy !== undefined) {
        expect(seen.stanzas).toHaveLength(policy.stanzas.length);
        expect(seen.stanzas.every((stanza) => stanza.error === undefined)).toBe(true);
      }
    }),
    { numRuns: 20_000 },
  );
});

test('nesting without end is refused, not overflowed', () => {
  fc.assert(
    fc.property(deep, ([opening, depth]) => {
      const input = opening.repeat(depth);
      expect(() => parse(input, STRICT)).not.toThrow();
      expect(() => inspect(input, STRICT)).not.toThrow();
    }),
    { numRuns: 50 },
  );
});
