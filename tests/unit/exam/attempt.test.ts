import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition } from 'xstate';
import { left, type Reading } from '../../../src/exam/attempt/clock.ts';
import { fromKept, toKept } from '../../../src/exam/attempt/keep.ts';
import { type AttemptEvent, type AttemptState, attemptMachine } from '../../../src/exam/attempt/machine.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 8);

type Bare<E> = E extends AttemptEvent ? Omit<E, 'now'> : never;

/** An exam on test clocks: time passes only when the test says so. */
const sit = (minutes: number | null = 60) => {
  let now: Reading = { wall: START, steady: 0, page: 'p1' };
  const reading = (): Reading => now;
  let [state]: [AttemptState, ...unknown[]] = initialTransition(attemptMachine, {
    id: 'e1',
    recipe: { blueprint: 'b', seed: 's', bank: 'v', resting: [] },
    title: 'Test',
    pass: 70,
    partial: 'all',
    questions: ['q1', 'q2', 'q3'],
    limit: minutes === null ? null : minutes * MINUTE,
    now,
  });
  const send = (event: Bare<AttemptEvent>): void => {
    [state] = transition(attemptMachine, state, { ...event, now } as AttemptEvent);
  };
  send({ type: 'begin' });
  return {
    get state() {
      return state;
    },
    get minutesLeft() {
      return left(state.context.clock)! / MINUTE;
    },
    send,
    reading,
    wait: (milliseconds: number) => {
      now = { ...now, wall: now.wall + milliseconds, steady: now.steady + milliseconds };
    },
    setClock: (by: number) => {
      now = { ...now, wall: now.wall + by };
    },
    /** The page goes away and comes back later; only what was kept survives. */
    reload: (page: string, away = 0) => {
      const stored = JSON.parse(JSON.stringify(toKept(state))) as unknown;
      now = { wall: now.wall + away, steady: 5, page };
      const back = fromKept(stored);
      if (back === null || 'problem' in back) throw new Error('nothing came back');
      state = back;
      send({ type: 'tick' });
    },
  };
};

describe('an exam being taken', () => {
  it('keeps answers, flags, confidence and the place over a reload, and time goes on', () => {
    const exam = sit();
    exam.wait(2 * MINUTE);
    exam.send({ type: 'answer', response: 'a' });
    exam.send({ type: 'rate', confidence: 'sure' });
    exam.send({ type: 'go', to: 1 });
    exam.send({ type: 'flag' });
    exam.reload('p2', 3 * MINUTE);
    expect(exam.state.matches({ running: 'answering' })).toBe(true);
    expect(exam.state.context).toMatchObject({
      at: 1,
      items: [
        { response: 'a', confidence: 'sure', seen: true, spent: 2 * MINUTE },
        { flagged: true, seen: true, spent: 0 },
        { seen: false },
      ],
    });
    expect(exam.minutesLeft).toBe(55);
  });

  it('ends at the right moment when the time is up behind a closed lid, and takes no answer afterwards', () => {
    const exam = sit();
    exam.send({ type: 'answer', response: 'a' });
    exam.wait(90 * MINUTE);
    exam.send({ type: 'answer', response: 'b' });
    expect(exam.state.status).toBe('done');
    expect(exam.state.context).toMatchObject({ endedBy: 'time', ended: START + 60 * MINUTE });
    expect(exam.state.context.clock.used).toBe(60 * MINUTE);
    expect(exam.state.context.items[0]!.response).toBe('a');
  });

  it('ends while the page is closed', () => {
    const exam = sit();
    exam.reload('p2', 61 * MINUTE);
    expect(exam.state.context).toMatchObject({ endedBy: 'time', ended: START + 60 * MINUTE });
  });

  it('stands still while it is paused, also when the page is closed', () => {
    const exam = sit();
    exam.wait(10 * MINUTE);
    exam.send({ type: 'pause' });
    exam.wait(200 * MINUTE);
    exam.send({ type: 'answer', response: 'not now' });
    exam.reload('p2', 100 * MINUTE);
    exam.send({ type: 'resume' });
    exam.wait(MINUTE);
    exam.send({ type: 'tick' });
    expect(exam.minutesLeft).toBe(49);
    expect(exam.state.context).toMatchObject({ pauses: 1, items: [{ response: null }, {}, {}] });
  });

  it('notices a clock that is set back and gives no time for it', () => {
    const exam = sit();
    exam.wait(10 * MINUTE);
    exam.send({ type: 'tick' });
    exam.wait(MINUTE);
    exam.setClock(-30 * MINUTE);
    exam.send({ type: 'tick' });
    expect(exam.minutesLeft).toBe(49);
    expect(exam.state.context.clock.setBack).toBe(30 * MINUTE);
  });

  it('notices it from one page to the next, where the time between cannot be known', () => {
    const exam = sit();
    exam.wait(10 * MINUTE);
    exam.send({ type: 'tick' });
    exam.reload('p2', -5 * MINUTE);
    expect(exam.minutesLeft).toBe(50);
    expect(exam.state.context.clock.setBack).toBe(5 * MINUTE);
    exam.wait(MINUTE);
    exam.send({ type: 'tick' });
    expect(exam.minutesLeft).toBe(49);
  });

  it('does not take the corrections of a time server for somebody who sets the clock', () => {
    const exam = sit();
    for (let i = 0; i < 50; i++) {
      exam.wait(1000);
      exam.setClock(-20);
      exam.send({ type: 'tick' });
    }
    expect(exam.state.context.clock.setBack).toBe(0);
  });

  it('ends only from the review, and has no end of its own without a limit', () => {
    const exam = sit(null);
    exam.wait(1000 * MINUTE);
    exam.send({ type: 'finish' });
    expect(exam.state.status).toBe('active');
    exam.send({ type: 'review' });
    exam.send({ type: 'go', to: 2 });
    expect(exam.state.matches({ running: 'answering' })).toBe(true);
    exam.send({ type: 'review' });
    exam.send({ type: 'finish' });
    expect(exam.state.context).toMatchObject({ endedBy: 'learner', ended: START + 1000 * MINUTE });
  });

  it('goes nowhere that does not exist', () => {
    const exam = sit();
    exam.send({ type: 'go', to: 7 });
    expect(exam.state.context.at).toBe(0);
  });
});

describe('whatever happens, in whatever order and with whatever clock', () => {
  const happening: fc.Arbitrary<Bare<AttemptEvent>> = fc.oneof(
    fc.constantFrom<Bare<AttemptEvent>>(
      { type: 'begin' },
      { type: 'flag' },
      { type: 'review' },
      { type: 'pause' },
      { type: 'resume' },
      { type: 'finish' },
      { type: 'tick' },
    ),
    fc.record({ type: fc.constant('go' as const), to: fc.integer({ min: -2, max: 5 }) }),
    fc.record({ type: fc.constant('answer' as const), response: fc.string() }),
  );
  const step = fc.record({
    wait: fc.nat(10 * MINUTE),
    set: fc.option(fc.integer({ min: -90 * MINUTE, max: 90 * MINUTE }), { freq: 4 }),
    reload: fc.boolean(),
    happening,
  });

  it('time only grows and never beyond the limit, and an ended exam changes no more', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const exam = sit(30);
        let used = 0;
        let ended: string | null = null;
        for (const [i, { wait, set, reload, happening: next }] of steps.entries()) {
          exam.wait(wait);
          if (set !== null) exam.setClock(set);
          if (reload) exam.reload(`page ${i}`);
          exam.send(next);
          const { context, status } = exam.state;
          expect(context.clock.used).toBeGreaterThanOrEqual(used);
          used = context.clock.used;
          expect(context.clock.setBack).toBeGreaterThanOrEqual(0);
          if (ended !== null) expect(JSON.stringify(context)).toBe(ended);
          if (status === 'done') {
            expect(used).toBeLessThanOrEqual(30 * MINUTE);
            ended ??= JSON.stringify(context);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is kept', () => {
  it('is told apart from what cannot be read', () => {
    expect(fromKept(null)).toBeNull();
    expect(fromKept({ version: 1, state: 'ready', attempt: { id: 'x' } })).toMatchObject({
      problem: expect.stringContaining('attempt.recipe: must be a record'),
    });
    const good = toKept(sit().state);
    expect(fromKept({ ...good, state: { running: 'sleeping' } })).toMatchObject({
      problem: expect.stringContaining('cannot go on'),
    });
  });
});
