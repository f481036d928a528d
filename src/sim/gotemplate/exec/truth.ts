import { entriesOf, itemsOf, textOf, unbox, type Value } from '../values/value.ts';

/** Is a value true for `if`, `with`, `and`, `or`, `not`? Empty, zero and nil are not (text/template: isTrue). */
export const isTrue = (boxed: Value): boolean => {
  const v = unbox(boxed);
  switch (v.type.kind) {
    case 'invalid':
      return false;
    case 'bool':
      return v.data as boolean;
    case 'string':
      return textOf(v) !== '';
    case 'slice':
      return itemsOf(v).length > 0;
    case 'map':
      return entriesOf(v).size > 0;
    case 'float64':
      return (v.data as number) !== 0;
    case 'complex128':
      return (v.data as readonly number[]).some((part) => part !== 0);
    case 'struct':
      return true;
    case 'pointer':
    case 'func':
    case 'chan':
    case 'interface':
      return v.data !== null;
    default:
      return (v.data as bigint) !== 0n;
  }
};
