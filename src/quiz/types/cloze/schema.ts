import type { Comparing } from '../../written/normalise.ts';

/** Something to choose in a gap. */
export interface GapChoice {
  readonly id: string;
  readonly text: string;
  readonly key: boolean;
}

/** A gap to type in, with the texts it accepts, or one to choose in. */
export type ClozeGap =
  | { readonly id: string; readonly kind: 'text'; readonly accepted: readonly string[] }
  | { readonly id: string; readonly kind: 'choice'; readonly choices: readonly GapChoice[] };

export interface ClozeBody extends Comparing {
  readonly gaps: readonly ClozeGap[];
}

/** By gap: the typed text, or the id of the choice. */
export type ClozeResponse = Readonly<Record<string, string>>;
