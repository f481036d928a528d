import type { ParsedPolicy } from '../framework/policy.ts';
import type { Rule, Stanza } from './rule.ts';
import type { RuleIndex } from './rule-index.ts';

/** A policy whose text has been read. */
export interface Policy extends ParsedPolicy {
  /** All `path` stanzas in the order of the text. */
  readonly stanzas: readonly Stanza[];
  /** Those whose path is settled, ready for look-up. */
  readonly index: RuleIndex;
}

/** The stanzas without template. */
export const settledRules = (stanzas: readonly Stanza[]): readonly Rule[] =>
  stanzas.filter((stanza): stanza is Rule => stanza.pattern !== undefined);
