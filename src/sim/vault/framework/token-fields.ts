/**
 * The `token_*` fields that every auth method's roles share, and their older names (`policies`, `ttl` …).
 * Source: vault: sdk/helper/tokenutil/tokenutil.go. All times in seconds.
 */
import { parseAddresses } from './cidr.ts';
import { errorResponse } from './errors.ts';
import type { FieldData, FieldSchemas } from './fields.ts';
import type { Auth, TokenType } from './response.ts';

export const tokenFields = {
  token_bound_cidrs: { type: 'comma slice' },
  token_explicit_max_ttl: { type: 'duration' },
  token_max_ttl: { type: 'duration' },
  token_no_default_policy: { type: 'bool' },
  token_period: { type: 'duration' },
  token_policies: { type: 'comma slice' },
  token_type: { type: 'string' },
  token_ttl: { type: 'duration' },
  token_num_uses: { type: 'int' },
} as const satisfies FieldSchemas;

/** Add these to a path that still takes the names of before Vault 1.2. */
export const oldTokenFields = {
  bound_cidrs: { type: 'comma slice' },
  max_ttl: { type: 'duration' },
  num_uses: { type: 'int' },
  period: { type: 'duration' },
  policies: { type: 'comma slice' },
  ttl: { type: 'duration' },
} as const satisfies FieldSchemas;

/** What a role stores. `old` holds what was last given under the older names, to be echoed on read. */
export interface TokenParams {
  boundCidrs: readonly string[];
  explicitMaxTtl: number;
  maxTtl: number;
  noDefaultPolicy: boolean;
  period: number;
  policies: readonly string[];
  type: TokenType;
  ttl: number;
  numUses: number;
  old: Partial<Record<keyof typeof oldTokenFields, number | readonly string[]>>;
}

export const emptyTokenParams = (): TokenParams => ({
  boundCidrs: [],
  explicitMaxTtl: 0,
  maxTtl: 0,
  noDefaultPolicy: false,
  period: 0,
  policies: [],
  type: 'default',
  ttl: 0,
  numUses: 0,
  old: {},
});

const addresses = (texts: readonly string[]): readonly string[] => {
  const parsed = parseAddresses(texts);
  if ('error' in parsed) throw errorResponse(parsed.error);
  return parsed.addresses;
};

const typeOf = (text: string): TokenType => {
  if (text === '' || text === 'default') return 'default';
  if (text === 'service' || text === 'batch') return text;
  throw errorResponse(`invalid 'token_type' value ${JSON.stringify(text)}`);
};

/**
 * Takes over the given `token_*` fields, in the real order of checks; fields that were not given keep their value.
 * @param params the role's stored parameters (a draft), changed in place
 * @throws VaultError 400
 */
export const updateTokenParams = <F extends typeof tokenFields>(params: TokenParams, fields: FieldData<F>): void => {
  const given = (fields as unknown as FieldData<typeof tokenFields>).given;
  const cidrs = given('token_bound_cidrs');
  if (cidrs !== undefined) params.boundCidrs = addresses(cidrs);
  params.explicitMaxTtl = given('token_explicit_max_ttl') ?? params.explicitMaxTtl;
  params.maxTtl = given('token_max_ttl') ?? params.maxTtl;
  params.noDefaultPolicy = given('token_no_default_policy') ?? params.noDefaultPolicy;
  params.period = given('token_period') ?? params.period;
  params.policies = given('token_policies') ?? params.policies;
  const type = given('token_type');
  if (type !== undefined) params.type = typeOf(type);
  params.numUses = given('token_num_uses') ?? params.numUses;
  if (params.numUses < 0) throw errorResponse("'token_num_uses' cannot be negative");
  if (params.type === 'batch') {
    const cannot = "'token_type' cannot be 'batch' or 'default_batch' when set to generate";
    if (params.period !== 0) throw errorResponse(`${cannot} periodic tokens`);
    if (params.numUses !== 0) throw errorResponse(`${cannot} tokens with limited use count`);
  }
  params.ttl = given('token_ttl') ?? params.ttl;
  if (params.ttl > 0 && params.maxTtl > 0 && params.ttl > params.maxTtl)
    throw errorResponse("'token_ttl' cannot be greater than 'token_max_ttl'");
};

/** Given under their older name, policies are cleaned when stored; as `token_policies` they stay as given. */
const cleanPolicies = (names: readonly string[]): readonly string[] => {
  const clean = [...new Set(names.map((name) => name.trim().toLowerCase()))].filter((name) => name !== '').sort();
  return clean.includes('root') ? ['root'] : clean;
};

const renamed = {
  bound_cidrs: 'boundCidrs',
  max_ttl: 'maxTtl',
  num_uses: 'numUses',
  period: 'period',
  policies: 'policies',
  ttl: 'ttl',
} as const;

/**
 * Applies the older names after `updateTokenParams`: an old name alone sets the value and is echoed on read; together
 * with the new name the new value wins and is echoed; the new name alone ends the echo.
 */
export const updateOldTokenParams = <F extends typeof tokenFields & typeof oldTokenFields>(
  params: TokenParams,
  fields: FieldData<F>,
): void => {
  const given = (fields as unknown as FieldData<typeof tokenFields & typeof oldTokenFields>).given;
  for (const old of Object.keys(renamed) as (keyof typeof renamed)[]) {
    const field = renamed[old];
    const value = given(old);
    if (given(`token_${old}`) === undefined) {
      if (value === undefined) continue;
      const list = value as readonly string[];
      const read = old === 'bound_cidrs' ? addresses(list) : old === 'policies' ? cleanPolicies(list) : value;
      Object.assign(params, { [field]: read });
      params.old[old] = params[field];
    } else if (value === undefined) delete params.old[old];
    else params.old[old] = params[field];
  }
};

/** The nine `token_*` keys of a role read, and the older names that are to be echoed. */
export const tokenParamsData = (params: TokenParams): Record<string, unknown> => {
  const data: Record<string, unknown> = {
    token_bound_cidrs: params.boundCidrs,
    token_explicit_max_ttl: params.explicitMaxTtl,
    token_max_ttl: params.maxTtl,
    token_no_default_policy: params.noDefaultPolicy,
    token_num_uses: params.numUses,
    token_period: params.period,
    token_policies: params.policies,
    token_ttl: params.ttl,
    token_type: params.type,
  };
  for (const [old, value] of Object.entries(params.old))
    if (typeof value === 'number' ? value !== 0 : (value?.length ?? 0) > 0) data[old] = value;
  return data;
};

/** The part of a login's Auth that the role decides. */
export const tokenParamsAuth = (params: TokenParams): Omit<Auth, 'displayName'> => ({
  boundCidrs: params.boundCidrs,
  explicitMaxTtl: params.explicitMaxTtl,
  maxTtl: params.maxTtl,
  noDefaultPolicy: params.noDefaultPolicy,
  renewable: true,
  period: params.period,
  policies: params.policies,
  tokenType: params.type,
  ttl: params.ttl,
  numUses: params.numUses,
});
