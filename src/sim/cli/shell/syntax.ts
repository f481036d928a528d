/** The shell language that lessons and labs use: a small part of POSIX sh. */

/** A piece of a word, before expansion. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean; readonly fallback?: string }
  | { readonly kind: 'command'; readonly script: Script; readonly quoted: boolean };

export type Word = readonly Part[];

export interface Redirect {
  readonly kind: '<' | '>' | '>>' | '2>' | '2>&1' | '>&2' | '<<' | '<<<';
  readonly target: Word;
}

export interface Simple {
  readonly kind: 'simple';
  readonly assignments: readonly { readonly name: string; readonly value: Word }[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
}

export interface Pipeline {
  readonly commands: readonly Simple[];
  readonly negated: boolean;
}

/** Pipelines with what joins each to the next. */
export interface Script {
  readonly items: readonly { readonly pipeline: Pipeline; readonly joiner: ';' | '&&' | '||' | '&' }[];
}

/** A script that is not of this language, and where. Column counts from 1. */
export class ShellError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, text: string, at: number) {
    super(message);
    this.name = 'ShellError';
    const before = text.slice(0, at).split('\n');
    this.line = before.length;
    this.column = (before.at(-1)?.length ?? 0) + 1;
  }
}
