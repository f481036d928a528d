import { useCallback, useEffect, useRef, useState } from 'react';
import { initialTransition, transition } from 'xstate';
import type { Attempt, AttemptInput } from '../../exam/attempt/attempt.ts';
import { fromKept } from '../../exam/attempt/keep.ts';
import { type AttemptEvent, type AttemptState, attemptMachine } from '../../exam/attempt/machine.ts';
import type { ExamEntry, Store } from '../../progress/index.ts';
import { progress } from '../shared/progress.ts';
import { useEntries } from '../shared/use-entries.ts';
import { readClocks } from './clock.ts';
import { conclude, forgetKept, idOfKept, keep, keptIn, unsavedIn } from './keeping.ts';
import { type Lease, openLease } from './lease.ts';
import { type LoadedQuestions, loadQuestions } from './load.ts';

type Bare<E> = E extends AttemptEvent ? Omit<E, 'now'> : never;
/** What can happen, without the time: it is read when it happens. */
export type Happening = Bare<AttemptEvent>;

export type Sitting =
  /** It is not known yet whether an exam goes on. */
  | { readonly phase: 'looking' }
  | { readonly phase: 'none' }
  /** Another tab takes it. */
  | { readonly phase: 'elsewhere' }
  /** What was kept cannot be read. */
  | { readonly phase: 'broken'; readonly problem: string }
  | { readonly phase: 'loading'; readonly loaded: number; readonly of: number }
  | { readonly phase: 'unloaded'; readonly problem: string }
  | {
      readonly phase: 'sitting';
      readonly state: AttemptState;
      readonly questions: LoadedQuestions;
      /** Why a reload would lose something, as a sentence. */
      readonly unsaved: string | null;
    }
  | {
      readonly phase: 'finished';
      readonly exam: ExamEntry;
      readonly questions: LoadedQuestions;
      /** Why the result is not stored yet, as a sentence. */
      readonly unsaved: string | null;
    };

/** Milliseconds between two looks at the clock, between two storings of a typed answer, and of an exam left alone. */
const TICK = 500;
const SETTLE = 250;
const HEARTBEAT = 20_000;

const sentence = (error: unknown): string =>
  `The questions could not be loaded (${error instanceof Error ? error.message : String(error)}). Check the connection. The clock goes on.`;

const second = ({ clock }: Attempt): number => Math.floor(clock.used / 1000);

/** Whether a drawing of the state would look the same: most looks at the clock change nothing. */
const looksAlike = (was: Sitting, { value, context }: AttemptState, unsaved: string | null): boolean =>
  was.phase === 'sitting' &&
  was.unsaved === unsaved &&
  JSON.stringify(was.state.value) === JSON.stringify(value) &&
  was.state.context.at === context.at &&
  was.state.context.clock.setBack === context.clock.setBack &&
  second(was.state.context) === second(context) &&
  was.state.context.items.every((item, i) => {
    const now = context.items[i]!;
    return item.response === now.response && item.confidence === now.confidence && item.flagged === now.flagged;
  });

/** The exam that is being taken, in whichever tab: found again, taken over, answered, kept, ended. */
export const useSitting = () => {
  const { entries } = useEntries(false);
  const [sitting, setSitting] = useState<Sitting>({ phase: 'looking' });
  /** What holds at this moment, for listeners that outlive a drawing. */
  const current = useRef<{ state: AttemptState; questions: LoadedQuestions | null; store: Store } | null>(null);
  const lease = useRef<Lease | null>(null);
  const saving = useRef<ReturnType<typeof setTimeout> | null>(null);
  const savedAt = useRef(0);
  const ending = useRef(false);

  const leave = useCallback((next: Sitting): void => {
    if (saving.current !== null) clearTimeout(saving.current);
    saving.current = null;
    current.current = null;
    setSitting(next);
  }, []);
  const theLease = useCallback((): Lease => {
    lease.current ??= openLease('sidecar-lab exam', () => leave({ phase: 'elsewhere' }));
    return lease.current;
  }, [leave]);

  const save = useCallback((): void => {
    if (saving.current !== null) clearTimeout(saving.current);
    saving.current = null;
    const now = current.current;
    if (now === null || ending.current) return;
    savedAt.current = performance.now();
    void keep(now.store, now.state);
  }, []);

  const end = useCallback(async (): Promise<void> => {
    const now = current.current;
    if (now === null || now.questions === null || ending.current) return;
    ending.current = true;
    if (saving.current !== null) clearTimeout(saving.current);
    try {
      const { questions, state, store } = now;
      const { exam, unsaved } = await conclude(store, state, questions);
      lease.current?.release();
      leave({ phase: 'finished', exam, questions, unsaved });
    } finally {
      ending.current = false;
    }
  }, [leave]);

  const show = useCallback((): void => {
    const now = current.current;
    if (now === null || now.questions === null) return;
    const { state, questions, store } = now;
    if (state.status === 'done') void end();
    else {
      const unsaved = unsavedIn(store);
      setSitting((was) => (looksAlike(was, state, unsaved) ? was : { phase: 'sitting', state, questions, unsaved }));
    }
  }, [end]);

  const happen = useCallback(
    (happening: Happening): void => {
      const now = current.current;
      if (now === null || now.state.status === 'done') return;
      const [next] = transition(attemptMachine, now.state, { ...happening, now: readClocks() } as AttemptEvent);
      current.current = { ...now, state: next };
      if (happening.type === 'tick') {
        if (performance.now() - savedAt.current > HEARTBEAT) save();
      } else if (happening.type === 'answer' && performance.now() - savedAt.current < SETTLE) {
        // Somebody types: what comes next is soon to come.
        saving.current ??= setTimeout(save, SETTLE);
      } else save();
      show();
    },
    [save, show],
  );

  const sit = useCallback(
    async (store: Store, state: AttemptState): Promise<void> => {
      current.current = { state, questions: null, store };
      const ids = state.context.items.map(({ question }) => question);
      setSitting({ phase: 'loading', loaded: 0, of: ids.length });
      try {
        const questions = await loadQuestions(ids, (loaded) =>
          setSitting({ phase: 'loading', loaded, of: ids.length }),
        );
        if (current.current === null) return;
        current.current = { ...current.current, questions };
        happen({ type: state.matches('ready') ? 'begin' : 'tick' });
        save();
        show();
      } catch (error) {
        setSitting({ phase: 'unloaded', problem: sentence(error) });
      }
    },
    [happen, save, show],
  );

  const resume = useCallback(
    async (force: boolean): Promise<void> => {
      const store = await progress();
      if (!(await theLease().take(force))) return leave({ phase: 'elsewhere' });
      // Read again: the other tab may have gone on while this one waited.
      const back = fromKept(keptIn(await store.entries()));
      if (back === null) {
        theLease().release();
        return leave({ phase: 'none' });
      }
      if ('problem' in back) return leave({ phase: 'broken', problem: back.problem });
      await sit(store, back);
    },
    [leave, sit, theLease],
  );

  // What is stored decides, here and when another tab changes it.
  const stored = entries === null ? undefined : idOfKept(keptIn(entries));
  const broken = entries !== null && stored === null && keptIn(entries) !== null;
  useEffect(() => {
    if (stored === undefined) return;
    const mine = current.current?.state.context.id;
    if (stored !== null || broken) {
      if (mine === undefined && !ending.current) void resume(false);
    } else if (mine !== undefined && savedAt.current > 0 && current.current?.questions != null && !ending.current) {
      // Everything was erased elsewhere.
      lease.current?.release();
      leave({ phase: 'none' });
    } else setSitting((was) => (was.phase === 'looking' || was.phase === 'elsewhere' ? { phase: 'none' } : was));
  }, [stored, broken, resume, leave]);

  useEffect(() => {
    const timer = setInterval(() => happen({ type: 'tick' }), TICK);
    const look = (): void => {
      if (document.visibilityState === 'hidden') save();
      else happen({ type: 'tick' });
    };
    document.addEventListener('visibilitychange', look);
    addEventListener('pagehide', save);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pagehide', save);
    };
  }, [happen, save]);

  return {
    sitting,
    entries,
    happen,
    /** Begins a new exam; in the other tab's place it only looks on. */
    begin: async (input: Omit<AttemptInput, 'now'>): Promise<void> => {
      const store = await progress();
      if (!(await theLease().take(false))) return leave({ phase: 'elsewhere' });
      const [state] = initialTransition(attemptMachine, { ...input, now: readClocks() });
      savedAt.current = 0;
      await sit(store, state);
    },
    /** Goes on here with the exam that another tab takes. */
    takeOver: () => void resume(true),
    /** Tries again to load the questions. */
    retry: () => {
      const now = current.current;
      if (now !== null) void sit(now.store, now.state);
    },
    /** Puts away an exam that cannot go on. */
    discard: async (): Promise<void> => {
      await forgetKept(await progress());
      lease.current?.release();
      leave({ phase: 'none' });
    },
    close: () => leave({ phase: 'none' }),
  };
};
