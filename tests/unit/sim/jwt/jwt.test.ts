import { createPublicKey } from 'node:crypto';
import { expect, test } from 'vitest';
import { fromBase64, mint, parseCompact, sign, signingKey, verify } from '../../../../src/sim/jwt/index.ts';

const cluster = signingKey('cluster');
const other = signingKey('other');

const parsed = (token: string) => {
  const result = parseCompact(token);
  if ('error' in result) throw new Error(result.error.message);
  return result.jws;
};
const message = (token: string): string => {
  const result = parseCompact(token);
  return 'error' in result ? result.error.message : 'parsed';
};

test('a signed token verifies with its own key only', () => {
  const token = sign({ sub: 'system:serviceaccount:app:web' }, cluster);
  expect(verify(parsed(token), cluster.publicPem)).toBe(true);
  expect(verify(parsed(token), cluster.publicPem.replaceAll('\n', '\r\n'))).toBe(true);
  expect(verify(parsed(token), other.publicPem)).toBe(false);
});

test('a changed payload or an unsigned token does not verify', () => {
  const [head, , signature] = sign({ sub: 'a' }, cluster).split('.');
  const [, payload] = sign({ sub: 'b' }, cluster).split('.');
  expect(verify(parsed(`${head}.${payload}.${signature}`), cluster.publicPem)).toBe(false);
  expect(verify(parsed(mint({ alg: 'none' }, { sub: 'a' }, null)), cluster.publicPem)).toBe(false);
  expect(verify(parsed(mint({ alg: 'HS256' }, { sub: 'a' }, cluster)), cluster.publicPem)).toBe(false);
});

test('a real library reads the public key as RSA of 2048 bits', () => {
  expect(createPublicKey(cluster.publicPem).asymmetricKeyDetails).toMatchObject({
    modulusLength: 2048,
    publicExponent: 65537n,
  });
});

test('what is no token is refused in the words of go-jose', () => {
  expect(message('garbage')).toBe('go-jose/go-jose: compact JWS format must have three parts');
  expect(message('!!.e30.')).toBe('illegal base64 data at input byte 0');
  expect(message('e30=.e30.')).toBe('illegal base64 data at input byte 3');
});

test('base64 errors name the byte Go names', () => {
  expect(fromBase64('YQ==')).toEqual({ bytes: Uint8Array.of(97) });
  expect(fromBase64('not base64')).toEqual({ corruptAt: 3 });
  expect(fromBase64('YWI')).toEqual({ corruptAt: 0 });
});
