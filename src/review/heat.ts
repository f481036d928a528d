/** How well objectives are known, and which beliefs showed: figures for the heat map and its table. */
import { type Entry, standing } from '../progress/index.ts';
import type { Card } from './cards.ts';
import type { Day } from './day.ts';
import type { Deck } from './deck.ts';
import { aboutCard, questionCard } from './recalls.ts';
import { scheduler } from './scheduler.ts';

export interface ObjectiveHeat {
  readonly id: string;
  readonly questions: number;
  readonly answered: number;
  /** The share of its questions expected to be recalled today; what was never answered counts as not known. */
  readonly known: number;
  /** The same over answered questions only; null where none was. */
  readonly recall: number | null;
  readonly due: number;
  readonly lapses: number;
}

/** Each objective that the deck has questions on, in the order given. */
export const objectiveHeat = (
  objectives: readonly string[],
  deck: Deck,
  cards: readonly Card[],
  today: Day,
): readonly ObjectiveHeat[] => {
  const by = scheduler(0.9);
  const known = new Map(cards.map((card) => [card.id, card]));
  return objectives.flatMap((id) => {
    const questions = deck.questions.filter((question) => question.objectives.includes(id));
    if (questions.length === 0) return [];
    const answered = questions.flatMap((question) => known.get(questionCard(question.id)) ?? []);
    const sum = answered.reduce((total, { memory, last }) => total + by.recall(memory, today - last), 0);
    return [
      {
        id,
        questions: questions.length,
        answered: answered.length,
        known: sum / questions.length,
        recall: answered.length === 0 ? null : sum / answered.length,
        due: answered.filter(({ due }) => due <= today).length,
        lapses: answered.reduce((total, { lapses }) => total + lapses, 0),
      },
    ];
  });
};

export interface MisconceptionHeat {
  readonly id: string;
  /** Answers that showed it. */
  readonly shown: number;
  /** When an answer last showed it (Unix milliseconds). */
  readonly last: number;
  /** Right answers since then, to questions that can show it. */
  readonly rightSince: number;
  /** The questions whose last answer shows it still. */
  readonly open: readonly string[];
}

/** Misconceptions that answers showed, the most recent first. */
export const misconceptionHeat = (entries: readonly Entry[], deck: Deck): readonly MisconceptionHeat[] => {
  const met = new Map<string, { shown: number; last: number; rightSince: number; open: Set<string> }>();
  const canShow = new Map(deck.questions.map(({ id, misconceptions }) => [id, misconceptions]));
  for (const entry of standing(entries)) {
    if (entry.kind !== 'attempt') continue;
    for (const id of entry.misconceptions) {
      const known = met.get(id) ?? { shown: 0, last: 0, rightSince: 0, open: new Set<string>() };
      known.shown++;
      known.last = entry.at;
      known.rightSince = 0;
      known.open.add(entry.question);
      met.set(id, known);
    }
    if (entry.score < 1) continue;
    for (const id of canShow.get(entry.question) ?? []) {
      const known = met.get(id);
      if (known === undefined) continue;
      known.rightSince++;
      known.open.delete(entry.question);
    }
  }
  return [...met]
    .map(([id, { open, ...rest }]) => ({ id, ...rest, open: [...open] }))
    .sort((a, b) => b.last - a.last || (a.id < b.id ? -1 : 1));
};

/** Five steps of warmth, 0 (cold, not known) to 4, for a share. */
export const warmth = (share: number): 0 | 1 | 2 | 3 | 4 => {
  const step = Math.floor(Math.max(0, Math.min(0.999, share)) * 5);
  return step as 0 | 1 | 2 | 3 | 4;
};

/** Cards of a deck: those that are still in the course. */
export const cardsIn = (deck: Deck, cards: readonly Card[]): readonly Card[] => {
  const questions = new Set(deck.questions.map(({ id }) => id));
  const checks = new Set(deck.checks.map(({ lab, check }) => `${lab} ${check}`));
  return cards.filter(({ id }) => {
    const about = aboutCard(id);
    return about.kind === 'question' ? questions.has(about.question) : checks.has(`${about.lab} ${about.check}`);
  });
};
