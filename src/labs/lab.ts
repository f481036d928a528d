/** A lab as plain data: what a learner is given, what is checked, and what is known of answers. */
import type { Expectation, Time, TimelineEntry, WorldDefinition } from '../sim/index.ts';

/** What somebody does to a lab's world: files saved first, then commands typed. */
export interface Answer {
  /** Saved under these names; those that change are applied, unless `run` says what is typed. */
  readonly files: Readonly<Record<string, string>>;
  /** Typed in this order, each when the one before has ended. `wait 10m` lets time pass. */
  readonly run: readonly string[];
}

/** One thing that must be so. It is looked at on a branch of the learner's world: grading changes nothing. */
export interface Check {
  readonly id: string;
  /** What is so when it passes, in one sentence with `code`. */
  readonly say: string;
  /** Why it fails, where what was seen would tell the answer or is not worth reading; null: what was seen is said. */
  readonly otherwise: string | null;
  /** What the grader does first; times count from the moment of grading. */
  readonly first: readonly TimelineEntry[];
  /** Times count from the moment of grading. All must hold. */
  readonly expect: readonly Expectation[];
  /** It holds from the start and must go on to hold. */
  readonly guard: boolean;
}

/** An answer that learners really give, how it is recognized, and what helps then. */
export interface WrongAnswer {
  readonly id: string;
  /** Code of the misconception that it shows. */
  readonly misconception: string | null;
  /** Observations that tell it from other answers; all must hold. Times count from the moment of grading. */
  readonly seen: readonly Expectation[];
  /** Ids of the checks that it fails. */
  readonly fails: readonly string[];
  readonly hint: string;
  /** How one gets there, for the check of the content. */
  readonly answer: Answer;
}

/** Something the grader does before it looks at all checks again: a Pod begins anew, Vault restarts. */
export interface Variation {
  readonly id: string;
  /** What is done, in words that fit after "again": `after every Pod was replaced`. */
  readonly say: string;
  readonly first: readonly TimelineEntry[];
  /** Ids of the checks that are looked at again. */
  readonly checks: readonly string[];
}

export interface Lab {
  /** `L07-A`. */
  readonly id: string;
  readonly title: string;
  /** What one can do afterwards, in one sentence. */
  readonly goal: string;
  /** Markdown. */
  readonly task: string;
  /** Id of the lesson it belongs to. */
  readonly lesson: string;
  readonly objectives: readonly string[];
  /** About how long it takes. */
  readonly minutes: number;
  /** Minutes of the optional clock; null leaves it out. */
  readonly timer: number | null;
  /** With the files that the learner is given. */
  readonly world: WorldDefinition;
  /** What has happened when the learner comes, and until when. */
  readonly start: { readonly timeline: readonly TimelineEntry[]; readonly until: Time };
  readonly checks: readonly Check[];
  /** On demand, one after the other: the first says where to look, the last nearly what to do. */
  readonly hints: readonly string[];
  readonly wrong: readonly WrongAnswer[];
  readonly solution: Answer & {
    /** Why it is the answer. Markdown. */
    readonly why: string;
  };
  readonly variations: readonly Variation[];
  /** Names that may stand for others: the same lab once more, with other names. */
  readonly rename: Readonly<Record<string, string>>;
}
