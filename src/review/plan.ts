/** Today's reviews: what is due, in the order that helps most, within the learner's limits. */
import { type Entry, lessonsDone } from '../progress/index.ts';
import { type Card, cardsOf, isAway, isLeech } from './cards.ts';
import { type Day, dayOf } from './day.ts';
import type { Deck } from './deck.ts';
import { dueCards } from './due.ts';
import { type CardId, checkCard, questionCard } from './recalls.ts';
import { type Scheduler, scheduler } from './scheduler.ts';
import { type ReviewSettings, settingsOf } from './settings.ts';

export interface Plan {
  readonly today: Day;
  /** Still to do today, in order. */
  readonly due: readonly CardId[];
  /** Never answered, offered today after what is due. */
  readonly fresh: readonly CardId[];
  /** Due, but beyond the limit of the day. */
  readonly beyond: number;
  /** Due, but resting until tomorrow because a sibling is asked today. */
  readonly resting: number;
  /** Done today. */
  readonly done: number;
}

/** What planning needs to know of a card. */
interface Place {
  readonly situation: string | null;
  readonly topic: string;
}

const placesOf = (deck: Deck): ReadonlyMap<CardId, Place> =>
  new Map<CardId, Place>([
    ...deck.questions.map(
      ({ id, situation, objectives, lesson }) =>
        [questionCard(id), { situation, topic: objectives[0] ?? lesson ?? id }] as const,
    ),
    ...deck.checks.map(
      ({ lab, check, objectives }) =>
        // Checks of one lab are met in one run of it, so they are no siblings to keep apart.
        [checkCard(lab, check), { situation: null, topic: objectives[0] ?? lab }] as const,
    ),
  ]);

/** Errors that the learner was sure about come first, then what is most likely forgotten. */
const byUrgency = (by: Scheduler, today: Day) => {
  const recall = (card: Card): number => by.recall(card.memory, today - card.last);
  return (a: Card, b: Card): number =>
    Number(b.surprising) - Number(a.surprising) || recall(a) - recall(b) || (a.id < b.id ? -1 : 1);
};

/** The same cards so that neighbors differ in topic where they can: telling look-alikes apart is what is practiced. */
export const interleave = <T>(list: readonly T[], topic: (item: T) => string): readonly T[] => {
  const left = [...list];
  const out: T[] = [];
  let before: string | null = null;
  while (left.length > 0) {
    const other = left.findIndex((item) => topic(item) !== before);
    const [next] = left.splice(Math.max(0, other), 1);
    out.push(next!);
    before = topic(next!);
  }
  return out;
};

/** One of each situation, and none of those met today already. */
const withoutSiblings = <T>(
  list: readonly T[],
  situation: (item: T) => string | null,
  met: Set<string>,
): readonly T[] =>
  list.filter((item) => {
    const of = situation(item);
    if (of === null) return true;
    if (met.has(of)) return false;
    met.add(of);
    return true;
  });

/**
 * @param now Unix milliseconds
 * @param cards of the entries, if they are computed already
 */
export const planFor = (
  deck: Deck,
  entries: readonly Entry[],
  now: number,
  settings: ReviewSettings = settingsOf(entries),
  cards: readonly Card[] = cardsOf(entries, settings),
): Plan => {
  const today = dayOf(now);
  const places = placesOf(deck);
  // What is no longer in the course is not asked; its history stays.
  const known = cards.filter(({ id }) => places.has(id));
  const answered = known.filter(({ last }) => last === today);
  const met = new Set(answered.flatMap(({ id }) => places.get(id)?.situation ?? []));
  const introduced = answered.filter(({ first }) => first === today).length;
  const done = answered.length - introduced;

  const by = scheduler(settings.retention);
  const waiting = dueCards(known, now).filter(({ last }) => last < today);
  const urgent = withoutSiblings(
    waiting.toSorted(byUrgency(by, today)),
    ({ id }) => places.get(id)?.situation ?? null,
    met,
  );
  const room = Math.max(0, settings.limit - done);
  const due = interleave(urgent.slice(0, room), ({ id }) => places.get(id)?.topic ?? id).map(({ id }) => id);

  const seen = new Set(cards.map(({ id }) => id));
  const lessons = new Set(lessonsDone(entries));
  for (const { id, lesson } of deck.questions) if (lesson !== null && seen.has(questionCard(id))) lessons.add(lesson);
  const fresh = withoutSiblings(
    deck.questions.filter(({ id, lesson }) => lesson !== null && lessons.has(lesson) && !seen.has(questionCard(id))),
    ({ situation }) => situation,
    met,
  )
    .slice(0, Math.max(0, Math.min(settings.fresh - introduced, room - due.length)))
    .map(({ id }) => questionCard(id));
  return {
    today,
    due,
    fresh,
    beyond: urgent.length - due.length,
    resting: waiting.length - urgent.length,
    done: answered.length,
  };
};

/** Cards that were forgotten so often that asking again will not help, and those the learner put away. */
export const troubled = (
  cards: readonly Card[],
  now: number,
): { readonly leeches: readonly Card[]; readonly away: readonly Card[] } => ({
  leeches: cards.filter((card) => isLeech(card) && !isAway(card, now)),
  away: cards.filter((card) => isAway(card, now)),
});
