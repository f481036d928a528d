import type { Session } from '../session.ts';
import { quoted } from './look.ts';

/** A line that has the answer of Vault in it says more than those that come of it. */
const ANSWERED = /Code: \d+/;

/**
 * What a Pod's Agent has complained of last, as the end of a sentence: why it has no token or no file yet.
 * @param place of the Pod, `pods/<namespace>/<name>`
 */
export const agentSaid = (session: Session, place: string): string => {
  const lines = session.run.history.flatMap((entry) =>
    entry.kind === 'log' &&
    (entry.level === 'error' || entry.level === 'warn') &&
    entry.actor.startsWith(`${place}/vault-agent`)
      ? [entry.text]
      : [],
  );
  const told = lines.findLast((line) => ANSWERED.test(line)) ?? lines.at(-1);
  return told === undefined ? '' : `; the Agent's log says ${quoted(told)}`;
};
