import type { Draft } from '../bank/draft.ts';
import type { Option } from '../choice/option.ts';
import type { GapSource } from '../rich/markdown.ts';
import type { Score, ScoreSettings } from '../score/score.ts';
import type { Checked } from './checked.ts';

/** Puts a list in the order to show; the identity where the author's order matters. */
export type Shuffle = <T>(list: readonly T[]) => readonly T[];

/** What stands indented under an answer besides its feedback, as lines of the bank format: its proof. Empty for nothing. */
export type Below = (answerId: string) => string;

/** One thing a key does in a question, as shown in the keyboard help. */
export interface KeyHelp {
  readonly keys: string;
  readonly does: string;
}

/** A line of the text form of a question: what a screen reader says for one answer, and the value that choosing it has. */
export interface SpokenPart {
  readonly id: string;
  readonly text: string;
}

/**
 * A kind of question. One folder holds one kind; nothing else in the program knows how it is written, answered or
 * scored. Methods are pure. Bodies and responses are plain JSON, and refer to their parts by id, never by position, so
 * the order of display has no influence on a score.
 */
export interface QuestionType<Body, Response> {
  /** The value of `type=`. */
  readonly name: string;
  /** For people: "Single choice". */
  readonly label: string;
  /** Answers stand in the text (gaps) or elsewhere (a lab): lists then belong to the stem. */
  readonly answersInText: boolean;
  readonly keyboard: readonly KeyHelp[];
  /** An answer's id by how it is written, where the type has natural ids. */
  answerId?(raw: string): string | null;
  /** Whether a question without `type=` is of this kind. */
  recognises(draft: Draft): boolean;
  /** Reads the answers; reports what is wrong with them; null when the question cannot be asked. */
  read(draft: Draft): Body | null;
  /** The answer list in the bank format; reading it again gives an equal body. */
  write(body: Body, below?: Below): string;
  /** How each gap of the stem is written, for types whose answers stand in the text. */
  gapSource?(body: Body): GapSource;
  /** Every answer the author wrote, right or wrong, with what is said about it; empty where answers are no list. */
  options(body: Body): readonly Option[];
  /** The response that scores full. */
  key(body: Body): Response;
  /** A response from outside (storage, a form, a link): typed, or a sentence for the learner what is missing. */
  check(body: Body, value: unknown): Checked<Response>;
  score(body: Body, response: Response, settings: ScoreSettings): Score;
  /** The body in the order of display. */
  arrange(body: Body, shuffle: Shuffle): Body;
  /** The body without key and feedback: what may be shown before an answer. */
  conceal(body: Body): Body;
  /** What there is to choose from or to fill in, in words. */
  speak(body: Body): readonly SpokenPart[];
  /** The key in words: for printed keys and the back of cards. */
  speakKey(body: Body): string;
  /** A response in words. */
  speakResponse(body: Body, response: Response): string;
}

/** Any kind of question, for code that passes bodies and responses through without looking inside. */
export type AnyQuestionType = QuestionType<unknown, unknown>;
