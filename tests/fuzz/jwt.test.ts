import fc from 'fast-check';
import { expect, test } from 'vitest';
import { base64url, claimsOf, fromBase64url, parseCompact, sign, signingKey, verify } from '../../src/sim/jwt/index.ts';

const key = signingKey('cluster');

test('any claims survive signing and reading', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (claims) => {
      const result = parseCompact(sign(claims, key));
      if ('error' in result) throw new Error(result.error.message);
      expect(verify(result.jws, key.publicPem)).toBe(true);
      expect(claimsOf(result.jws.payload)).toEqual({ object: JSON.parse(JSON.stringify(claims)) });
    }),
  );
});

test('bytes survive base64url', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(fromBase64url(base64url(bytes))).toEqual({ bytes });
    }),
  );
});

test('no text makes the parser throw, and a changed character never verifies', () => {
  const token = sign({ sub: 'a', n: 1 }, key);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.string({ minLength: 1, maxLength: 1 }), fc.string(), (at, c, noise) => {
      expect(parseCompact(noise)).toBeTypeOf('object');
      const changed = token.slice(0, at) + c + token.slice(at + 1);
      const result = parseCompact(changed);
      // The last character of an unpadded part carries bits that the bytes do not hold.
      if (changed === token || 'error' in result || at === token.length - 1) return;
      expect(verify(result.jws, key.publicPem)).toBe(false);
    }),
  );
});
