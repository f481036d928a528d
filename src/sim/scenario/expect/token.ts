import { ask, askerOf } from './ask.ts';
import type { TokenExpectation } from './expectation.ts';
import { failed, held, type Observation } from './look.ts';

interface TokenData {
  readonly policies?: readonly string[];
  readonly type?: string;
  readonly renewable?: boolean;
  readonly ttl?: number;
}

/** What Vault says of the token that a Pod's Agent has. */
export const token: Observation<TokenExpectation> = {
  look: (expected) => (session) => {
    const asker = askerOf(session, expected.of, 'vault');
    if (typeof asker === 'string') return failed(asker);
    const { status, body } = ask(session, asker, 'vault', { method: 'GET', path: '/v1/auth/token/lookup-self' });
    if (status !== 200) {
      const seen = `Vault answers ${status ?? 'nothing'} when it is asked about the token of ${asker.name}`;
      return expected.dead === true && status === 403 ? held(seen) : failed(seen);
    }
    const { policies = [], type, renewable, ttl = 0 } = (body as { data?: TokenData }).data ?? {};
    const seen = `the token of ${asker.name} has the policies ${policies.join(', ')}, ${ttl} s to live, is of type ${type} and ${renewable ? '' : 'not '}renewable`;
    const right =
      expected.dead !== true &&
      (expected.policies === undefined || [...expected.policies].sort().join() === [...policies].sort().join()) &&
      (expected.type ?? type) === type &&
      (expected.renewable ?? renewable) === renewable &&
      ttl * 1000 >= (expected.ttlAtLeast ?? 0) &&
      ttl * 1000 <= (expected.ttlAtMost ?? Number.POSITIVE_INFINITY);
    return right ? held(seen) : failed(seen);
  },
};
