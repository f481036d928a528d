import { isDeepStrictlyEqual } from './equal.ts';

/** A number in a policy. It never equals one in a request: Vault compares Go's int with json.Number. */
export interface PolicyNumber {
  readonly number: number;
}

/** A value in a parameter list, as the HCL decoder makes it. */
export type ParameterValue =
  | string
  | boolean
  | PolicyNumber
  | readonly ParameterValue[]
  | ReadonlyMap<string, ParameterValue>;

/** Lower-cased parameter names and the values listed for each; an empty list means any value. */
export type Parameters = ReadonlyMap<string, readonly ParameterValue[]>;

/** Why parameters refuse a request. */
export type ParameterRefusal =
  | { readonly rule: 'required'; readonly parameter: string }
  | { readonly rule: 'denied'; readonly parameter: string }
  | { readonly rule: 'not allowed'; readonly parameter: string }
  | { readonly rule: 'value not allowed'; readonly parameter: string };

/** What the check needs of a rule. */
export interface ParameterRules {
  readonly allowed: Parameters | undefined;
  readonly denied: Parameters | undefined;
  readonly required: readonly string[];
}

/** `*` at either end of a listed text is a wildcard; a lone `*` is not (go-secure-stdlib: GlobbedStringsMatch). */
const globMatches = (pattern: string, value: string): boolean => {
  if (pattern.length < 2) return pattern === value;
  const leading = pattern.startsWith('*');
  const trailing = pattern.endsWith('*');
  if (leading && trailing) return value.includes(pattern.slice(1, -1));
  if (leading) return value.endsWith(pattern.slice(1));
  return trailing ? value.startsWith(pattern.slice(0, -1)) : value === pattern;
};

const listed = (value: unknown, list: readonly ParameterValue[]): boolean =>
  list.some((item) =>
    typeof item === 'string' ? typeof value === 'string' && globMatches(item, value) : isDeepStrictlyEqual(item, value),
  );

/** A list, or a text with commas taken for a list: Vault does not know yet what the field's type is. */
const elements = (value: unknown): readonly unknown[] | undefined => {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string') return undefined;
  const parts = value.split(',').map((part) => part.trim());
  return parts.length === 1 && parts[0] === '' ? [] : parts;
};

const permits = (value: unknown, list: readonly ParameterValue[], perElement: boolean): boolean => {
  if (list.length === 0 || listed(value, list)) return true;
  const parts = perElement ? elements(value) : undefined;
  return parts?.every((part) => listed(part, list)) ?? false;
};

const forbids = (value: unknown, list: readonly ParameterValue[], perElement: boolean): boolean => {
  if (list.length === 0 || listed(value, list)) return true;
  const parts = perElement ? elements(value) : undefined;
  return parts?.some((part) => listed(part, list)) ?? false;
};

/**
 * Holds a request's top-level parameters against a rule (vault: acl.go, AllowOperation).
 * @param data body or query parameters
 * @param perElement compare each element of a list (Vault 1.21), not the list as a whole
 * @returns the first refusal, or undefined when the parameters may pass
 */
export function checkParameters(
  rules: ParameterRules,
  data: Readonly<Record<string, unknown>>,
  perElement: boolean,
): ParameterRefusal | undefined {
  const missing = rules.required.find((name) => !Object.hasOwn(data, name.toLowerCase()));
  if (missing !== undefined) return { rule: 'required', parameter: missing };
  const sent = Object.entries(data);
  if (sent.length === 0) return undefined;
  const { allowed, denied } = rules;
  if (denied?.has('*')) return { rule: 'denied', parameter: '*' };
  for (const [name, value] of sent) {
    const list = denied?.get(name.toLowerCase());
    if (list !== undefined && forbids(value, list, perElement)) return { rule: 'denied', parameter: name };
  }
  if (allowed === undefined || allowed.size === 0) return undefined;
  const others = allowed.has('*');
  if (others && allowed.size === 1) return undefined;
  for (const [name, value] of sent) {
    const list = allowed.get(name.toLowerCase());
    if (list === undefined && !others) return { rule: 'not allowed', parameter: name };
    if (list !== undefined && !permits(value, list, perElement)) return { rule: 'value not allowed', parameter: name };
  }
  return undefined;
}
