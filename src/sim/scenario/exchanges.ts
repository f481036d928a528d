import type { Entry, FailureEntry, RequestEntry, ResponseEntry, Time } from '../kernel/index.ts';
import { narrate } from './narrate/index.ts';
import { partyOf } from './parties.ts';
import type { Exchange } from './story.ts';

/** The states that say how a machine ended, not where it stopped. */
const VERDICTS = new Set(['denied', 'failed', 'refused', 'done', 'finished']);

interface Gathered {
  readonly request: RequestEntry;
  readonly id: number;
  end: ResponseEntry | FailureEntry | null;
  /** States that machines entered while they worked on this exchange. */
  states: string[];
  within: number | null;
}

/**
 * Walk a history once and gather, for each exchange, its answer, the exchange within which it happened, and the states
 * that were passed on its account. Everything hangs together by the causes that the kernel keeps.
 */
const gather = (entries: readonly Entry[]): Map<number, Gathered> => {
  const found = new Map<number, Gathered>();
  /** For each entry, the innermost exchange that was being served when it happened. */
  const serving: (number | null)[] = [];
  entries.forEach((entry, i) => {
    const above = entry.cause >= 0 ? (serving[entry.cause] ?? null) : null;
    if (entry.kind === 'request') {
      found.set(i, { request: entry, id: i, end: null, states: [], within: above });
      serving[i] = i;
      return;
    }
    if (entry.kind === 'response' || entry.kind === 'chunk' || entry.kind === 'failure') {
      const exchange = found.get(entry.exchange);
      if (exchange && entry.kind !== 'chunk') exchange.end ??= entry;
      // What follows an answer belongs to whatever its client was doing.
      serving[i] = exchange?.within ?? null;
      return;
    }
    serving[i] = above;
    if (entry.kind === 'state' && above !== null && entry.machine.includes('/'))
      found.get(above)?.states.push(entry.to);
  });
  return found;
};

const json = (body: unknown): string | null => {
  if (body === null || body === undefined || body === '') return null;
  return typeof body === 'string' ? body : JSON.stringify(body, null, 2);
};

const stoppedIn = (states: readonly string[]): string | null => {
  const last = states.at(-1);
  return last !== undefined && VERDICTS.has(last) ? (states.at(-2) ?? null) : null;
};

export interface ExchangeOptions {
  /** Virtual time that counts as 0. */
  readonly start: Time;
  /** Leave out what Kubernetes' own parts say to its API server. */
  readonly withoutControllers: boolean;
}

/** A kubelet fetching a Pod's token: the one thing Kubernetes' parts say to each other that the story needs. */
const TOKEN_OF_A_POD = /^kubelet\/[^/]+\/.*$/;
const TOKEN_REQUEST = /\/serviceaccounts\/[^/]+\/token$/;
const fetchesToken = ({ actor, path, method }: RequestEntry): boolean =>
  method === 'POST' && TOKEN_OF_A_POD.test(actor) && TOKEN_REQUEST.test(path);

/** The innermost exchange around another one that is shown too. */
const shownAround = (found: ReadonlyMap<number, Gathered>, shown: ReadonlySet<number>, id: number): number | null => {
  let around = found.get(id)?.within ?? null;
  while (around !== null && !shown.has(around)) around = found.get(around)?.within ?? null;
  return around;
};

/** All exchanges of a history, oldest first, in words. */
export const exchangesOf = (entries: readonly Entry[], { start, withoutControllers }: ExchangeOptions): Exchange[] => {
  const out: Exchange[] = [];
  const found = gather(entries);
  const shown = new Set<number>();
  for (const { request, id, end, states } of found.values()) {
    const from = partyOf(request.actor, request.place);
    const to = partyOf('server', request.toPlace);
    const inner = from.kind === 'kubernetes' && to.kind === 'kubernetes';
    if (withoutControllers && inner && !fetchesToken(request)) continue;
    shown.add(id);
    const ended =
      end === null ? null : end.kind === 'failure' ? { failed: end.reason } : { status: end.status, body: end.body };
    const { asks, sentence, denied, reason } = narrate(from.kind, to.kind, request, ended);
    out.push({
      id,
      within: shownAround(found, shown, id),
      at: request.at - start,
      answeredAt: end?.kind === 'response' ? end.at - start : null,
      from: from.id,
      to: to.id,
      request: `${request.method} ${request.path}`,
      status: end?.kind === 'response' ? end.status : null,
      asks,
      sentence,
      denied,
      reason,
      state: denied ? stoppedIn(states) : null,
      requestBody: json(request.body),
      responseBody: end?.kind === 'response' ? json(end.body) : null,
    });
  }
  return out;
};
