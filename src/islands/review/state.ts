import { useMemo } from 'react';
import type { Entry } from '../../progress/index.ts';
import {
  type Card,
  cardsIn,
  cardsOf,
  type Plan,
  planFor,
  type ReviewSettings,
  settingsOf,
} from '../../review/index.ts';
import type { ReviewData } from './data.ts';

/** Everything the page shows, computed from the history. */
export interface ReviewState {
  readonly settings: ReviewSettings;
  /** Cards of what is in the course today. */
  readonly cards: readonly Card[];
  readonly plan: Plan;
}

export const useReview = (data: ReviewData, entries: readonly Entry[], now: number): ReviewState =>
  useMemo(() => {
    const settings = settingsOf(entries);
    const all = cardsOf(entries, settings);
    return { settings, cards: cardsIn(data.deck, all), plan: planFor(data.deck, entries, now, settings, all) };
  }, [data, entries, now]);
