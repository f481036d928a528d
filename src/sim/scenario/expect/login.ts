import { errorText } from '../narrate/narrator.ts';
import { logIn } from './account.ts';
import type { LoginExpectation } from './expectation.ts';
import { linesOf } from './history.ts';
import { failed, held, type Observation, quoted } from './look.ts';

interface Auth {
  readonly policies?: readonly string[];
  readonly lease_duration?: number;
}

const sorted = (names: readonly string[]): string => [...names].sort().join(', ');

/** A login with a new token of a ServiceAccount. */
export const login: Observation<LoginExpectation> = {
  look: (expected) => (session) => {
    const before = session.now;
    const answer = logIn(session, expected);
    if (typeof answer === 'string') return failed(answer);
    const { account, role, audience } = expected;
    const who = `the login of ${account} with role ${role}${audience === undefined ? '' : ` and a token for ${audience}`}`;
    const why = answer.status === null ? answer.text : (errorText(answer.body) ?? '');
    const got = `${who} got ${answer.status ?? 'no answer'}${why === '' ? '' : ` ${quoted(why)}`}`;
    if (answer.status !== expected.status) {
      const said = linesOf(session, 'vault', before).at(-1);
      return failed(
        `${got}, expected ${expected.status}${said === undefined ? '' : `; Vault's log says ${quoted(said)}`}`,
      );
    }
    if (expected.contains !== undefined && !answer.text.includes(expected.contains))
      return failed(`${got}, expected ${quoted(expected.contains)}`);
    const { policies = [], lease_duration: ttl = 0 } = (answer.body as { auth?: Auth } | null)?.auth ?? {};
    if (expected.policies !== undefined && sorted(expected.policies) !== sorted(policies))
      return failed(
        `${got}, but the token has the policies ${sorted(policies)}, expected ${sorted(expected.policies)}`,
      );
    if (expected.ttl !== undefined && expected.ttl !== ttl * 1000)
      return failed(`${got}, but the token lives ${ttl} s, expected ${expected.ttl / 1000} s`);
    return held(got);
  },
};
