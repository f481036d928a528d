/** Cards are computed from the history, never stored: any two devices with one history have the same cards. */
import type { CardEntry, Entry } from '../progress/index.ts';
import type { Day } from './day.ts';
import { type CardId, type Recall, recallsOf } from './recalls.ts';
import { AGAIN, type Memory, type Scheduler, scheduler } from './scheduler.ts';
import { type ReviewSettings, settingsOf } from './settings.ts';

export interface Card {
  readonly id: CardId;
  readonly memory: Memory;
  /** The days of the first and last recall. */
  readonly first: Day;
  readonly last: Day;
  readonly due: Day;
  readonly recalls: number;
  /** How often it was forgotten after it had been recalled or asked before. */
  readonly lapses: number;
  /** The last recall was wrong though the learner was sure. */
  readonly surprising: boolean;
  /** The entry of the last recall. */
  readonly entry: string;
  /** Put away by the learner; `until` for one that rests (Unix milliseconds). */
  readonly away: { readonly until: number | null } | null;
}

/** Forgotten so often, a question needs another way of learning than asking again. */
const LEECH = 4;
export const isLeech = (card: Card): boolean => card.lapses >= LEECH;

/** Days before an exam in which every card should be met once more. */
export const LAST_DAYS = 3;

/** Spreads cards evenly over the last days, the same on every device. */
const spread = (id: CardId, days: number): number => {
  let sum = 0;
  for (let i = 0; i < id.length; i++) sum = (31 * sum + id.charCodeAt(i)) % 65_521;
  return sum % days;
};

/**
 * When a card is due: when recall will have dropped to the wish, but once more in the last days before an exam.
 * @param last day of the last recall
 */
export const dueDay = (id: CardId, last: Day, interval: number, exam: Day | null): Day => {
  const due = last + interval;
  if (exam === null || due < exam - LAST_DAYS || last >= exam - LAST_DAYS) return due;
  return Math.min(due, exam - LAST_DAYS + spread(id, LAST_DAYS));
};

/** The card that recalls make. */
export const cardOf = (
  id: CardId,
  recalls: readonly Recall[],
  by: Scheduler,
  exam: Day | null,
  away: Card['away'],
): Card => {
  let memory: Memory | null = null;
  let last = 0;
  let lapses = 0;
  for (const { day, grade } of recalls) {
    if (memory !== null && grade === AGAIN) lapses++;
    memory = by.after(memory, memory === null ? 0 : day - last, grade);
    last = day;
  }
  const known = memory ?? by.after(null, 0, AGAIN);
  const final = recalls[recalls.length - 1];
  return {
    id,
    memory: known,
    first: recalls[0]?.day ?? 0,
    last,
    due: dueDay(id, last, by.interval(known), exam),
    recalls: recalls.length,
    lapses,
    surprising: final?.surprising ?? false,
    entry: final?.entry ?? '',
    away,
  };
};

/** All cards that the history holds. */
export const cardsOf = (
  entries: readonly Entry[],
  { retention, exam }: ReviewSettings = settingsOf(entries),
): readonly Card[] => {
  const by = scheduler(retention);
  const put = new Map<CardId, CardEntry>();
  for (const entry of entries) if (entry.kind === 'card') put.set(entry.card, entry);
  return [...recallsOf(entries)].map(([id, recalls]) => {
    const entry = put.get(id);
    const away = entry === undefined || entry.state === 'active' ? null : { until: entry.until };
    return cardOf(id, recalls, by, exam, away);
  });
};

/** Whether a card is put away at a moment (Unix milliseconds). */
export const isAway = ({ away }: Card, now: number): boolean =>
  away !== null && (away.until === null || away.until > now);
