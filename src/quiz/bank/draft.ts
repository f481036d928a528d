import type { Place } from '../message.ts';
import type { CodeBlock, Rich } from '../rich/types.ts';
import type { Proof } from './bank.ts';
import type { Fields } from './fields.ts';
import type { Reporter } from './reporter.ts';
import type { Marker } from './source.ts';

/** One item of the list a learner answers, before a question type has given it meaning. */
export interface Answer {
  /** Written as `{#id}`, else null: the type then derives one from the text. */
  readonly id: string | null;
  /** `[x]` true, `[ ]` false, no box null. */
  readonly checked: boolean | null;
  /** The item without feedback and attributes. */
  readonly text: Rich;
  /** The first paragraph as written, on one line, without attributes. */
  readonly raw: string;
  readonly feedback: Rich;
  /** The misconception a learner shows who chooses this, `M01`. */
  readonly misconception: string | null;
  readonly proofs: readonly Omit<Proof, 'of' | 'holds'>[];
  readonly place: Place;
}

/** A gap of a cloze question with its id, unique in the question. */
export interface Gap {
  readonly id: string;
  readonly marker: Marker;
}

/** A question between the syntax tree and its type: what every type's `read` gets. */
export interface Draft {
  readonly id: string;
  readonly fields: Fields;
  readonly stem: Rich;
  readonly answers: readonly Answer[];
  /** The answers stood in a `1.` list. */
  readonly ordered: boolean;
  readonly gaps: readonly Gap[];
  /** Code with `file=`, of the question and of its scenario. */
  readonly exhibits: readonly CodeBlock[];
  readonly place: Place;
  readonly report: Reporter;
  /** Remembers where an answer with this id stands, for later messages about it. */
  readonly locate: (answerId: string, place: Place) => void;
}
