/**
 * Equal values once in memory: tokens of one role carry the same policies, path and metadata. The pool lies outside the
 * world and can be emptied at any time; it changes nothing but space.
 */
const LIMIT = 4096;
const pool = new Map<string, unknown>();

/** The first value that was equal to this one. Plain JSON, never changed by anybody. */
export const shared = <T>(value: T): T => {
  if (value === null || value === undefined) return value;
  const key = typeof value === 'string' ? value : JSON.stringify(value);
  const kept = pool.get(key);
  if (kept !== undefined && typeof kept === typeof value) return kept as T;
  if (pool.size >= LIMIT) pool.clear();
  pool.set(key, value);
  return value;
};
