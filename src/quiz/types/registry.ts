import type { Draft } from '../bank/draft.ts';
import type { AnyQuestionType } from './type.ts';

/** The kinds of question a program knows. */
export interface Registry {
  readonly all: readonly AnyQuestionType[];
  readonly names: readonly string[];
  find(name: string): AnyQuestionType | undefined;
  /** The first kind that takes a question without `type=` for its own. */
  recognise(draft: Draft): AnyQuestionType | undefined;
}

/** @param all in order of recognition: the more particular kinds first */
export const registryOf = (all: readonly AnyQuestionType[]): Registry => ({
  all,
  names: all.map((type) => type.name),
  find: (name) => all.find((type) => type.name === name),
  recognise: (draft) => all.find((type) => type.recognises(draft)),
});
