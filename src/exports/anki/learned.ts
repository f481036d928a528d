import type { Entry } from '../../progress/index.ts';
import { aboutCard, cardsOf, recallsOf } from '../../review/index.ts';
import type { Learned } from './collection.ts';

/** What the history says of each question, by its id. */
export const learnedFrom = (entries: readonly Entry[]): ReadonlyMap<string, Learned> => {
  const recalls = recallsOf(entries);
  return new Map(
    cardsOf(entries).flatMap((card) => {
      const about = aboutCard(card.id);
      return about.kind === 'question'
        ? [[about.question, { card, recalls: recalls.get(card.id) ?? [] }] as const]
        : [];
    }),
  );
};
