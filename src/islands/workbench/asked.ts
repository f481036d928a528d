import { type Entry, header } from '../../sim/index.ts';
import type { Asked } from './causes.ts';

interface Auth {
  readonly client_token?: unknown;
  readonly policies?: unknown;
}

const authOf = (body: unknown): Auth | null =>
  typeof body === 'object' && body !== null && 'auth' in body ? (body.auth as Auth | null) : null;

/** Policies of the tokens of a run, as the answers that issued them named them. */
export class IssuedTokens {
  readonly #policies = new Map<string, readonly string[]>();
  #last: Entry | undefined;
  #read = 0;

  /** @returns null when no answer of this run named them */
  policiesOf(token: string, entries: readonly Entry[]): readonly string[] | null {
    this.#follow(entries);
    return this.#policies.get(token) ?? null;
  }

  #follow(entries: readonly Entry[]): void {
    // Another way was taken: read anew.
    if (entries[this.#read - 1] !== this.#last) {
      this.#policies.clear();
      this.#read = 0;
    }
    for (; this.#read < entries.length; this.#read++) {
      const entry = entries[this.#read];
      const auth = entry?.kind === 'response' ? authOf(entry.body) : null;
      if (typeof auth?.client_token === 'string' && Array.isArray(auth.policies))
        this.#policies.set(auth.client_token, auth.policies.map(String));
    }
    this.#last = entries[this.#read - 1];
  }
}

/**
 * What the history tells of an exchange, for the search of its causes.
 * @param stoppedIn the state of the login in which it was denied
 * @returns null for a number that is no exchange
 */
export const askedOf = (
  entries: readonly Entry[],
  exchange: number,
  stoppedIn: string | null,
  tokens: IssuedTokens,
): Asked | null => {
  const entry = entries[exchange];
  if (entry?.kind !== 'request') return null;
  const token = header(entry.headers, 'x-vault-token');
  return {
    method: entry.method,
    path: entry.path,
    body: entry.body,
    policies: token === undefined ? null : tokens.policiesOf(token, entries),
    stoppedIn,
  };
};
