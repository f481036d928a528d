import { setup } from 'xstate';
import { effects, type KernelEvent, rfc3339, type Spawned, type Stamped } from '../../kernel/index.ts';
import type { KubeObject } from '../api/object.ts';
import { type ApiCall, messageOf, requestOf } from '../client/client.ts';
import { type Note, type Told, tell } from '../client/events.ts';
import { wallOf } from '../client/moment.ts';
import type { Plan, Work } from './controller.ts';

/** How the manager starts the loop of one object. */
export interface LoopInput {
  readonly manager: string;
  readonly token: string;
  /** What the manager calls the object. */
  readonly item: string;
  /** Name of the controller, as events give it. */
  readonly component: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly object: KubeObject;
  readonly plan: Plan;
}

/** What a loop tells its manager. */
export type LoopReport =
  /** A write was answered; the manager's copy of the collection takes the object. */
  | {
      readonly type: 'loop.answered';
      readonly item: string;
      readonly work: Work;
      readonly status: number;
      readonly body: unknown;
    }
  /** All writes are answered: the object may be looked at again. */
  | { readonly type: 'loop.written'; readonly item: string }
  /** A pause is over. */
  | { readonly type: 'loop.due'; readonly item: string };

interface Context extends LoopInput {
  readonly self: string;
  /** Writes that wait for their answer, by the id of the request. */
  readonly open: Readonly<Record<string, Work>>;
  readonly failed: boolean;
  /** Failed attempts in a row. */
  readonly failures: number;
  readonly told: Told;
  readonly next: number;
}

type Event = KernelEvent | { readonly type: 'plan'; readonly object: KubeObject; readonly plan: Plan };

/** Wait after the first failure, doubled each time (client-go: DefaultTypedControllerRateLimiter). */
const FIRST_RETRY = 5;
const MAX_RETRY = 1_000_000;

const s = setup({
  types: { context: {} as Context, events: {} as Stamped<Event>, input: {} as Spawned<LoopInput> },
  guards: {
    hasWork: ({ context: c }) => c.plan.work.length > 0,
    allAnswered: ({ context: c }) => Object.keys(c.open).length === 0,
    hasFailed: ({ context: c }) => c.failed,
    mustLookAgain: ({ context: c }) => c.plan.again !== undefined,
  },
  delays: {
    retry: ({ context: c }) => Math.min(MAX_RETRY, FIRST_RETRY * 2 ** Math.max(0, c.failures - 1)),
    again: ({ context: c }) => c.plan.again ?? 0,
  },
  actions: { ...effects },
});

const report = (what: 'loop.written' | 'loop.due') =>
  s.enqueueActions(({ context: c, enqueue }) => {
    enqueue({ type: 'send', params: { to: c.manager, event: { type: what, item: c.item } as LoopReport } });
  });

const write = s.enqueueActions(({ context: c, enqueue }) => {
  const open = Object.fromEntries(c.plan.work.map((work, i) => [`write ${c.next + i}`, work]));
  for (const [id, work] of Object.entries(open))
    enqueue({ type: 'request', params: requestOf(id, c.token, work.call) });
  enqueue.assign({ open, failed: false, next: c.next + c.plan.work.length });
});

const succeeded = (work: Work, status: number): boolean =>
  (status >= 200 && status < 300) || (status === 404 && work.call.method === 'DELETE');

const fill = (note: Note, name: string, message: string): Note => ({
  ...note,
  message: note.message.replace('{name}', name).replace('{message}', message),
});

/** A call with the failure's message and time in its texts. */
const filled = (call: ApiCall, message: string, time: string): ApiCall => {
  const quoted = JSON.stringify(message).slice(1, -1);
  return JSON.parse(JSON.stringify(call).replaceAll('{message}', quoted).replaceAll('{time}', time)) as ApiCall;
};

const answered = s.enqueueActions(({ context: c, event, enqueue }) => {
  if (event.type !== 'http.response' && event.type !== 'http.failure') return;
  const { [event.id]: work, ...open } = c.open;
  if (!work) return;
  const status = event.type === 'http.response' ? event.status : 0;
  const body = event.type === 'http.response' ? event.body : null;
  const ok = succeeded(work, status);
  enqueue.assign({ open, failed: c.failed || !ok });
  const told: LoopReport = { type: 'loop.answered', item: c.item, work, status, body };
  enqueue({ type: 'send', params: { to: c.manager, event: told } });
  if (!ok && work.failureCall) {
    const call = filled(work.failureCall, messageOf(body), rfc3339(wallOf(event)));
    enqueue({ type: 'request', params: requestOf(`failure ${event.id}`, c.token, call) });
  }
  const note = ok ? work.onSuccess : work.onFailure;
  if (!note) return;
  const name = (body as { metadata?: { name?: string } } | null)?.metadata?.name ?? '';
  const about = { kind: c.kind, apiVersion: c.apiVersion, object: c.object };
  const next = tell(c.told, about, fill(note, name, messageOf(body)), { component: c.component }, wallOf(event));
  enqueue({ type: 'request', params: requestOf(`event ${c.next}`, c.token, next.call) });
  enqueue.assign({ told: next.told, next: c.next + 1 });
});

const takePlan = s.assign(({ context: c, event }) =>
  event.type === 'plan' ? { object: event.object, plan: event.plan } : { plan: c.plan },
);

/**
 * The control loop of one object: writes what is missing, waits after a failure, looks again when a time has come.
 * What is missing is computed by the manager, which sees the collections.
 */
export const controlLoopMachine = s.createMachine({
  id: 'control-loop',
  context: ({ input }) => ({ ...input, open: {}, failed: false, failures: 0, told: {}, next: 0 }),
  initial: 'comparing',
  on: { plan: { actions: takePlan, target: '.comparing' } },
  states: {
    comparing: {
      always: [
        { guard: 'hasWork', target: 'writing' },
        { guard: 'mustLookAgain', target: 'awaitingTime' },
        { target: 'inSync' },
      ],
    },
    writing: {
      entry: write,
      always: { guard: 'allAnswered', actions: report('loop.written'), target: 'written' },
      on: { 'http.response': { actions: answered }, 'http.failure': { actions: answered } },
    },
    written: {
      always: [
        {
          guard: 'hasFailed',
          actions: s.assign({ failures: ({ context: c }) => c.failures + 1 }),
          target: 'backingOff',
        },
        { guard: 'mustLookAgain', actions: s.assign({ failures: 0 }), target: 'awaitingTime' },
        { actions: s.assign({ failures: 0 }), target: 'inSync' },
      ],
    },
    inSync: {},
    backingOff: { after: { retry: { actions: report('loop.due'), target: 'inSync' } } },
    awaitingTime: { after: { again: { actions: report('loop.due'), target: 'inSync' } } },
  },
});
