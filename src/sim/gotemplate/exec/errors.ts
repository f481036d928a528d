/** An error value or panic of a Go function; `message` is Go's text (a byte string). */
export class GoError extends Error {}

/** Execution stopped: `message` is the text with position, as text/template builds it. */
export class ExecError extends Error {
  readonly at: number;
  /** @param at byte offset of the node in the source */
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** The model's own stop: the template asks for more than one rendering may cost. */
export class LimitError extends Error {
  readonly limit: 'steps' | 'depth' | 'not modelled';
  constructor(limit: 'steps' | 'depth' | 'not modelled', what = '') {
    super(
      limit === 'steps'
        ? 'the template does too much work: it loops very long or makes a very large text; the model stops here'
        : limit === 'depth'
          ? 'the template is nested or recurses too deeply for the model; flatten it'
          : `${what} is not modelled: it needs randomness or key material of the real Agent; use a fixed value instead`,
    );
    this.limit = limit;
  }
}
