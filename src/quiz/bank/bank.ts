import type { Place } from '../message.ts';
import type { Rich } from '../rich/types.ts';

export const BLOOM_LEVELS = ['remember', 'understand', 'apply', 'analyze', 'evaluate', 'create'] as const;
export type Bloom = (typeof BLOOM_LEVELS)[number];

export const STATUSES = ['draft', 'reviewed', 'retired'] as const;
export type Status = (typeof STATUSES)[number];

/** Where a claim can be checked. */
export interface Reference {
  readonly title: string;
  readonly url: string;
  /** The day somebody last compared it with the source, `2026-11-01`. */
  readonly verified: string | null;
  /** The versions of Vault it speaks of, `>=1.16`. */
  readonly vault: string | null;
}

/** A cited reference: its key in the bank, and the heading on that page. */
export interface Citation {
  readonly key: string;
  readonly anchor: string | null;
}

/**
 * A claim the model can check. `of` is the id of the option or answer whose claim it plays, or `key` for the question's
 * key as a whole. `holds` says whether the expectations have to be met: true for what is marked right, false for a
 * distractor, whose expectations must fail. The scenario is the data of design.md §5 and is played by its runner.
 */
export interface Proof {
  readonly of: string;
  readonly holds: boolean;
  readonly scenario: unknown;
  readonly place: Place;
}

/** A rule of good items that an author overrules for one question, with the reason. */
export interface Waiver {
  readonly rule: string;
  readonly reason: string;
}

/** A question as plain JSON. `body` belongs to the type named in `type`. */
export interface Question<Body = unknown> {
  /** Permanent: learners' histories point at it. */
  readonly id: string;
  readonly aliases: readonly string[];
  readonly type: string;
  readonly title: string;
  readonly stem: Rich;
  readonly body: Body;
  /** The scenario whose text and exhibits this question shares. */
  readonly scenario: string | null;
  readonly bank: string;
  readonly exam: string;
  readonly lesson: string | null;
  readonly objectives: readonly string[];
  readonly covers: readonly string[];
  readonly citations: readonly Citation[];
  /** 1 (easiest) to 5. */
  readonly difficulty: number;
  readonly bloom: Bloom;
  readonly status: Status;
  readonly author: string | null;
  /** Weight in an exam; 1 unless the author says otherwise. */
  readonly points: number;
  /** Seconds the author expects an answer to take. */
  readonly seconds: number | null;
  /** False where the order of the options is part of the question. */
  readonly shuffle: boolean;
  readonly why: Rich | null;
  readonly hints: readonly Rich[];
  readonly proofs: readonly Proof[];
  readonly waivers: readonly Waiver[];
}

/** Questions that share a situation and its exhibits. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly text: Rich;
  /** A recipe or world the workbench opens for it. */
  readonly snapshot: string | null;
  readonly covers: readonly string[];
  readonly lesson: string | null;
}

/** One `*.q.md` file. */
export interface Bank {
  readonly id: string;
  readonly title: string;
  readonly exam: string;
  readonly license: string;
  readonly references: Readonly<Record<string, Reference>>;
  readonly scenarios: readonly Scenario[];
  readonly questions: readonly Question[];
}

/**
 * Where the parts of a question stand in its file. Keys: `heading`, `stem`, `why`, `hint:0`, `option:<id>` for whatever
 * the type calls its answers, `attribute:<key>`.
 */
export type Places = Readonly<Record<string, Place>>;

/** A bank with the places of its parts, as authors' tools need it; pages need only the bank. */
export interface ReadBank {
  readonly file: string;
  readonly bank: Bank;
  readonly places: Readonly<Record<string, Places>>;
  /** The place of the front matter's key, for messages about the bank as a whole. */
  readonly top: Readonly<Record<string, Place>>;
}
