import type { Time } from '../../kernel/index.ts';
import { exchangesOf } from '../exchanges.ts';
import { isParty } from '../parties.ts';
import type { Session } from '../session.ts';
import type { ExchangeExpectation, LogExpectation } from './expectation.ts';
import { failed, fits, held, type Observation, quoted } from './look.ts';
import { countFits, expectedTimes, seenTimes } from './times.ts';

/** The history only grows: what is seen in it changes with its length alone. */
const version = (session: Session): number => session.run.world.length;

const pathFits = (pattern: string, path: string): boolean =>
  fits(pattern, pattern.includes('?') ? path : (path.split('?')[0] ?? ''));

/** Exchanges that took place. */
export const exchange: Observation<ExchangeExpectation> = {
  look: (expected, since) => (session) => {
    const all = exchangesOf(session.run.history, { start: session.start, withoutControllers: true }).filter((e) => {
      const [method = '', path = ''] = e.request.split(' ');
      const list = method === 'GET' && /[?&]list=true/.test(path) ? 'LIST' : method;
      return (
        e.at >= since &&
        isParty(e.from, expected.from) &&
        isParty(e.to, expected.to) &&
        (method === expected.method || list === expected.method) &&
        pathFits(expected.path, path)
      );
    });
    const right = all.filter(
      (e) =>
        (expected.status === undefined || e.status === expected.status) &&
        (expected.contains === undefined ||
          [e.requestBody, e.responseBody, e.reason].some((body) => body?.includes(expected.contains ?? ''))),
    );
    const answers = [...new Set(all.map((e) => `${e.status ?? 'no answer'}${e.reason ? ` (${e.reason})` : ''}`))];
    const seen = `${expected.from} sent ${expected.method} ${expected.path} to ${expected.to} ${seenTimes(all.length)}${all.length > 0 ? `, answered ${answers.slice(0, 4).join(', ')}` : ''}`;
    if (countFits(right.length, expected)) return held(seen);
    return failed(
      `${seen}; expected ${expectedTimes(expected)}${expected.status === undefined ? '' : ` with ${expected.status}`}`,
    );
  },
  version,
};

/** Whose log an entry belongs to: the container of a program in a Pod, or the actor's first name. */
const logOf = (actor: string): string => /^pods\/[^/]+\/[^/]+\/([^/]+)/.exec(actor)?.[1] ?? actor.split('/')[0] ?? '';

/** Lines of a log. */
export const linesOf = (session: Session, of: string, since: Time): readonly string[] =>
  session.run.history.flatMap((entry) =>
    entry.kind === 'log' && entry.at - session.start >= since && fits(of, logOf(entry.actor)) ? [entry.text] : [],
  );

/** Lines of a log that contain a text. */
export const log: Observation<LogExpectation> = {
  look: (expected, since) => (session) => {
    const lines = linesOf(session, expected.of, since);
    const found = lines.filter((line) => line.includes(expected.contains));
    const first = found[0];
    const last = lines.findLast((line) => line.trim() !== '');
    const seen =
      first !== undefined
        ? `the log of ${expected.of} says ${quoted(first)}${found.length > 1 ? ` ${seenTimes(found.length)}` : ''}`
        : `no line of ${expected.of}'s log contains \`${expected.contains}\`${last === undefined ? '; it is empty' : `; its last is ${quoted(last)}`}`;
    return countFits(found.length, expected) ? held(seen) : failed(`${seen}; expected ${expectedTimes(expected)}`);
  },
  version,
};
