import { enqueueActions, setup } from 'xstate';
import { signingKey } from '../../jwt/index.ts';
import { effects, type KernelEvent, Random, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { CallResult } from '../admission/webhook-review.ts';
import { StatusError } from '../api/status.ts';
import { SUPERUSERS } from '../authn/user.ts';
import { answerReview } from '../endpoints/token-review.ts';
import type { Verdict } from '../tokens/review.ts';
import { authorityPem } from './authority.ts';
import { bootstrap, type Manifest } from './bootstrap.ts';
import type { Outcome, Watch } from './context.ts';
import { handle } from './handle.ts';
import { missingFromModel } from './not-modelled.ts';
import type { Call, Pending } from './pending.ts';
import { parseRequest } from './request.ts';
import { DEFAULT_ISSUER, type Settings, type StaticToken } from './settings.ts';
import { type ApiState, workingCopy } from './state.ts';
import { eventsSince, firstEvents } from './watches.ts';
import { resumeWrite } from './write.ts';

/** How a world starts its API server. */
export interface KubernetesInput {
  /** Run controllers, scheduler and kubelet; default true. */
  readonly controllers?: boolean;
  /** Manifests of objects that exist from the start. */
  readonly objects?: readonly Manifest[];
  readonly issuer?: string;
  readonly audiences?: readonly string[];
  /** More static tokens than `admin-token`. */
  readonly tokens?: readonly StaticToken[];
  /** Name from which signing key and authority follow; default `cluster`. */
  readonly seed?: string;
}

/** A request whose answer waits for an actor. */
type Waiting =
  | { readonly kind: 'webhook'; readonly exchange: number; readonly call: Call; readonly pending: Pending }
  | {
      readonly kind: 'review';
      readonly exchange: number;
      readonly spec: object;
      readonly token: string;
      readonly audiences: readonly string[];
    };

export interface KubernetesContext {
  readonly self: string;
  /** PEM of the cluster's authority. */
  readonly authority: string;
  readonly api: ApiState;
  /** By the id of the actor that is waited for. */
  readonly waiting: Readonly<Record<string, Waiting>>;
  /** Open watches by exchange. */
  readonly watches: Readonly<Record<string, Watch>>;
}

type Event = KernelEvent | { readonly type: 'watch.timeout'; readonly exchange: number };

const NAMES = [
  'kubernetes.default.svc:443',
  'kubernetes.default.svc.cluster.local:443',
  'kubernetes.default:443',
  'kubernetes:443',
];

const ADMIN: StaticToken = { token: 'admin-token', user: 'admin', uid: 'admin', groups: [SUPERUSERS] };

const settingsOf = (input: KubernetesInput): Settings => {
  const seed = input.seed ?? 'cluster';
  const issuer = input.issuer ?? DEFAULT_ISSUER;
  return {
    issuer,
    audiences: input.audiences ?? [issuer],
    signingKey: signingKey(seed),
    authority: authorityPem(seed),
    tokens: [ADMIN, ...(input.tokens ?? [])],
    externalAddress: '192.0.2.2:16443',
    controllers: input.controllers ?? true,
  };
};

/** The API server: accepts requests, keeps the objects, tells the watches. */
export const kubernetesMachine = setup({
  types: { context: {} as KubernetesContext, events: {} as Stamped<Event>, input: {} as Spawned<KubernetesInput> },
  actions: {
    ...effects,
    /** Handle a request and do what its outcome asks for. */
    serve: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'http.request') return;
      const request = parseRequest(event.method, event.path, event.headers, event.body);
      const { state, outcome } = handle(context.api, request, event);
      const missing = missingFromModel(request);
      if (missing !== null) enqueue({ type: 'log', params: { level: 'warn', logger: 'model', text: missing } });
      settle(context, state, event.exchange, outcome, enqueue as unknown as Enqueue);
    }),
    /** Go on with a request when the actor it waited for is done. */
    resume: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'actor.done') return;
      const waiting = context.waiting[event.actor];
      if (!waiting) return;
      const { [event.actor]: _, ...rest } = context.waiting;
      const state = workingCopy(context.api);
      const outcome = resumed(state, waiting, event.output, event.wall, event.entropy);
      const kept = outcome.kind === 'answer' && outcome.status >= 400 ? context.api : state;
      settle({ ...context, waiting: rest }, kept, waiting.exchange, outcome, enqueue as unknown as Enqueue);
    }),
    /** End a watch that has lasted long enough. */
    endWatch: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'watch.timeout' || !context.watches[event.exchange]) return;
      const { [event.exchange]: _, ...rest } = context.watches;
      enqueue.assign({ watches: rest });
      enqueue({ type: 'respond', params: { exchange: event.exchange, status: 200, body: null } });
    }),
  },
}).createMachine({
  id: 'kubernetes',
  context: ({ input }) => {
    const settings = settingsOf(input);
    return {
      self: input.self,
      authority: settings.authority,
      api: bootstrap(settings, input.objects ?? [], input.wall, input.entropy),
      waiting: {},
      watches: {},
    };
  },
  entry: NAMES.map((host) => ({
    type: 'listen' as const,
    params: ({ context }: { context: KubernetesContext }) => ({ host, authority: context.authority }),
  })),
  initial: 'serving',
  states: { serving: {} },
  on: {
    'http.request': { actions: 'serve' },
    'actor.done': { actions: 'resume' },
    'watch.timeout': { actions: 'endWatch' },
  },
});

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: Partial<KubernetesContext>): void;
}

const resumed = (state: ApiState, waiting: Waiting, output: unknown, wall: number, entropy: number): Outcome => {
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
const settle = (
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
    case 'review': {
      const id = `${context.self}/token-review-${exchange}`;
      const { token, audiences } = outcome.input;
      waiting = { ...waiting, [id]: { kind: 'review', exchange, spec: outcome.spec, token, audiences } };
      enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/token-review', input: { review: outcome.input } } });
      break;
    }
    case 'watch': {
      watches = { ...watches, [exchange]: outcome.watch };
      for (const event of firstEvents(api.store, outcome.watch))
        enqueue({ type: 'chunk', params: { exchange, body: event } });
      const event = { type: 'watch.timeout', exchange };
      enqueue({ type: 'send', params: { to: context.self, event, delay: outcome.watch.timeout } });
      break;
    }
  }
  enqueue.assign({ api, waiting, watches });
};
