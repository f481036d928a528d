import { errorText } from '../narrate/narrator.ts';
import type { Session } from '../session.ts';
import { issuedToken, logIn } from './account.ts';
import { type Asker, ask, askerOf } from './ask.ts';
import type { RequestExpectation } from './expectation.ts';
import { linesOf } from './history.ts';
import { failed, held, type Observation, quoted } from './look.ts';

/** `account app/web with app-web`: one that logs in first. */
const ACCOUNT = /^account (\S+) with (\S+)$/;

const loggedIn = (session: Session, account: string, role: string): Asker | string => {
  const answer = logIn(session, { account, role });
  if (typeof answer === 'string') return answer;
  const token = issuedToken(answer);
  const name = `${account} with role ${role}`;
  return token === null
    ? `the login of ${name} got ${answer.status ?? 'no answer'} ${quoted(errorText(answer.body) ?? answer.text)}`
    : { name, place: 'operator', token };
};

/** A request as any party. */
export const request: Observation<RequestExpectation> = {
  look: (expected) => (session) => {
    const to = expected.to ?? 'vault';
    const account = ACCOUNT.exec(expected.as);
    const asker = account ? loggedIn(session, account[1] ?? '', account[2] ?? '') : askerOf(session, expected.as, to);
    if (typeof asker === 'string') return failed(asker);
    const before = session.now;
    const { status, text, body } = ask(session, asker, to, expected);
    const why = status === null ? text : (errorText(body) ?? '');
    const got = `${asker.name} got ${status ?? 'no answer'}${why === '' || (status ?? 0) < 400 ? (status === null ? ` (${why})` : '') : ` ${why}`}`;
    if (status !== expected.status) {
      const said = linesOf(session, to, before).at(-1);
      const server = to === 'vault' ? "Vault's" : "Kubernetes'";
      return failed(
        `${got} for ${expected.method} ${expected.path}, expected ${expected.status}${said === undefined ? '' : `; ${server} log says ${quoted(said)}`}`,
      );
    }
    if (expected.contains !== undefined && !text.includes(expected.contains))
      return failed(`${got}, but the answer has no \`${expected.contains}\`: ${quoted(text)}`);
    return held(`${got} for ${expected.method} ${expected.path}`);
  },
};
