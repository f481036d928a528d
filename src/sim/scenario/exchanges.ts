import type { Entry, RequestEntry, Time } from '../kernel/index.ts';
import { type Gathered, Gathering } from './gather.ts';
import { narrate } from './narrate/index.ts';
import { partyOf, serverOf } from './parties.ts';
import type { Exchange } from './story.ts';

/** The states that say how a machine ended, not where it stopped. */
const VERDICTS = new Set(['denied', 'failed', 'refused', 'done', 'finished']);

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

const EVENTS = /^\/api\/v1\/namespaces\/[^/]+\/events(\/|$)/;

/** The innermost exchange around another one that is shown too. */
const shownAround = (found: ReadonlyMap<number, Gathered>, shown: ReadonlySet<number>, id: number): number | null => {
  let around = found.get(id)?.within ?? null;
  while (around !== null && !shown.has(around)) around = found.get(around)?.within ?? null;
  return around;
};

const told = ({ request, id, end, states }: Gathered, within: number | null, start: Time): Exchange => {
  const from = partyOf(request.actor, request.place);
  const to = serverOf(request.origin, request.toPlace);
  const ended =
    end === null ? null : end.kind === 'failure' ? { failed: end.reason } : { status: end.status, body: end.body };
  const { asks, sentence, denied, reason } = narrate(from, to, request, ended);
  return {
    id,
    within,
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
    state: denied ? stoppedIn(states.map((s) => s.to)) : null,
    requestBody: json(request.body),
    responseBody: end?.kind === 'response' ? json(end.body) : null,
  };
};

/** The exchanges of a history that grows, is gone back in, and goes another way; each is told once. */
export class ExchangeLog {
  readonly #options: ExchangeOptions;
  readonly #gathering = new Gathering();
  readonly #shown = new Set<number>();
  readonly #told = new Map<number, Exchange>();
  /** Those that are looked at while they wait for their answer. */
  readonly #open = new Map<number, Exchange>();

  constructor(options: ExchangeOptions) {
    this.#options = options;
  }

  /**
   * All exchanges, oldest first, in words.
   * @param entries the history as far as it is known
   * @param length so many entries have happened at the moment that is looked at: later answers are not told
   */
  read(entries: readonly Entry[], length: number = entries.length): Exchange[] {
    const { found } = this.#gathering;
    for (const id of this.#gathering.read(entries)) {
      this.#told.delete(id);
      this.#open.delete(id);
      const gathered = found.get(id);
      if (!gathered || !this.#isShown(gathered.request)) this.#shown.delete(id);
      else this.#shown.add(id);
    }
    const out: Exchange[] = [];
    for (const gathered of found.values()) {
      if (gathered.id >= length) break;
      if (!this.#shown.has(gathered.id)) continue;
      out.push(gathered.endId < length ? this.#tell(gathered) : this.#tellOpen(gathered));
    }
    return out;
  }

  #isShown(request: RequestEntry): boolean {
    if (!this.#options.withoutControllers || fetchesToken(request)) return true;
    const from = partyOf(request.actor, request.place);
    // What a controller tells in events is read where events are read.
    if (from.kind === 'provider' && EVENTS.test(request.path)) return false;
    return from.kind !== 'kubernetes' || serverOf(request.origin, request.toPlace).kind !== 'kubernetes';
  }

  #tell(gathered: Gathered): Exchange {
    const known = this.#told.get(gathered.id);
    if (known) return known;
    const within = shownAround(this.#gathering.found, this.#shown, gathered.id);
    const exchange = told(gathered, within, this.#options.start);
    this.#told.set(gathered.id, exchange);
    return exchange;
  }

  #tellOpen(gathered: Gathered): Exchange {
    const known = this.#open.get(gathered.id);
    if (known) return known;
    const within = shownAround(this.#gathering.found, this.#shown, gathered.id);
    // Where it stops is not known before it has.
    const exchange = told({ ...gathered, end: null, endId: -1, states: [] }, within, this.#options.start);
    this.#open.set(gathered.id, exchange);
    return exchange;
  }
}

/** All exchanges of a history, oldest first, in words. */
export const exchangesOf = (entries: readonly Entry[], options: ExchangeOptions): Exchange[] =>
  new ExchangeLog(options).read(entries);
