/** What the coming days bring, if every recall succeeds and new questions come as wished. */
import type { Card } from './cards.ts';
import { dueDay } from './cards.ts';
import type { Day } from './day.ts';
import type { CardId } from './recalls.ts';
import { GOOD, scheduler } from './scheduler.ts';
import type { ReviewSettings } from './settings.ts';

export interface ForecastDay {
  readonly day: Day;
  readonly reviews: number;
  readonly fresh: number;
}

export interface Forecast {
  /** From today on. */
  readonly days: readonly ForecastDay[];
  /** The expected share of recalls that succeed on the day after the last one, over all cards met by then; null for none. */
  readonly recall: number | null;
  /** Cards met by then. */
  readonly met: number;
}

interface Running {
  readonly id: CardId;
  memory: Card['memory'];
  last: Day;
}

/**
 * @param cards that are reviewed
 * @param unanswered questions that were never answered, in the order of the course
 * @param days how many, today included
 */
export const forecast = (
  cards: readonly Card[],
  unanswered: readonly CardId[],
  today: Day,
  days: number,
  { retention, limit, fresh, exam }: ReviewSettings,
): Forecast => {
  const by = scheduler(retention);
  const queue = new Map<Day, Running[]>();
  const enqueue = (card: Running, due: Day): void => {
    const known = queue.get(due);
    if (known === undefined) queue.set(due, [card]);
    else known.push(card);
  };
  const all: Running[] = [];
  for (const { id, memory, last, due } of cards) {
    const card = { id, memory, last };
    all.push(card);
    enqueue(card, Math.max(today + (last === today ? 1 : 0), due));
  }
  const answer = (card: Running, day: Day): void => {
    card.memory = by.after(card.memory, day - card.last, GOOD);
    card.last = day;
    enqueue(card, dueDay(card.id, day, by.interval(card.memory), exam));
  };
  let next = 0;
  const out: ForecastDay[] = [];
  for (let day = today; day < today + days; day++) {
    const waiting = queue.get(day) ?? [];
    queue.delete(day);
    const reviewed = waiting.slice(0, limit);
    for (const card of waiting.slice(limit)) enqueue(card, day + 1);
    for (const card of reviewed) answer(card, day);
    const room = Math.min(fresh, limit - reviewed.length, unanswered.length - next);
    for (let i = 0; i < room; i++, next++) {
      const card: Running = { id: unanswered[next]!, memory: by.after(null, 0, GOOD), last: day };
      all.push(card);
      enqueue(card, dueDay(card.id, day, by.interval(card.memory), exam));
    }
    out.push({ day, reviews: reviewed.length, fresh: Math.max(0, room) });
  }
  const end = today + days;
  const sum = all.reduce((total, { memory, last }) => total + by.recall(memory, end - last), 0);
  return { days: out, recall: all.length === 0 ? null : sum / all.length, met: all.length };
};
