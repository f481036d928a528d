import type { ReactNode } from 'react';
import type { Score } from '../score/score.ts';

/** What a view of a question gets. It holds no state: the frame around it does. */
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
}

/** How a kind of question is shown. */
export interface QuestionView<Body, Response> {
  render(props: ViewProps<Body, Response>): ReactNode;
}

export type AnyQuestionView = QuestionView<unknown, unknown>;
