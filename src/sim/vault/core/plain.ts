import { current, isDraft } from 'immer';

/** The same value without drafts in it: a handler's answer often shows pieces of its storage. */
export const plain = <T>(value: T): T => {
  if (typeof value !== 'object' || value === null) return value;
  if (isDraft(value)) return current(value as object) as T;
  if (Array.isArray(value)) {
    const items = value.map(plain);
    return items.some((item, index) => item !== value[index]) ? (items as T) : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const key in value) {
    const before = (value as Record<string, unknown>)[key];
    const after = plain(before);
    if (after === before) continue;
    copy ??= { ...(value as Record<string, unknown>) };
    copy[key] = after;
  }
  return (copy ?? value) as T;
};
