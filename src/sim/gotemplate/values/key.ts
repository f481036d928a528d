import type { Type } from './type.ts';
import { unbox, type Value } from './value.ts';

/** The identifying text of a map key: itself for string keys, with its type where keys are interfaces. */
export const mapKey = (key: Value, keyType: Type): string => {
  const inner = unbox(key);
  return keyType.kind === 'interface' ? `${inner.type.name}:${String(inner.data)}` : String(inner.data);
};
