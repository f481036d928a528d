import type { Deck } from '../../review/index.ts';

/** What the review page brings: the deck, and words for its ids. */
export interface ReviewData {
  readonly deck: Deck;
  readonly domains: readonly {
    readonly id: string;
    readonly title: string;
    readonly objectives: readonly { readonly id: string; readonly title: string }[];
  }[];
  readonly misconceptions: Readonly<Record<string, { readonly believed: string; readonly truth: string }>>;
  readonly lessons: Readonly<Record<string, { readonly title: string; readonly slug: string }>>;
}
