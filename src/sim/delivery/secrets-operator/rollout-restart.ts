import { setup } from 'xstate';
import { effects } from '../../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../../kernel/events.ts';
import { rfc3339 } from '../../kernel/time.ts';
import { part } from '../../kubernetes/api/object.ts';
import { collection, messageOf, requestOf, STRATEGIC_PATCH } from '../../kubernetes/client/client.ts';
import type { Note } from '../../kubernetes/client/events.ts';
import { actsOf } from '../act.ts';

/**
 * Restarts workloads after their Secret has changed, by an annotation of their Pod template.
 * Source: vault-secrets-operator 1.4.1: helpers/rollout_restart.go.
 */
export interface RestartInput {
  readonly token: string;
  readonly namespace: string;
  readonly targets: readonly RestartTarget[];
}

/** An entry of `spec.rolloutRestartTargets`. */
export interface RestartTarget {
  readonly kind: string;
  readonly name: string;
}

/** What is to be told of it. */
export interface RestartOutput {
  readonly notes: readonly Note[];
  readonly error: string;
}

interface Context extends RestartInput {
  readonly at: number;
  readonly notes: readonly Note[];
  readonly error: string;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

const ANNOTATION = 'vso.secrets.hashicorp.com/restartedAt';
const PLURALS: Readonly<Record<string, string>> = {
  Deployment: 'deployments',
  StatefulSet: 'statefulsets',
  DaemonSet: 'daemonsets',
};

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<RestartInput>,
    output: {} as RestartOutput,
  },
  guards: {
    allAreDone: ({ context: c }) => c.at >= c.targets.length,
    isUnknown: ({ context: c }) => !(target(c).kind in PLURALS),
    isPaused: ({ event }) =>
      event.type === 'http.response' && part(event.body as Record<string, unknown>, 'spec').paused === true,
    ok: ({ event }) => event.type === 'http.response' && event.status < 300,
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const target = (c: Context): RestartTarget => c.targets[c.at] ?? { kind: '', name: '' };
const path = (c: Context): string =>
  `${collection('apps', PLURALS[target(c).kind] ?? '', c.namespace)}/${target(c).name}`;

const read = act((c) => ({
  out: [{ type: 'request', params: requestOf('target', c.token, { method: 'GET', path: path(c) }) }],
}));
const patch = act((c, event) => {
  const annotations = { [ANNOTATION]: rfc3339(event.wall) };
  const body = { spec: { template: { metadata: { annotations } } } };
  const call = { method: 'PATCH', path: path(c), contentType: STRATEGIC_PATCH, body } as const;
  return { out: [{ type: 'request', params: requestOf('restart', c.token, call) }] };
});

const noted = (c: Context, why: string | null): { set: Partial<Context> } => {
  const { kind, name } = target(c);
  const note: Note =
    why === null
      ? {
          type: 'Normal',
          reason: 'RolloutRestartTriggered',
          message: `Rollout restart triggered for {${kind} ${name}}`,
        }
      : {
          type: 'Warning',
          reason: 'RolloutRestartFailed',
          message: `Rollout restart failed for target v1beta1.RolloutRestartTarget{Kind:"${kind}", Name:"${name}"}: err=${why}`,
        };
  return { set: { notes: [...c.notes, note], at: c.at + 1, ...(why !== null && { error: why }) } };
};
const succeed = act((c) => noted(c, null));
const unknown = act((c) => noted(c, `unsupported Kind "${target(c).kind}" for v1beta1.RolloutRestartTarget`));
const paused = act((c) => noted(c, `deployment ${c.namespace}/${target(c).name} is paused, cannot restart it`));
const unread = act((c, event) => {
  const why =
    event.type === 'http.response' ? messageOf(event.body) : event.type === 'http.failure' ? event.reason : '';
  return noted(c, `failed to Get object for objKey ${c.namespace}/${target(c).name}, err=${why}`);
});
const fail = act((c, event) =>
  noted(c, event.type === 'http.response' ? messageOf(event.body) : event.type === 'http.failure' ? event.reason : ''),
);

const next = (actions: typeof fail) => ({ target: 'choosing', actions }) as const;

/** The statechart of `vault-secrets-operator/rollout-restart`. */
export const rolloutRestartMachine = s.createMachine({
  id: 'vault-secrets-operator/rollout-restart',
  context: ({ input }) => ({
    token: input.token,
    namespace: input.namespace,
    targets: input.targets,
    at: 0,
    notes: [],
    error: '',
  }),
  initial: 'choosing',
  states: {
    choosing: {
      always: [
        { guard: 'allAreDone', target: 'done' },
        { guard: 'isUnknown', target: 'choosing', actions: unknown, reenter: true },
        { target: 'readingTarget' },
      ],
    },
    readingTarget: {
      entry: read,
      on: {
        'http.response': [
          { guard: 'isPaused', ...next(paused) },
          { guard: 'ok', target: 'restarting', actions: patch },
          next(unread),
        ],
        'http.failure': next(unread),
      },
    },
    restarting: {
      on: { 'http.response': [{ guard: 'ok', ...next(succeed) }, next(fail)], 'http.failure': next(fail) },
    },
    done: { type: 'final' },
  },
  output: ({ context }) => ({ notes: context.notes, error: context.error }),
});
