import { q01 } from './q01-id.ts';
import { q02 } from './q02-objective.ts';
import { q03 } from './q03-reference.ts';
import { q04 } from './q04-key-count.ts';
import { q05 } from './q05-option-feedback.ts';
import { q06 } from './q06-explanation.ts';
import { q07 } from './q07-all-none.ts';
import { q08 } from './q08-negative-stem.ts';
import { q09 } from './q09-double-negative.ts';
import { q10 } from './q10-longest-key.ts';
import { q11 } from './q11-length-spread.ts';
import { q12 } from './q12-absolutes.ts';
import { q13 } from './q13-hedges.ts';
import { q14 } from './q14-clang.ts';
import { q15 } from './q15-grammar-cue.ts';
import { q16 } from './q16-convergence.ts';
import { q17 } from './q17-homogeneous.ts';
import { q18 } from './q18-option-order.ts';
import { q19 } from './q19-option-count.ts';
import { q20 } from './q20-near-duplicates.ts';
import { q21 } from './q21-duplicate-stems.ts';
import { q22 } from './q22-hinged.ts';
import { q23 } from './q23-key-position.ts';
import { q24 } from './q24-key-pattern.ts';
import { q25 } from './q25-truefalse-balance.ts';
import { q26 } from './q26-reading-level.ts';
import { q27 } from './q27-question-in-stem.ts';
import { q28 } from './q28-trivia.ts';
import { q29 } from './q29-code-validity.ts';
import { q30 } from './q30-simulator-truth.ts';
import { q31 } from './q31-unknown-term.ts';
import { q32 } from './q32-secrets.ts';
import { q33 } from './q33-misconception-tag.ts';
import { q34 } from './q34-version-claim.ts';
import { q35 } from './q35-cueing.ts';
import { q36 } from './q36-inclusive.ts';
import { q37 } from './q37-language.ts';
import { q38 } from './q38-alt-text.ts';
import { q39 } from './q39-color-words.ts';
import { q40 } from './q40-text-safety.ts';
import { q41 } from './q41-number-tolerance.ts';
import { q42 } from './q42-order-length.ts';
import { q43 } from './q43-match-spare.ts';
import { q44 } from './q44-difficulty-drift.ts';
import type { Rule } from './rule.ts';

/** Every rule of good items, by id. A new rule is a file and a line here. */
export const rules: readonly Rule[] = [
  q01,
  q02,
  q03,
  q04,
  q05,
  q06,
  q07,
  q08,
  q09,
  q10,
  q11,
  q12,
  q13,
  q14,
  q15,
  q16,
  q17,
  q18,
  q19,
  q20,
  q21,
  q22,
  q23,
  q24,
  q25,
  q26,
  q27,
  q28,
  q29,
  q30,
  q31,
  q32,
  q33,
  q34,
  q35,
  q36,
  q37,
  q38,
  q39,
  q40,
  q41,
  q42,
  q43,
  q44,
];
