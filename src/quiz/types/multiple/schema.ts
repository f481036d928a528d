import type { ChoiceBody } from '../../choice/option.ts';

export interface MultipleBody extends ChoiceBody {
  /** How many to select, if the question says so. */
  readonly select: number | null;
}

/** The ids of the selected options, in any order. */
export type MultipleResponse = readonly string[];
