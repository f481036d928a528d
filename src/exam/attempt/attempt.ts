import type { Confidence } from '../../progress/index.ts';
import type { ScoreSettings } from '../../quiz/score/score.ts';
import type { Recipe } from '../link.ts';
import type { Clock, Reading } from './clock.ts';

/** One item of an attempt, and what the learner did with it. */
export interface AttemptItem {
  readonly question: string;
  /** Belongs to the question's kind; null for nothing put in. */
  readonly response: unknown;
  readonly confidence: Confidence | null;
  readonly flagged: boolean;
  /** It was on the screen at least once. */
  readonly seen: boolean;
  /** Milliseconds that it was on the screen. */
  readonly spent: number;
}

/** An exam taken: everything about it, as plain JSON. */
export interface Attempt {
  /** Unique: the exam's entry in the learner's document has it, too. */
  readonly id: string;
  readonly recipe: Recipe;
  readonly title: string;
  /** Percent of the points that count as passed, as the learner set it. */
  readonly pass: number;
  readonly partial: ScoreSettings['partial'];
  readonly items: readonly AttemptItem[];
  /** The position of the item on the screen. */
  readonly at: number;
  readonly clock: Clock;
  /** Unix milliseconds. */
  readonly started: number;
  /** Unix milliseconds; null while it is taken. */
  readonly ended: number | null;
  readonly endedBy: 'learner' | 'time' | null;
  readonly pauses: number;
}

/** What an attempt begins with. */
export interface AttemptInput {
  readonly id: string;
  readonly recipe: Recipe;
  readonly title: string;
  readonly pass: number;
  readonly partial: ScoreSettings['partial'];
  /** Ids of the questions, in the order asked. */
  readonly questions: readonly string[];
  /** Milliseconds allowed; null for no limit. */
  readonly limit: number | null;
  readonly now: Reading;
}

export const begin = ({ id, recipe, title, pass, partial, questions, limit, now }: AttemptInput): Attempt => ({
  id,
  recipe,
  title,
  pass,
  partial,
  items: questions.map((question) => ({
    question,
    response: null,
    confidence: null,
    flagged: false,
    seen: false,
    spent: 0,
  })),
  at: 0,
  clock: { limit, used: 0, last: now, setBack: 0 },
  started: now.wall,
  ended: null,
  endedBy: null,
  pauses: 0,
});
