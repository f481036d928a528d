import { describe, expect, it } from 'vitest';
import { readClaims, timeFault } from '../../../../../src/sim/vault/auth-kubernetes/claims.ts';
import { readServiceAccount } from '../../../../../src/sim/vault/auth-kubernetes/service-account.ts';

const NOW = 1_767_600_000;
const judge = (claims: Record<string, unknown>, wall = NOW * 1000) => {
  const read = readClaims(claims);
  return 'error' in read ? read.error : timeFault(read.value, wall);
};

describe('times of a token', () => {
  it('may be a minute off, and not a moment more', () => {
    expect(judge({ exp: NOW - 60, iat: NOW - 100 })).toBeUndefined();
    expect(judge({ exp: NOW - 60, iat: NOW - 100 }, NOW * 1000 + 1)).toBe('expired');
    expect(judge({ nbf: NOW + 60, exp: NOW + 100 })).toBeUndefined();
    expect(judge({ nbf: NOW + 61, exp: NOW + 100 })).toBe('not yet valid');
    expect(judge({ iat: NOW + 61, nbf: NOW, exp: NOW + 100 })).toBe('issued in the future');
  });

  it('are not judged in a legacy token, which has none', () => {
    expect(judge({})).toBeUndefined();
  });

  it('end 150 seconds after the beginning where exp is missing', () => {
    expect(judge({ iat: NOW - 210 })).toBeUndefined();
    expect(judge({ iat: NOW - 211 })).toBe('expired');
  });

  it('must be numbers', () => {
    expect(judge({ exp: 'tomorrow' })).toMatch(/expected number value to unmarshal NumericDate/);
  });
});

describe('the ServiceAccount of a token', () => {
  const bound = { namespace: 'default', serviceaccount: { name: 'app', uid: 'u' } };

  it('is read from the kubernetes.io claim before the legacy ones, and never from sub', () => {
    const claims = {
      sub: 'system:serviceaccount:other:other',
      'kubernetes.io': bound,
      'kubernetes.io/serviceaccount/namespace': 'legacy',
      'kubernetes.io/serviceaccount/secret.name': 's',
    };
    expect(readServiceAccount(claims)).toEqual({
      value: { name: 'app', namespace: 'default', uid: 'u', secretName: 's', audience: [] },
    });
  });

  it('has an empty name where no claim gives one', () => {
    expect(readServiceAccount({ sub: 'system:serviceaccount:default:app' })).toMatchObject({ value: { name: '' } });
  });

  it('cannot be read when aud is a plain string', () => {
    expect(readServiceAccount({ aud: 'vault', 'kubernetes.io': bound })).toEqual({
      error: "1 error(s) decoding:\n\n* 'aud': source data must be an array or slice, got string",
    });
  });
});
