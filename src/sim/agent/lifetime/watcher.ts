import { setup } from 'xstate';
import { type Effect, effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { callOf, request, type VaultClient } from '../api/client.ts';
import { isOpen, patience } from '../api/connection.ts';
import { type Outcome, outcomeOf } from '../api/outcome.ts';
import { isRetried, retryWait } from '../api/retry.ts';
import { type Drawn, type Draws, draw } from '../draws.ts';
import { type ErrorBackoff, ends, grace, nextBackoff, renewalSleep, startBackoff } from './arithmetic.ts';
import { grantOf, type Lease, renewalOf } from './lease.ts';

/**
 * A LifetimeWatcher: keeps one token or lease alive as long as Vault extends it, then ends so that its owner logs in or
 * fetches anew. Tells its owner `watcher.renewed` after each renewal; its output is a `WatcherEnd`.
 * Source: vault: api/lifetime_watcher.go, recordings of 1.19.5.
 */

export interface WatcherInput {
  readonly client: VaultClient;
  readonly token: string;
  readonly lease: Lease;
  /** Who is told. */
  readonly owner: string;
  /** `ignoreErrors` for the Agent's token; `errorOnErrors` for the leases of templates: ends at the first error. */
  readonly behaviour: 'ignoreErrors' | 'errorOnErrors';
  /** Retries of the HTTP client itself; auto-auth turns them off. */
  readonly retries: number;
  readonly draws: Draws;
}

/** Why it ended; without an error the lease can no longer be extended. */
export interface WatcherEnd {
  readonly error?: string;
}

export interface WatcherRenewed {
  readonly type: 'watcher.renewed';
  readonly watcher: string;
  readonly warnings: readonly string[];
  /** Seconds granted. */
  readonly seconds: number;
}

interface Context extends WatcherInput {
  readonly self: string;
  readonly drawn: Drawn;
  readonly renewable: boolean;
  /** When the lease was granted last, and for how long (ms). */
  readonly grantedAt: number;
  readonly granted: number;
  /** What remained when it was looked at last (ms). */
  readonly prior: number;
  readonly grace: number;
  readonly backoff: ErrorBackoff | null;
  readonly remaining: number;
  /** The wait that was decided on (ms). */
  readonly sleep: number;
  readonly verdict: 'sleep' | 'back off' | 'at once' | 'end';
  readonly error: string | null;
  /** When the connection to Vault was used last, and whether the present call opens one. */
  readonly usedAt: number | null;
  readonly dialing: boolean;
  /** Retries made of the present call. */
  readonly attempt: number;
  /** What the owner is to be told, and when (ms from the answer). */
  readonly news: WatcherRenewed | null;
  readonly notice: number;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

/**
 * Where 1.19.5 renews without a pause it sends 500 to 900 requests a second; here the stretch is cut into so many.
 * The number is of no consequence, and a stretch may last minutes.
 */
const REPETITIONS = 100;

/**
 * The owner is another goroutine, so a renewal is noticed a moment later. That matters only when the process ends in that
 * moment: then the line about the renewal may be missing. Milliseconds at most.
 */
const NOTICE = 2;

const s = setup({
  types: { context: {} as Context, events: {} as Event, input: {} as Spawned<WatcherInput>, output: {} as WatcherEnd },
  actions: { ...effects },
  delays: {
    sleep: ({ context }) => Math.round(context.sleep),
    pace: ({ context }) => Math.round(context.sleep),
    retry: ({ context }) => Math.round(context.sleep),
    notice: ({ context }) => Math.round(context.notice),
  },
});

const act = (fn: (context: Context, event: Event) => { set?: Partial<Context>; out?: readonly Effect[] }) =>
  s.enqueueActions(({ context, event, enqueue }) => {
    const { set, out = [] } = fn(context, event);
    if (set) enqueue.assign(set);
    for (const effect of out) enqueue(effect);
  });

/** Decide what comes after a look at the lease that met no error. */
const decide = (c: Context, remaining: number, entropy: number): Partial<Context> => {
  let { drawn, grace: g } = c;
  // As long as the lease grows a new grace is drawn; once it no longer does, the maximum is near and it stays.
  if (remaining > c.prior) {
    const d = draw(c.draws, drawn, 'grace', entropy);
    drawn = d.drawn;
    g = grace(remaining, d.u);
  }
  const sleep = renewalSleep(remaining, g);
  return {
    drawn,
    grace: g,
    remaining,
    prior: remaining,
    backoff: null,
    sleep,
    verdict: ends(remaining, sleep, g) ? 'end' : 'sleep',
  };
};

const remainingOf = (c: Context, at: number): number => c.grantedAt + c.granted - at;

const onError = (c: Context, event: Event, outcome: Outcome): Partial<Context> => {
  const text = outcome.kind === 'answer' ? 'returned empty secret data' : outcome.text;
  if (c.behaviour === 'errorOnErrors') return { verdict: 'end', error: text };
  const remaining = remainingOf(c, event.at);
  // A token that may not be renewed is treated as one that cannot be.
  if (text.includes('permission denied')) return { ...decide(c, remaining, event.entropy), renewable: false };
  const { u, drawn } = draw(c.draws, c.drawn, 'backoff', event.entropy);
  const { wait, backoff } = nextBackoff(c.backoff ?? startBackoff(event.at, remaining), event.at, u);
  const base = { drawn, backoff, remaining, prior: remaining };
  // A backoff that is exhausted yields a wait of zero, not the end: the library's marker for it is not set.
  if (ends(remaining, wait ?? 0, c.grace)) return { ...base, verdict: 'end' };
  if (wait !== null) return { ...base, verdict: 'back off', sleep: wait };
  const sleep = c.verdict === 'at once' ? c.sleep : Math.max(1, (remaining - c.grace) / REPETITIONS);
  return { ...base, verdict: 'at once', sleep };
};

const answered = act((c, event) => {
  const outcome = outcomeOf(callOf(c.client, renewalOf(c.lease, c.token), c.dialing), event);
  const grant = outcome.kind === 'answer' ? grantOf(c.lease, outcome.body) : undefined;
  const usedAt = event.type === 'http.response' ? event.at : null;
  if (!grant) return { set: { attempt: 0, usedAt, ...onError(c, event, outcome) } };
  const granted = grant.seconds * 1000;
  const news: WatcherRenewed = { type: 'watcher.renewed', watcher: c.self, ...grant };
  const { u, drawn } = draw(c.draws, c.drawn, 'notice', event.entropy);
  const decided = decide({ ...c, drawn }, granted, event.entropy);
  return { set: { attempt: 0, usedAt, ...decided, grantedAt: event.at, granted, news, notice: u * NOTICE } };
});

const tell = act((c) => ({
  set: { news: null },
  out: c.news === null ? [] : [{ type: 'send', params: { to: c.owner, event: c.news } }],
}));

const retryLater = act((c, event) => {
  const { u, drawn } = draw(c.draws, c.drawn, 'client', event.entropy);
  const usedAt = event.type === 'http.response' ? event.at : null;
  return { set: { drawn, usedAt, attempt: c.attempt + 1, sleep: retryWait(c.attempt + 1, u) } };
});

const retries = ({ context, event }: { context: Context; event: Event }): boolean =>
  context.attempt < context.retries && isRetried(event, context.dialing);

const renew = act((c, event) => {
  const { timeout, dialing } = patience(isOpen(c.usedAt, event.at));
  return { set: { dialing }, out: [request(c.client, 'renew', renewalOf(c.lease, c.token), timeout)] };
});

const lookAtClock = act((c, event) => ({ set: decide(c, c.grantedAt + c.prior - event.at, event.entropy) }));

/** The statechart of `agent/lifetime-watcher`. */
export const lifetimeWatcher = s.createMachine({
  id: 'agent/lifetime-watcher',
  context: ({ input }) => {
    const lease = input.lease.seconds * 1000;
    const { u, drawn } = draw(input.draws, {}, 'grace', input.entropy);
    return {
      client: input.client,
      token: input.token,
      lease: input.lease,
      owner: input.owner,
      behaviour: input.behaviour,
      retries: input.retries,
      draws: input.draws,
      self: input.self,
      drawn,
      renewable: input.lease.renewable,
      grantedAt: input.at,
      granted: lease,
      prior: lease,
      grace: grace(lease, u),
      backoff: null,
      remaining: lease,
      sleep: 0,
      verdict: 'sleep',
      error: null,
      usedAt: input.at,
      dialing: false,
      attempt: 0,
      news: null,
      notice: 0,
    };
  },
  initial: 'starting',
  states: {
    // A goroutine of its own: whoever started it goes on first.
    starting: {
      after: {
        0: [
          { guard: ({ context }) => context.renewable, target: 'renewing' },
          { target: 'deciding', actions: lookAtClock },
        ],
      },
    },
    renewing: {
      entry: renew,
      on: {
        'http.response': [
          { guard: retries, target: 'retryingRequest', actions: retryLater },
          { target: 'answered', actions: answered },
        ],
        'http.failure': [
          { guard: retries, target: 'retryingRequest', actions: retryLater },
          { target: 'answered', actions: answered },
        ],
      },
    },
    retryingRequest: { after: { retry: 'renewing' } },
    answered: {
      always: [{ guard: ({ context }) => context.news !== null, target: 'renewed' }, { target: 'deciding' }],
    },
    renewed: { after: { notice: { target: 'deciding', actions: tell } } },
    deciding: {
      always: [
        { guard: ({ context }) => context.verdict === 'end', target: 'ended' },
        { guard: ({ context }) => context.verdict === 'back off', target: 'backingOff' },
        { guard: ({ context }) => context.verdict === 'at once', target: 'renewingWithoutPause' },
        { target: 'sleeping' },
      ],
    },
    sleeping: {
      after: {
        sleep: [
          { guard: ({ context }) => context.renewable, target: 'renewing' },
          { target: 'deciding', actions: lookAtClock },
        ],
      },
    },
    backingOff: { after: { sleep: 'renewing' } },
    renewingWithoutPause: { after: { pace: 'renewing' } },
    ended: { type: 'final' },
  },
  output: ({ context }) => (context.error === null ? {} : { error: context.error }),
});
