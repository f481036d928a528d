import { enqueueActions, setup } from 'xstate';
import { effects, type KernelEvent, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { CallResult } from '../admission/webhook-review.ts';
import { internalError } from '../api/status.ts';
import { bootstrap } from './bootstrap.ts';
import { ADMIN, CONTROLLER_MANAGER, componentToken, kubeletUser, SCHEDULER } from './components.ts';
import { handle } from './handle.ts';
import { type KubernetesInput, settingsOf } from './input.ts';
import type { KubernetesContext } from './machine-context.ts';
import { missingFromModel } from './not-modelled.ts';
import { parseRequest } from './request.ts';
import { hasDefinitions } from './served.ts';
import { type Enqueue, resumed, settle } from './settle.ts';
import { workingCopy } from './state.ts';
import { bookmark } from './watches.ts';
import { callFailure } from './write.ts';

type Event = KernelEvent | { readonly type: 'watch.timeout'; readonly exchange: number };

const NAMES = [
  'kubernetes.default.svc:443',
  'kubernetes.default.svc.cluster.local:443',
  'kubernetes.default:443',
  'kubernetes:443',
];

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
      // Owners of custom resources are nobody's business before there are any.
      if (context.api.settings.controllers && !hasDefinitions(context.api.store) && hasDefinitions(state.store)) {
        const input = { token: componentToken(CONTROLLER_MANAGER) };
        const id = `${context.self}/controller-manager/owner-collector`;
        enqueue({ type: 'spawn', params: { id, kind: 'kubernetes/owner-collector', input } });
      }
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
      const failure =
        waiting.kind === 'webhook' ? callFailure(waiting.pending, waiting.call, event.output as CallResult) : null;
      if (failure !== null) enqueue({ type: 'log', params: { level: 'warn', logger: 'dispatcher', text: failure } });
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
