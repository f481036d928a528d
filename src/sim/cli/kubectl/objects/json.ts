/** An object of the API as it travels. */
export type Json = Record<string, unknown>;

export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A part that is an object, `{}` where it is something else. */
export const at = (value: unknown, ...path: readonly string[]): Json => {
  let here = value;
  for (const key of path) here = isJson(here) ? here[key] : undefined;
  return isJson(here) ? here : {};
};

/** A list of objects, empty where it is something else. */
export const listAt = (value: unknown, ...path: readonly string[]): Json[] => {
  const last = path.at(-1) ?? '';
  const found = at(value, ...path.slice(0, -1))[last];
  return Array.isArray(found) ? found.filter(isJson) : [];
};

/** A text, `''` where there is none. */
export const textAt = (value: unknown, ...path: readonly string[]): string => {
  const found = at(value, ...path.slice(0, -1))[path.at(-1) ?? ''];
  return found === undefined || found === null ? '' : String(found);
};

export const nameOf = (object: Json): string => textAt(object, 'metadata', 'name');
export const namespaceOf = (object: Json): string => textAt(object, 'metadata', 'namespace');
