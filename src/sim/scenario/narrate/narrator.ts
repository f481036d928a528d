/** Sentences for exchanges: what is asked, and what came of it. */
import type { Body } from '../../kernel/index.ts';

/** What a narrator is told. */
export interface Told {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: string;
  readonly requestBody: Body;
  readonly status: number;
  readonly responseBody: Body;
  /** Names of the two parties, as they begin a sentence: `Vault`, `The Agent`. */
  readonly from: string;
  readonly to: string;
  /** Named groups of the narrator's pattern. */
  readonly part: Readonly<Record<string, string>>;
}

export interface Narrator {
  readonly method: RegExp;
  /** Matched against the path; its named groups reach `asks` and `answers` as `part`. */
  readonly path: RegExp;
  /** The question, a clause without its end: `Vault asks Kubernetes to review a token`. */
  asks(told: Told): string;
  /** The answer when it is not an error, a clause: `Kubernetes says whose it is`. */
  answers(told: Told): string;
  /** The refusal in words, where the body's own error text is not enough. */
  refuses?(told: Told): string | null;
}

/** A value inside a body, by its path; `undefined` where anything on the way is missing. */
export const at = (body: Body, ...path: readonly (string | number)[]): unknown => {
  let value: unknown = body;
  for (const key of path) {
    if (value === null || typeof value !== 'object') return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
};

/** The same as text. */
export const textAt = (body: Body, ...path: readonly (string | number)[]): string => {
  const value = at(body, ...path);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** The error text in an answer of Vault (`errors`) or Kubernetes (`message`), on one line. */
export const errorText = (body: Body): string | null => {
  const errors = at(body, 'errors');
  const text = Array.isArray(errors) ? errors.join('; ') : textAt(body, 'message') || textAt(body, 'status', 'error');
  // Vault heads several errors with their number, also when it is one (Go: go-multierror).
  const line = text
    .replace(/\s+/g, ' ')
    .replace(/\d+ errors? occurred: \* /g, '')
    .trim();
  return line === '' ? null : line;
};

/** Seconds as people say them: `1 h`, `90 s`. */
export const spoken = (seconds: number): string => {
  if (seconds % 3600 === 0 && seconds > 0) return `${seconds / 3600} h`;
  if (seconds % 60 === 0 && seconds > 60) return `${seconds / 60} min`;
  return `${seconds} s`;
};
