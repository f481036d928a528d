/** Characters of a pod-template-hash (kubernetes: apimachinery pkg/util/rand, SafeEncodeString). */
const ALPHABET = 'bcdfghjklmnpqrstvwxz2456789';

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const object = value as Record<string, unknown>;
  return Object.fromEntries(
    Object.keys(object)
      .sort()
      .map((key) => [key, sorted(object[key])]),
  );
};

/** A short name that follows from a template: the same template, the same ReplicaSet. FNV-1a over its JSON. */
export const templateHash = (template: object): string => {
  const text = JSON.stringify(sorted(template));
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return [...`${h}`].map((digit) => ALPHABET[digit.charCodeAt(0) % ALPHABET.length]).join('');
};
