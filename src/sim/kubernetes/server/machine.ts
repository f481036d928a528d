import { enqueueActions, setup } from 'xstate';
import { signingKey } from '../../jwt/index.ts';
import { effects, type KernelEvent, Random, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { CallResult } from '../admission/webhook-review.ts';
import { internalError, StatusError } from '../api/status.ts';
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
import { bookmark, eventsSince, firstEvents } from './watches.ts';
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
  /** Accounts whose files are kept for processes outside of Pods (Vault's own server). */
  readonly projections?: readonly Projection[];
  /** Names of the nodes whose kubelets run; default one, `node-1`. */
  readonly nodes?: readonly string[];
}

/** A ServiceAccount's token, authority and namespace as files in a directory. */
export interface Projection {
  readonly namespace: string;
  readonly serviceAccount: string;
  readonly directory: string;
  readonly expirationSeconds?: number;
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
  readonly projections: readonly Projection[];
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

/** Credential of a part of the cluster, by its username. */
const componentToken = (user: string): string => `${user.replace('system:', '').replace(':', '-')}-credential`;

const CONTROLLER_MANAGER = 'system:kube-controller-manager';
const SCHEDULER = 'system:kube-scheduler';
const kubeletUser = (node: string): string => `system:node:${node}`;

const componentTokens = (nodes: readonly string[]): StaticToken[] => [
  ...[CONTROLLER_MANAGER, SCHEDULER].map((user) => ({ token: componentToken(user), user, uid: '', groups: [] })),
  ...nodes.map((node) => ({
    token: componentToken(kubeletUser(node)),
    user: kubeletUser(node),
    uid: '',
    groups: ['system:nodes'],
  })),
];

const settingsOf = (input: KubernetesInput): Settings => {
  const seed = input.seed ?? 'cluster';
  const issuer = input.issuer ?? DEFAULT_ISSUER;
  const nodes = input.nodes ?? ['node-1'];
  return {
    issuer,
    audiences: input.audiences ?? [issuer],
    signingKey: signingKey(seed),
    authority: authorityPem(seed),
    tokens: [ADMIN, ...componentTokens(nodes), ...(input.tokens ?? [])],
    externalAddress: '192.0.2.2:16443',
    controllers: input.controllers ?? true,
    nodes,
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
    /** Start the parts of the cluster that work through this server. */
    startComponents: enqueueActions(({ context, enqueue }) => {
      const { settings } = context.api;
      const { authority, signingKey: key } = settings;
      for (const projection of context.projections) {
        const input = { ...projection, token: ADMIN.token, authority };
        const id = `projection/${projection.namespace}/${projection.serviceAccount}`;
        enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/projected-token', input } });
      }
      if (!settings.controllers) return;
      const manager = { token: componentToken(CONTROLLER_MANAGER), authority, signingKey: key };
      enqueue({
        type: 'spawn',
        params: { id: `${context.self}/controller-manager`, kind: 'kubernetes/controller-manager', input: manager },
      });
      enqueue({
        type: 'spawn',
        params: {
          id: `${context.self}/scheduler`,
          kind: 'kubernetes/scheduler',
          input: { token: componentToken(SCHEDULER) },
        },
      });
      settings.nodes.forEach((node, index) => {
        const input = { token: componentToken(kubeletUser(node)), node, index };
        enqueue({ type: 'spawn', params: { id: `kubelet/${node}`, kind: 'kubernetes/kubelet', input, place: node } });
      });
    }),
    /** Pass on what a kubelet answered. */
    relay: enqueueActions(({ context, event, enqueue }) => {
      if (event.type !== 'http.response' && event.type !== 'http.failure') return;
      const exchange = Number(event.id.replace('proxy ', ''));
      if (event.type === 'http.response') {
        const { status, headers, body } = event;
        enqueue({ type: 'respond', params: { exchange, status, headers, body } });
        return;
      }
      const { status } = internalError(`Get ${JSON.stringify(event.origin)}: ${event.reason} (${context.self})`);
      enqueue({
        type: 'respond',
        params: { exchange, status: 500, headers: { 'content-type': 'application/json' }, body: status },
      });
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
      const watch = context.watches[event.exchange];
      // The last word tells the client where to go on.
      if (watch?.bookmarks)
        enqueue({ type: 'chunk', params: { exchange: event.exchange, body: bookmark(context.api.store, watch) } });
      enqueue({ type: 'respond', params: { exchange: event.exchange, status: 200, body: null } });
    }),
  },
}).createMachine({
  id: 'kubernetes',
  context: ({ input }) => {
    const settings = settingsOf(input);
    return {
      self: input.self,
      projections: input.projections ?? [],
      authority: settings.authority,
      api: bootstrap(settings, input.objects ?? [], input.wall, input.entropy),
      waiting: {},
      watches: {},
    };
  },
  entry: [
    ...NAMES.map((host) => ({
      type: 'listen' as const,
      params: ({ context }: { context: KubernetesContext }) => ({ host, authority: context.authority }),
    })),
    'startComponents',
  ],
  initial: 'serving',
  states: { serving: {} },
  on: {
    'http.request': { actions: 'serve' },
    'http.response': { actions: 'relay' },
    'http.failure': { actions: 'relay' },
    'actor.done': { actions: 'resume' },
    'watch.timeout': { actions: 'endWatch' },
  },
});

interface Enqueue {
  (action: { readonly type: string; readonly params: object }): void;
  assign(change: Partial<KubernetesContext>): void;
  raise(event: { readonly type: string }, options: { readonly delay: number; readonly id: string }): void;
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
    case 'proxy': {
      const { origin, path } = outcome;
      enqueue({ type: 'request', params: { id: `proxy ${exchange}`, to: origin, method: 'GET', path } });
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
