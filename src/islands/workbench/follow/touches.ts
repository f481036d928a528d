import { type Entry, type Exchange, header } from '../../../sim/index.ts';
import { authOf, podOf, type Subject, secretOf } from './subject.ts';

/** One thing that had to do with what is followed. */
export interface Touch {
  /** Index in the history. */
  readonly id: number;
  /** Virtual milliseconds of the run. */
  readonly at: number;
  readonly kind: 'exchange' | 'log' | 'file' | 'state';
  readonly words: string;
  readonly trouble: boolean;
}

/** Entries between a read and the file that is written because of it, at most. */
const FAR = 40;

const holds = (body: unknown, needles: readonly string[]): boolean => {
  if (body === null || body === undefined) return false;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return needles.some((n) => text.includes(n));
};

/** Ids of the exchanges that have to do with a token: those it was shown in, spoken of in, or issued by. */
const ofToken = (entries: readonly Entry[], token: string): Set<number> => {
  const touched = new Set<number>();
  const needles = [token];
  for (const [i, entry] of entries.entries()) {
    const auth = authOf(entry);
    if (auth?.client_token === token && typeof auth.accessor === 'string') needles.push(auth.accessor);
    if (entry.kind === 'response' && holds(entry.body, needles)) touched.add(entry.exchange);
    if (entry.kind !== 'request' || !entry.toPlace.startsWith('vault')) continue;
    if (header(entry.headers, 'x-vault-token') === token || holds(entry.body, needles)) touched.add(i);
  }
  return touched;
};

const ofSecret = (entries: readonly Entry[], path: string): Set<number> =>
  new Set(entries.flatMap((entry, i) => (entry.kind === 'request' && secretOf(entry) === path ? [i] : [])));

const ofPod = (entries: readonly Entry[], pod: string): Set<number> => {
  const [namespace = '', name = ''] = pod.split('/');
  const address = new RegExp(`/namespaces/${namespace}/pods/${name}(?:[/?]|$)`);
  return new Set(
    entries.flatMap((entry, i) => {
      if (entry.kind !== 'request') return [];
      const its = podOf(entry.actor) === pod || podOf(entry.place) === pod || address.test(entry.path);
      return its || (entry.path === '/mutate' && holds(entry.body, [`"${name}"`])) ? [i] : [];
    }),
  );
};

/** The exchange because of which something happened, if it is one of these. */
const leadsFrom = (entries: readonly Entry[], index: number, touched: ReadonlySet<number>): boolean => {
  let at = index;
  for (let n = 0; n < FAR && at >= 0; n++) {
    const entry = entries[at];
    if (!entry) return false;
    if (touched.has(at) || (entry.kind === 'response' && touched.has(entry.exchange))) return true;
    if (entry.kind === 'request' && n > 0) return false;
    at = entry.cause;
  }
  return false;
};

const said = (entry: Entry & { kind: 'request' }): string => `${entry.method} ${entry.path}`;

/**
 * Everything that had to do with one token, secret or Pod, oldest first.
 * @param exchanges as they are told, for their words
 */
export const touchesOf = (entries: readonly Entry[], subject: Subject, exchanges: readonly Exchange[]): Touch[] => {
  const { kind, id: what } = subject;
  const touched =
    kind === 'token' ? ofToken(entries, what) : kind === 'secret' ? ofSecret(entries, what) : ofPod(entries, what);
  const told = new Map(exchanges.map((e) => [e.id, e]));
  // Within an exchange are those that were made on its account: the TokenReview of a login.
  for (const { id, within } of exchanges) if (within !== null && touched.has(within)) touched.add(id);
  const quiet = (actor: string): boolean => kind !== 'pod' || podOf(actor) !== what;
  return entries.flatMap((entry, id): Touch[] => {
    const { at } = entry;
    if (entry.kind === 'request') {
      if (!touched.has(id)) return [];
      const exchange = told.get(id);
      // What Kubernetes' parts say to each other is not told, and would drown the rest.
      if (!exchange && !(kind === 'pod' && entry.method !== 'GET')) return [];
      return [
        { id, at, kind: 'exchange', words: exchange?.sentence ?? said(entry), trouble: exchange?.denied ?? false },
      ];
    }
    if (entry.kind === 'file') {
      const its =
        kind === 'token' ? entry.text?.includes(what) === true : kind === 'secret' && leadsFrom(entries, id, touched);
      if (!its && quiet(entry.actor)) return [];
      const words = `${entry.text === null ? 'removes' : 'writes'} ${entry.path}`;
      return [{ id, at, kind: 'file', words, trouble: false }];
    }
    if (entry.kind === 'log' && !quiet(entry.actor)) {
      const trouble = entry.level === 'warn' || entry.level === 'error';
      return [{ id, at, kind: 'log', words: `${entry.actor.split('/').slice(3).join('/')}: ${entry.text}`, trouble }];
    }
    if (entry.kind === 'state' && !quiet(entry.actor) && /^kubernetes\/(?:pod|container)$/.test(entry.machine))
      return [
        {
          id,
          at,
          kind: 'state',
          words: `${entry.actor.split('/').at(-1)}: ${entry.from === '' ? 'begins as' : `${entry.from}, then`} ${entry.to}`,
          trouble: false,
        },
      ];
    return [];
  });
};
