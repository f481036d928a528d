import type { Question, ReadBank } from '../bank/bank.ts';
import type { Place } from '../message.ts';
import type { Registry } from '../types/registry.ts';

/** A proof that the model has played, as `Q30` needs it. */
export interface PlayedProof {
  readonly question: string;
  /** The id of the answer whose claim it plays, or `key`. */
  readonly of: string;
  /** Whether the claim has to hold. */
  readonly holds: boolean;
  /** What became of each expectation, with its place in the bank's file. */
  readonly outcomes: readonly { readonly held: boolean; readonly observed: string; readonly place: Place }[];
}

/** How often a question was answered right in sessions that people exported on purpose. */
export interface Results {
  /** Answers given. */
  readonly answered: number;
  /** Share of right ones, 0 to 1. */
  readonly right: number;
  /** Correlation of this question with the score of the rest, -1 to 1; null where it is not known. */
  readonly correlation: number | null;
}

/** Everything the rules look at. */
export interface LintContext {
  readonly banks: readonly ReadBank[];
  readonly types: Registry;
  /** Ids of the current exam; null where there is no list of them. */
  readonly objectives: readonly string[] | null;
  /** The ledger of permanent ids: ids that histories of learners may hold; null where there is none. */
  readonly known: readonly string[] | null;
  /** The day of the check, `2026-11-25`: how old a reference is depends on it; null leaves age alone. */
  readonly today: string | null;
  readonly played: readonly PlayedProof[];
  /** By question; empty without such data. */
  readonly results: Readonly<Record<string, Results>>;
}

export type LintLevel = 'error' | 'warning';

/** Something that a rule found. */
export interface Finding {
  /** The question it is about; null for a bank as a whole. */
  readonly question: string | null;
  /** Which bank, by its file. */
  readonly file: string;
  /** A key of the question's places (`stem`, `option:…`), a key of the bank's top, or a place. */
  readonly at: string | Place;
  readonly text: string;
  readonly remedy: string;
  /** Where it differs from the rule's. */
  readonly level?: LintLevel;
}

/** A question with the bank it stands in. */
export interface Item {
  readonly question: Question;
  readonly bank: ReadBank;
}

/**
 * A rule of good items (curriculum, section 4.2). `failing` and `passing` are banks without head that show it: the
 * first breaks the rule, the second does not.
 */
export interface Rule {
  readonly id: string;
  readonly name: string;
  /** `error` fails the build, `warning` can be overruled by `lint-ok`. */
  readonly level: LintLevel;
  /** What a good item does. */
  readonly about: string;
  readonly failing: string;
  readonly passing: string;
  /** What the examples need beside their text. */
  readonly example?: Partial<LintContext>;
  check(context: LintContext): readonly Finding[];
}

/** All questions of a context. */
export const items = (context: LintContext): readonly Item[] =>
  context.banks.flatMap((bank) => bank.bank.questions.map((question) => ({ question, bank })));

/** What a rule about single questions says of one. */
export interface Remark {
  readonly at: string | Place;
  readonly text: string;
  readonly remedy: string;
  readonly level?: LintLevel;
}

/** A check that looks at each question by itself. */
export const eachQuestion =
  (look: (question: Question, item: Item, context: LintContext) => readonly Remark[]): Rule['check'] =>
  (context) =>
    items(context).flatMap((item) =>
      look(item.question, item, context).map((remark) => ({
        ...remark,
        question: item.question.id,
        file: item.bank.file,
      })),
    );

/** A check that looks at each bank as a whole. */
export const eachBank =
  (look: (bank: ReadBank, context: LintContext) => readonly Remark[]): Rule['check'] =>
  (context) =>
    context.banks.flatMap((bank) =>
      look(bank, context).map((remark) => ({ ...remark, question: null, file: bank.file })),
    );
