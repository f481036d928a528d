/** What there is to review, as a page brings it: ids with what planning and figures need to know. */
export interface DeckQuestion {
  readonly id: string;
  readonly title: string;
  readonly lesson: string | null;
  readonly objectives: readonly string[];
  /** Questions with one situation are siblings: one of them a day is enough. */
  readonly situation: string | null;
  /** Misconceptions that its answers can show. */
  readonly misconceptions: readonly string[];
}

export interface DeckCheck {
  readonly lab: string;
  readonly check: string;
  /** Of the lab and of the check. */
  readonly title: string;
  readonly objectives: readonly string[];
}

export interface Deck {
  /** In the order of the course. */
  readonly questions: readonly DeckQuestion[];
  readonly checks: readonly DeckCheck[];
}
