import type { Span } from '../yaml/index.ts';
import type { Workspace } from './workspace/workspace.ts';

/** `error`: refused, or certain not to work. `warning`: accepted and silently wrong. `note`: good advice. */
export type Severity = 'error' | 'warning' | 'note';

/** Replace a span of a file by another text. */
export interface Edit {
  readonly file: string;
  readonly span: Span;
  readonly text: string;
}

/** The one right answer, where there is one. */
export interface Fix {
  /** A button: "Change to `audience`". */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** A place at which a rule is broken. */
export interface Hit {
  readonly file: string;
  readonly span: Span;
  /** What is wrong here, one sentence with the very names. */
  readonly message: string;
  readonly fix?: Fix;
}

/** One kind of mistake. One file in this folder holds one rule. */
export interface Rule {
  /** Permanent: `injector/missing-role`. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** What happens because of it, and where one sees that. */
  readonly why: string;
  /** A short example of the mistake, and of what is meant. */
  readonly wrong: string;
  readonly right: string;
  /** Lessons that explain it. */
  readonly lessons: readonly string[];
  /** Where it can be read: a reference of content/references.yaml, or a source file of the real system. */
  readonly source: string;
  check(workspace: Workspace): Iterable<Hit>;
}

/** A hit with what its rule says: everything an editor or a terminal shows. */
export interface Finding
  extends Hit,
    Pick<Rule, 'severity' | 'title' | 'why' | 'wrong' | 'right' | 'lessons' | 'source'> {
  readonly rule: string;
}
