import { GoError } from '../exec/errors.ts';
import type { Kind, Type } from './type.ts';
import { unbox, type Value } from './value.ts';

const UNHASHABLE: ReadonlySet<Kind> = new Set<Kind>(['slice', 'map', 'func']);

/** The identifying text of a map key: itself for string keys, with its type where keys are interfaces. */
export const mapKey = (key: Value, keyType: Type): string => {
  const inner = unbox(key);
  if (UNHASHABLE.has(inner.type.kind)) throw new GoError(`runtime error: hash of unhashable type ${inner.type.name}`);
  return keyType.kind === 'interface' ? `${inner.type.name}:${String(inner.data)}` : String(inner.data);
};
