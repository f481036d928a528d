import type { Meter } from '../../exec/meter.ts';
import { entriesOf, itemsOf, type Pointer, type Value } from '../../values/value.ts';

/** `reflect.DeepEqual` of two interface values. */
export const deepEqual = (meter: Meter, a: Value | null, b: Value | null, depth = 0): boolean => {
  meter.charge(depth > 200 ? Number.POSITIVE_INFINITY : 1);
  if (a === null || b === null) return a === b;
  if (a.type !== b.type) return false;
  if ((a.data === null) !== (b.data === null)) return false;
  switch (a.type.kind) {
    case 'slice':
    case 'struct': {
      const [x, y] = [itemsOf(a), itemsOf(b)];
      if (!Array.isArray(a.data)) return a.data === b.data;
      return x.length === y.length && x.every((item, i) => deepEqual(meter, item, y[i]!, depth + 1));
    }
    case 'map': {
      const [x, y] = [entriesOf(a), entriesOf(b)];
      return (
        x.size === y.size &&
        [...x].every(([id, entry]) => y.has(id) && deepEqual(meter, entry.value, y.get(id)!.value, depth + 1))
      );
    }
    case 'pointer':
      return a.data === b.data || deepEqual(meter, (a.data as Pointer).target, (b.data as Pointer).target, depth + 1);
    case 'complex128':
      return String(a.data) === String(b.data);
    case 'func':
      return false;
    default:
      return a.data === b.data;
  }
};
