import type { Range } from '../../hcl/index.ts';
import type { Parameters } from './parameters.ts';
import type { PathPattern } from './path-pattern.ts';

/** What one `path` stanza grants and demands. Times are seconds, 0 when not set. */
export interface Permissions {
  /** Set of capabilities (`capability.ts`); `deny` stands alone. */
  readonly capabilities: number;
  readonly minWrappingTtl: number;
  readonly maxWrappingTtl: number;
  /** Undefined when the stanza has no such key; an empty one restricts nothing. */
  readonly allowed: Parameters | undefined;
  readonly denied: Parameters | undefined;
  readonly required: readonly string[];
}

/** Where a stanza and its parts stand in the policy's text. */
export interface Source {
  /** Name of the policy. */
  readonly policy: string;
  readonly stanza: Range;
  /** The path's key; for a stanza without one, the word `path`. */
  readonly path: Range;
  readonly capabilities: Range | undefined;
}

/** A `path` stanza. */
export interface Stanza {
  /** The path as written, templates and leading slash included. */
  readonly written: string;
  /** What it matches; undefined while the path holds a template. */
  readonly pattern: PathPattern | undefined;
  readonly permissions: Permissions;
  readonly source: Source;
}

/** A stanza whose path is settled. */
export interface Rule extends Stanza {
  readonly pattern: PathPattern;
}
