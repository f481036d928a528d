/**
 * The names that parameters had before `token_*`. Source: vault: sdk/helper/tokenutil/tokenutil.go (UpgradeValue).
 * Only the old name: it sets the new parameter and is echoed on read. Both: the new one wins and is echoed under both.
 * Only the new name: the old one disappears. Neither: nothing changes.
 */
import type { FieldSchemas } from '../framework/index.ts';
import { parseAddresses } from './addresses.ts';
import type { ParsedParams, TokenParams } from './params.ts';
import { parsePolicies } from './policies.ts';

export const deprecatedFields = {
  policies: { type: 'comma slice' },
  bound_cidrs: { type: 'comma slice' },
  num_uses: { type: 'int' },
  ttl: { type: 'duration' },
  max_ttl: { type: 'duration' },
  period: { type: 'duration' },
} as const satisfies FieldSchemas;

export type DeprecatedName = keyof typeof deprecatedFields;

/** The old names in which a role was written, with the values to echo. */
export type Deprecated = Readonly<Partial<Record<DeprecatedName, number | readonly string[]>>>;

const PARAMETER = {
  policies: 'policies',
  bound_cidrs: 'boundCidrs',
  num_uses: 'numUses',
  ttl: 'ttl',
  max_ttl: 'maxTtl',
  period: 'period',
} as const satisfies Record<DeprecatedName, keyof TokenParams>;

/** Reads fields by name; `FieldData.given` of any path that has both groups of fields. */
export interface Given {
  given(name: string): unknown;
}

/**
 * Applies the old names after `parseTokenFields`.
 * @param names the old names that the method still knows, in the order in which it applies them
 */
export const applyDeprecated = (
  stored: Deprecated,
  parsed: TokenParams,
  given: Given,
  names: readonly DeprecatedName[],
): (ParsedParams & { readonly deprecated: Deprecated }) | { readonly error: string } => {
  let params = parsed;
  const deprecated: Record<string, number | readonly string[]> = { ...stored };
  for (const name of names) {
    const key = PARAMETER[name];
    const old = given.given(name);
    if (given.given(`token_${name}`) !== undefined) {
      if (old === undefined) delete deprecated[name];
      else deprecated[name] = params[key];
    } else if (old !== undefined) {
      const value = read(name, old);
      if (typeof value === 'object' && 'error' in value) return value;
      params = { ...params, [key]: value };
      deprecated[name] = value;
    }
  }
  return { params, deprecated };
};

const read = (name: DeprecatedName, value: unknown): number | readonly string[] | { readonly error: string } => {
  if (name === 'policies') return parsePolicies(value as readonly string[]);
  if (name === 'bound_cidrs') {
    const parsed = parseAddresses(value as readonly string[]);
    return 'error' in parsed ? parsed : parsed.addresses;
  }
  return value as number;
};

/** The old keys of a read answer: only what is neither 0 nor empty. */
export const deprecatedData = (deprecated: Deprecated): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(deprecated).filter(([, value]) => (typeof value === 'number' ? value > 0 : value.length > 0)),
  );
