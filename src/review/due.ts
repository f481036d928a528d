import type { Entry } from '../progress/index.ts';
import { type Card, cardsOf, isAway } from './cards.ts';
import { dayOf } from './day.ts';
import { aboutCard } from './recalls.ts';

/** What is due today, before limits and siblings. */
export interface Due {
  /** Ids of questions. */
  readonly questions: readonly string[];
  readonly checks: readonly { readonly lab: string; readonly check: string }[];
  readonly total: number;
}

/** Cards that are due on the day of a moment, most overdue first. */
export const dueCards = (cards: readonly Card[], now: number): readonly Card[] => {
  const today = dayOf(now);
  return cards.filter((card) => card.due <= today && !isAway(card, now)).sort((a, b) => a.due - b.due);
};

/**
 * What the learner's history says is due.
 * @param now Unix milliseconds
 */
export const due = (entries: readonly Entry[], now: number): Due => {
  const about = dueCards(cardsOf(entries), now).map(({ id }) => aboutCard(id));
  return {
    questions: about.flatMap((card) => (card.kind === 'question' ? [card.question] : [])),
    checks: about.flatMap((card) => (card.kind === 'check' ? [{ lab: card.lab, check: card.check }] : [])),
    total: about.length,
  };
};
