/** The history of recalls, read from the learner's entries. */
import { type Entry, standing } from '../progress/index.ts';
import { type Day, dayOf } from './day.ts';
import { gradeOf } from './grade.ts';
import { AGAIN, GOOD, type Grade } from './scheduler.ts';

/** A question, or a check of a lab, by ids alone: `question two-tokens`, `check policy-path secret-read`. */
export type CardId = string;

export const questionCard = (question: string): CardId => `question ${question}`;
export const checkCard = (lab: string, check: string): CardId => `check ${lab} ${check}`;

/** What a card is about. */
export type About =
  | { readonly kind: 'question'; readonly question: string }
  | { readonly kind: 'check'; readonly lab: string; readonly check: string };

export const aboutCard = (id: CardId): About => {
  const [kind, first = '', ...rest] = id.split(' ');
  return kind === 'check'
    ? { kind: 'check', lab: first, check: rest.join(' ') }
    : { kind: 'question', question: [first, ...rest].join(' ') };
};

export interface Recall {
  readonly day: Day;
  readonly grade: Grade;
  /** Wrong, and the learner was sure. */
  readonly surprising: boolean;
  /** The entry it was read from. */
  readonly entry: string;
}

/**
 * The recalls of each card, in order. The first answer of a day is the recall; further ones follow its feedback and
 * count no more. A check becomes a card when it failed first; before that there is nothing to remember.
 */
export const recallsOf = (entries: readonly Entry[]): ReadonlyMap<CardId, readonly Recall[]> => {
  const all = new Map<CardId, Recall[]>();
  const add = (card: CardId, recall: Recall): void => {
    const known = all.get(card);
    if (known === undefined) all.set(card, [recall]);
    else if (known[known.length - 1]!.day < recall.day) known.push(recall);
  };
  for (const entry of standing(entries)) {
    if (entry.kind === 'attempt') {
      const grade = gradeOf(entry);
      const surprising = entry.score < 1 && entry.confidence === 'sure';
      add(questionCard(entry.question), { day: dayOf(entry.at), grade, surprising, entry: entry.id });
    } else if (entry.kind === 'lab') {
      const day = dayOf(entry.at);
      for (const check of entry.failed)
        add(checkCard(entry.lab, check), { day, grade: AGAIN, surprising: false, entry: entry.id });
      for (const check of entry.passed) {
        const card = checkCard(entry.lab, check);
        if (all.has(card)) add(card, { day, grade: GOOD, surprising: false, entry: entry.id });
      }
    }
  }
  return all;
};
