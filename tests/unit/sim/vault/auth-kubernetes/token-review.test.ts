import { describe, expect, it } from 'vitest';
import { reviewFault } from '../../../../../src/sim/vault/auth-kubernetes/token-review.ts';

const account = { name: 'app', namespace: 'default', uid: 'u', secretName: '', audience: ['vault'] };
const user = { username: 'system:serviceaccount:default:app', uid: 'u' };
const judge = (status: number, body: unknown, wanted: readonly string[] = ['vault']) =>
  reviewFault(status, body, wanted, account)?.error;
const reviewed = (status: object) => judge(201, { status });

describe('the answer to a TokenReview', () => {
  it('lets a token pass that is what it claims to be', () => {
    expect(reviewed({ authenticated: true, user, audiences: ['vault'] })).toBeUndefined();
  });

  it('names its own error before it says that nobody was authenticated', () => {
    expect(reviewed({ authenticated: false, error: 'invalid bearer token' })).toBe(
      'lookup failed: invalid bearer token',
    );
    expect(reviewed({ user: {} })).toBe('lookup failed: service account jwt not valid');
  });

  it('must share an audience with the question', () => {
    expect(reviewed({ authenticated: true, user, audiences: ['a', 'b'] })).toBe(
      'lookup failed: service account jwt valid for audience(s) [a b], but wanted [vault]',
    );
    expect(judge(201, { status: { authenticated: true, user, audiences: [] } }, [])).toBeUndefined();
  });

  it('must be about a ServiceAccount, and about the one in the claims', () => {
    const about = (username: string, uid = 'u') =>
      reviewed({ authenticated: true, user: { username, uid }, audiences: ['vault'] });
    expect(about('admin')).toBe('lookup failed: unexpected username format');
    expect(about('system:node:a:b')).toBe('lookup failed: username returned is not a service account');
    expect(about('system:serviceaccount:default:other')).toBe('JWT names did not match');
    expect(about('system:serviceaccount:default:app', 'v')).toBe('JWT UIDs did not match');
    expect(about('system:serviceaccount:team:app')).toBe('JWT namepaces did not match');
  });

  it('is turned into the words of a Kubernetes client when it is a refusal', () => {
    expect(judge(401, {})).toMatch(/^lookup failed: service account unauthorized;/);
    expect(judge(404, {})).toBe('the server could not find the requested resource');
    expect(judge(403, { kind: 'Status', message: 'a < b' })).toBe('{"kind":"Status","message":"a \\u003c b"}');
    expect(judge(500, 'boom\n')).toBe('an error on the server ("boom") has prevented the request from succeeding');
  });
});
