import { LimitError } from '../../exec/errors.ts';
import { isTrue } from '../../exec/truth.ts';
import { ANY, REFLECT } from '../../values/type.ts';
import { define, defineRaw, type Functions } from '../define.ts';
import { comparisons } from './compare.ts';
import { escapers } from './escape.ts';
import { indexing } from './index-slice.ts';

/** `and`, `or` and `call` are carried out by the evaluator itself; here they only have a signature. */
const inEvaluator = () => {
  throw new LimitError('not modelled', 'a builtin called as a value');
};

/** The functions every Go template has. Go: text/template/funcs.go (builtins). */
export const builtins: Functions = {
  ...comparisons,
  ...escapers,
  ...indexing,
  and: defineRaw([REFLECT, REFLECT], REFLECT, inEvaluator, true),
  or: defineRaw([REFLECT, REFLECT], REFLECT, inEvaluator, true),
  call: defineRaw([REFLECT, REFLECT], ANY, inEvaluator, true),
  not: define('value', 'bool', (_, v) => !isTrue(v)),
};
