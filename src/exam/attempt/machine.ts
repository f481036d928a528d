import { assign, type StateFrom, setup } from 'xstate';
import type { Confidence } from '../../progress/index.ts';
import { type Attempt, type AttemptInput, type AttemptItem, begin } from './attempt.ts';
import { between, isOver, pass, type Reading } from './clock.ts';

/** What can happen to an attempt. Each event carries the clocks' reading at that moment. */
export type AttemptEvent = { readonly now: Reading } & (
  | { readonly type: 'begin' }
  | { readonly type: 'answer'; readonly response: unknown }
  | { readonly type: 'rate'; readonly confidence: Confidence | null }
  | { readonly type: 'flag' }
  | { readonly type: 'go'; readonly to: number }
  | { readonly type: 'review' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'finish' }
  | { readonly type: 'tick' }
);

const change = (attempt: Attempt, at: number, next: Partial<AttemptItem>): Attempt['items'] =>
  attempt.items.map((item, i) => (i === at ? { ...item, ...next } : item));

const show = (attempt: Attempt, at: number): Partial<Attempt> => ({ at, items: change(attempt, at, { seen: true }) });

/**
 * An exam being taken. Time runs in `running` and stands in `paused`; it goes on when the page is closed, since only
 * readings count. No event after the end of time changes an answer: it ends the exam at the moment the time was up.
 */
export const attemptMachine = setup({
  types: {
    context: {} as Attempt,
    events: {} as AttemptEvent,
    input: {} as AttemptInput,
  },
  guards: {
    over: ({ context }) => isOver(context.clock),
    overdue: ({ context, event }) => isOver(pass(context.clock, event.now)),
    exists: ({ context, event }) => event.type === 'go' && context.items[event.to] !== undefined,
  },
  actions: {
    start: assign(({ context, event }) => ({
      clock: { ...context.clock, last: event.now },
      started: event.now.wall,
      ...show(context, 0),
    })),
    count: assign(({ context, event }) => ({ clock: pass(context.clock, event.now) })),
    countItem: assign(({ context, event }) => {
      const { last } = context.clock;
      // While the page is closed, the exam's time goes on, but nobody looks at the item.
      if (last.page !== event.now.page) return {};
      const spent = (context.items[context.at]?.spent ?? 0) + between(last, event.now).elapsed;
      return { items: change(context, context.at, { spent }) };
    }),
    stand: assign(({ context, event }) => ({ clock: pass(context.clock, event.now, false) })),
    answer: assign(({ context, event }) =>
      event.type === 'answer' ? { items: change(context, context.at, { response: event.response }) } : {},
    ),
    rate: assign(({ context, event }) =>
      event.type === 'rate' ? { items: change(context, context.at, { confidence: event.confidence }) } : {},
    ),
    flag: assign(({ context }) => ({
      items: change(context, context.at, { flagged: context.items[context.at]?.flagged !== true }),
    })),
    go: assign(({ context, event }) => (event.type === 'go' ? show(context, event.to) : {})),
    countPause: assign(({ context }) => ({ pauses: context.pauses + 1 })),
    end: assign(({ event }) => ({ ended: event.now.wall, endedBy: 'learner' as const })),
    endOnTime: assign(({ context }) => {
      const { clock } = context;
      const over = clock.limit === null ? 0 : clock.used - clock.limit;
      return {
        clock: { ...clock, used: clock.used - over },
        ended: clock.last.wall - over,
        endedBy: 'time' as const,
      };
    }),
  },
}).createMachine({
  id: 'exam',
  context: ({ input }) => begin(input),
  initial: 'ready',
  states: {
    ready: {
      on: { begin: { target: 'running', actions: 'start' } },
    },
    running: {
      initial: 'answering',
      // Time comes first: what happens after its end only ends the exam.
      always: { guard: 'over', target: 'finished', actions: 'endOnTime' },
      states: {
        answering: {
          on: {
            tick: { actions: ['countItem', 'count'] },
            answer: [{ guard: 'overdue', actions: 'count' }, { actions: ['countItem', 'count', 'answer'] }],
            rate: [{ guard: 'overdue', actions: 'count' }, { actions: ['countItem', 'count', 'rate'] }],
            flag: [{ guard: 'overdue', actions: 'count' }, { actions: ['countItem', 'count', 'flag'] }],
            go: [
              { guard: 'overdue', actions: 'count' },
              { guard: 'exists', actions: ['countItem', 'count', 'go'] },
            ],
            review: [
              { guard: 'overdue', actions: 'count' },
              { target: 'reviewing', actions: ['countItem', 'count'] },
            ],
            pause: [
              { guard: 'overdue', actions: 'count' },
              { target: '#exam.paused', actions: ['countItem', 'count', 'countPause'] },
            ],
          },
        },
        reviewing: {
          on: {
            tick: { actions: 'count' },
            go: [
              { guard: 'overdue', actions: 'count' },
              { guard: 'exists', target: 'answering', actions: ['count', 'go'] },
            ],
            pause: [
              { guard: 'overdue', actions: 'count' },
              { target: '#exam.paused', actions: ['count', 'countPause'] },
            ],
            finish: [
              { guard: 'overdue', actions: 'count' },
              { target: '#exam.finished', actions: ['count', 'end'] },
            ],
          },
        },
        hist: { type: 'history' },
      },
    },
    paused: {
      on: {
        tick: { actions: 'stand' },
        resume: { target: 'running.hist', actions: 'stand' },
      },
    },
    finished: { type: 'final' },
  },
});

export type AttemptState = StateFrom<typeof attemptMachine>;
