import type { ReactNode } from 'react';
import type { Rich } from '../rich/types.ts';
import type { Score } from '../score/score.ts';

/** What a view of a question gets. It holds no answer: the frame around it does. */
export interface ViewProps<Body, Response> {
  /** Unique on the page; names form controls and ids. */
  readonly name: string;
  /** In the order of display. */
  readonly body: Body;
  /** What the learner has put in so far; null for nothing yet. */
  readonly response: Response | null;
  change(response: Response): void;
  /** Set once the answer was checked: the view then shows feedback and takes no more input. */
  readonly score: Score | null;
  /** An offer to run the claim of a part, or null where there is no run. */
  run(part: string): ReactNode;
  /** What was done outside of the page in a lab, and where to do it; null where the page cannot tell. */
  lab?(id: string): LabStanding | null;
}

/** What a learner did in a lab so far. Structurally the response of a lab question. */
export interface LabStanding {
  readonly address: string;
  readonly title: string;
  /** The latest result; null before the first. */
  readonly result: {
    readonly lab: string;
    readonly passed: readonly string[];
    readonly failed: readonly string[];
  } | null;
}

/** How a kind of question is shown. */
export interface QuestionView<Body, Response> {
  render(props: ViewProps<Body, Response>): ReactNode;
  /** What stands for a gap of the stem, for kinds whose answers stand in the text. */
  gap?(props: ViewProps<Body, Response>, id: string): ReactNode;
  /** The stem without what the view shows itself. */
  stem?(body: Body, stem: Rich): Rich;
}

export type AnyQuestionView = QuestionView<unknown, unknown>;
