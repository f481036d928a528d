import { header, type Session } from '../../sim/index.ts';
import type { Asked } from './causes.ts';

interface Auth {
  readonly client_token?: unknown;
  readonly policies?: unknown;
}

const authOf = (body: unknown): Auth | null =>
  typeof body === 'object' && body !== null && 'auth' in body ? (body.auth as Auth | null) : null;

/** Policies of a token, as the answer that issued it named them; null when no answer of this run did. */
const policiesOf = (session: Session, token: string, before: number): readonly string[] | null => {
  for (let i = before - 1; i >= 0; i--) {
    const entry = session.run.history[i];
    const auth = entry?.kind === 'response' ? authOf(entry.body) : null;
    if (auth?.client_token === token && Array.isArray(auth.policies)) return auth.policies.map(String);
  }
  return null;
};

/**
 * What the history tells of an exchange, for the search of its causes.
 * @param stoppedIn the state of the login in which it was denied
 * @returns null for a number that is no exchange of the shown moment
 */
export const askedOf = (session: Session, exchange: number, stoppedIn: string | null): Asked | null => {
  const entry = session.run.history[exchange];
  if (entry?.kind !== 'request') return null;
  const token = header(entry.headers, 'x-vault-token');
  return {
    method: entry.method,
    path: entry.path,
    body: entry.body,
    policies: token === undefined ? null : policiesOf(session, token, exchange),
    stoppedIn,
  };
};
