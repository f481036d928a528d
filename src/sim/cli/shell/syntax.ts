/** The shell language that lessons and labs use: a part of POSIX sh. */

/** A piece of a word, before expansion. */
export type Part =
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'variable'; readonly name: string; readonly quoted: boolean; readonly fallback?: string }
  | { readonly kind: 'command'; readonly script: Script; readonly quoted: boolean }
  | { readonly kind: 'arithmetic'; readonly text: string; readonly quoted: boolean };

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

/** `if`: conditions with what follows each; the last may be without (`else`). */
export interface If {
  readonly kind: 'if';
  readonly branches: readonly { readonly condition: Script | null; readonly body: Script }[];
  readonly redirects: readonly Redirect[];
}

/** `while`, or `until`. */
export interface Loop {
  readonly kind: 'loop';
  readonly until: boolean;
  readonly condition: Script;
  readonly body: Script;
  readonly redirects: readonly Redirect[];
}

export interface For {
  readonly kind: 'for';
  readonly name: string;
  readonly words: readonly Word[];
  readonly body: Script;
  readonly redirects: readonly Redirect[];
}

/** `{ …; }`, or with a shell of its own `( … )`. */
export interface Group {
  readonly kind: 'group';
  readonly subshell: boolean;
  readonly body: Script;
  readonly redirects: readonly Redirect[];
}

export type Compound = If | Loop | For | Group;

export type Command = Simple | Compound;

export interface Pipeline {
  readonly commands: readonly Command[];
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
