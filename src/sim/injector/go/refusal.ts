/**
 * Why the injector stopped: the text it would print, and which annotations it was reading. Thrown inside the pure
 * functions of this folder and turned into a plain answer by `mutate`; nothing outside ever catches one.
 */
export class Refusal extends Error {
  /** Keys of the annotations (or environment variables of the injector) that the text is about; empty: none. */
  readonly from: readonly string[];

  constructor(text: string, from: readonly string[] = []) {
    super(text);
    this.from = from;
  }
}

/** The real program would crash here: Go's HTTP server recovers and closes the connection without an answer. */
export class Panic extends Error {}

/** Runs `body` and puts `prefix` before the text of a refusal, as the handler does for each of its stages. */
export const withPrefix = <T>(prefix: string, body: () => T): T => {
  try {
    return body();
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(prefix + error.message, error.from);
    throw error;
  }
};
