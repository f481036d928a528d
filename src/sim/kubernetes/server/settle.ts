import { Random } from '../../kernel/index.ts';
import type { CallResult } from '../admission/webhook-review.ts';
import { StatusError } from '../api/status.ts';
import { answerReview } from '../endpoints/token-review.ts';
import type { Verdict } from '../tokens/review.ts';
import type { Outcome } from './context.ts';
import type { KubernetesContext, Waiting } from './machine-context.ts';
import type { ApiState } from './state.ts';
import { eventsSince, firstEvents } from './watches.ts';
import { resumeWrite } from './write.ts';

/** What the server's actions do to the world, without XState's own types. */
export interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: Partial<KubernetesContext>): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
}

/** What comes of a request when the actor it waited for has ended with an output. */
export const resumed = (state: ApiState, waiting: Waiting, output: unknown, wall: number, entropy: number): Outcome => {
  if (waiting.kind === 'review')
    return answerReview(state, waiting.spec, output as Verdict, waiting.token, waiting.audiences, wall);
  try {
    return resumeWrite(
      { state, wall, random: new Random(entropy) },
      waiting.pending,
      waiting.call,
      output as CallResult,
    );
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    return { kind: 'answer', status: error.code, body: error.status };
  }
};

/** Answer, wait or watch; tell the open watches what changed; keep the new state. */
export const settle = (
  context: KubernetesContext,
  api: ApiState,
  exchange: number,
  outcome: Outcome,
  enqueue: Enqueue,
): void => {
  let { waiting, watches } = context;
  for (const [key, watch] of Object.entries(watches)) {
    for (const event of eventsSince(api.store, watch, context.api.store.revision))
      enqueue({ type: 'chunk', params: { exchange: Number(key), body: event } });
  }
  switch (outcome.kind) {
    case 'answer': {
      const warnings = outcome.warnings ?? [];
      const headers = {
        'content-type': typeof outcome.body === 'string' ? 'text/plain; charset=utf-8' : 'application/json',
        ...(warnings.length > 0 && { warning: warnings.map((w) => `299 - ${JSON.stringify(w)}`).join(', ') }),
      };
      enqueue({ type: 'respond', params: { exchange, status: outcome.status, headers, body: outcome.body } });
      break;
    }
    case 'webhook': {
      const id = `${context.self}/webhook-${exchange}-${outcome.pending.stage}-${outcome.pending.hooks.length}`;
      waiting = { ...waiting, [id]: { kind: 'webhook', exchange, call: outcome.call, pending: outcome.pending } };
      enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/admission-webhook', input: { call: outcome.call } } });
      break;
    }
    case 'proxy': {
      const { origin, path, post } = outcome;
      const call = post ? { method: 'POST', path, body: post.body } : { method: 'GET', path };
      enqueue({ type: 'request', params: { id: `proxy ${exchange}`, to: origin, ...call } });
      break;
    }
    case 'review': {
      const id = `${context.self}/token-review-${exchange}`;
      const { token, audiences } = outcome.input;
      waiting = { ...waiting, [id]: { kind: 'review', exchange, spec: outcome.spec, token, audiences } };
      enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/token-review', input: { review: outcome.input } } });
      break;
    }
    case 'watch': {
      const first = firstEvents(api.store, outcome.watch);
      for (const event of first) enqueue({ type: 'chunk', params: { exchange, body: event } });
      if (first[0]?.type === 'ERROR') {
        enqueue({ type: 'respond', params: { exchange, status: 200, body: null } });
        break;
      }
      watches = { ...watches, [exchange]: outcome.watch };
      const event = { type: 'watch.timeout', exchange };
      // A timer, not a message to oneself: a world with an open watch is quiet all the same.
      enqueue.raise(event, { delay: outcome.watch.timeout, id: `watch ${exchange}` });
      break;
    }
  }
  enqueue.assign({ api, waiting, watches });
};
