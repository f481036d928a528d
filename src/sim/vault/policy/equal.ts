import type { ParameterValue } from './parameters.ts';

/**
 * Go's reflect.DeepEqual between a value of a policy and one of a request's JSON. Numbers differ in type on the two
 * sides, so they are never equal: `allowed_parameters = { num_uses = [1] }` refuses every number.
 */
export function isDeepStrictlyEqual(listed: ParameterValue, sent: unknown): boolean {
  if (typeof listed === 'string' || typeof listed === 'boolean') return listed === sent;
  if (Array.isArray(listed)) {
    return (
      Array.isArray(sent) &&
      sent.length === listed.length &&
      listed.every((item: ParameterValue, at) => isDeepStrictlyEqual(item, sent[at]))
    );
  }
  if (!(listed instanceof Map) || typeof sent !== 'object' || sent === null || Array.isArray(sent)) return false;
  const entries = Object.entries(sent);
  return (
    entries.length === listed.size &&
    entries.every(([key, value]) => {
      const item: ParameterValue | undefined = listed.get(key);
      return item !== undefined && isDeepStrictlyEqual(item, value);
    })
  );
}
