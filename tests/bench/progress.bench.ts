import 'fake-indexeddb/auto';
import { type Attempt, type Entry, openStore } from '../../src/progress/index.ts';
import { cardsOf, dayOf, forecast, planFor, settingsOf } from '../../src/review/index.ts';
import { type Bench, type Measurement, median } from './bench.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

/** A learner's history: every question answered so often, some days apart, one in five wrong. */
const history = (questions: number, times: number): Attempt[] =>
  Array.from({ length: questions * times }, (_, i) => ({
    kind: 'attempt',
    id: `0c7be2a8-54c1-4b8a-8f9e-${String(i).padStart(12, '0')}`,
    at: START + Math.floor(i / questions) * 7 * DAY + (i % questions) * 1_000,
    question: `question-number-${i % questions}`,
    answer: ['first', 'second'],
    score: (i * 7) % 5 === 0 ? 0 : 1,
    confidence: (['sure', 'unsure', 'guess', null] as const)[i % 4]!,
    misconceptions: (i * 7) % 5 === 0 ? ['M12'] : [],
    via: 'quiz',
  }));

const scheduling = (): Measurement[] => {
  const entries: readonly Entry[] = history(10_000, 5);
  const now = START + 40 * DAY;
  const settings = settingsOf(entries);
  const cards = cardsOf(entries, settings);
  const deck = {
    questions: cards.map(({ id }) => ({
      id: id.slice('question '.length),
      title: id,
      lesson: null,
      objectives: [],
      situation: null,
      misconceptions: [],
    })),
    checks: [],
  };
  return [
    { name: 'schedule 10,000 cards with 50,000 recalls', value: median(() => cardsOf(entries, settings)), unit: 'ms' },
    {
      name: 'plan a day over 10,000 cards',
      value: median(() => planFor(deck, entries, now, settings, cards)),
      unit: 'ms',
    },
    {
      name: 'forecast 30 days over 10,000 cards',
      value: median(() => forecast(cards, [], dayOf(now), 30, { ...settings, limit: 1_000 })),
      unit: 'ms',
    },
  ];
};

/** The longest time in which nothing else on the page gets a turn. */
const blocked = async (action: () => Promise<unknown>): Promise<{ total: number; longest: number }> => {
  let longest = 0;
  let last = performance.now();
  let going = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (going) setTimeout(tick);
  };
  tick();
  const from = performance.now();
  await action();
  const total = performance.now() - from;
  await new Promise((resolve) => setTimeout(resolve));
  going = false;
  return { total, longest };
};

const opening = async (): Promise<Measurement[]> => {
  const around = { now: () => START, unique: () => crypto.randomUUID(), shelf: null };
  const first = await openStore(around, 'bench');
  await first.take(history(10_000, 5), []);
  first.close();
  const runs: { total: number; longest: number }[] = [];
  for (let i = 0; i < 6; i++) {
    const store = await openStore(around, 'bench');
    runs.push(await blocked(() => store.entries()));
    store.close();
  }
  const [, ...warm] = runs;
  const middle = warm.toSorted((a, b) => a.total - b.total)[2]!;
  return [
    {
      name: 'open a document with 50,000 answers',
      value: middle.total,
      unit: 'ms',
      aim: '150 ms',
      reached: middle.total <= 150,
      detail: `the first time ${Math.round(runs[0]!.total)} ms`,
    },
    {
      name: 'the longest turn meanwhile',
      value: middle.longest,
      unit: 'ms',
      aim: '50 ms',
      reached: middle.longest <= 50,
    },
  ];
};

export const bench: Bench = { name: 'progress and review', run: async () => [...scheduling(), ...(await opening())] };
