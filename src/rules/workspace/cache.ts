/** Values remembered by the text they were made from, the oldest forgotten first. Results stay pure: only time is saved. */
export const remembering = <T>(make: (text: string) => T, most = 500): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const made = make(text);
    known.set(text, made);
    if (known.size > most) known.delete(known.keys().next().value ?? '');
    return made;
  };
};

/** Values remembered by the object they were made from, as long as it lives. */
export const rememberingBy = <K extends object, T>(make: (key: K) => T): ((key: K) => T) => {
  const known = new WeakMap<K, { readonly value: T }>();
  return (key) => {
    let found = known.get(key);
    if (!found) {
      found = { value: make(key) };
      known.set(key, found);
    }
    return found.value;
  };
};
