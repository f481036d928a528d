/** What a role says about the tokens that it gives. Source: vault: sdk/helper/tokenutil/tokenutil.go */
import type { Auth, FieldData } from '../framework/index.ts';
import { parseAddresses } from './addresses.ts';
import type { TokenFields } from './fields.ts';
import { goQuote } from './quote.ts';

/** Stored with a role or user. Durations in seconds, 0: not set. */
export interface TokenParams {
  readonly boundCidrs: readonly string[];
  readonly explicitMaxTtl: number;
  readonly maxTtl: number;
  readonly noDefaultPolicy: boolean;
  readonly period: number;
  /** As given; normalised only when a token is made. */
  readonly policies: readonly string[];
  readonly type: 'default' | 'service' | 'batch';
  readonly ttl: number;
  readonly numUses: number;
}

export const NO_TOKEN_PARAMS: TokenParams = {
  boundCidrs: [],
  explicitMaxTtl: 0,
  maxTtl: 0,
  noDefaultPolicy: false,
  period: 0,
  policies: [],
  type: 'default',
  ttl: 0,
  numUses: 0,
};

export type ParsedParams = { readonly params: TokenParams } | { readonly error: string };

/**
 * Applies the given `token_*` fields to what is stored; fields left out keep their value.
 * @param now stored parameters, `NO_TOKEN_PARAMS` for a new role
 * @returns the new parameters, or the text of the first violated rule, in the real order of the rules
 */
export const parseTokenFields = (now: TokenParams, fields: FieldData<TokenFields>): ParsedParams => {
  const cidrs = fields.given('token_bound_cidrs');
  const bound = cidrs ? parseAddresses(cidrs) : { addresses: now.boundCidrs };
  if ('error' in bound) return bound;
  const wanted = fields.given('token_type');
  const type = wanted === undefined ? now.type : wanted === '' ? 'default' : wanted;
  if (type !== 'default' && type !== 'service' && type !== 'batch')
    return { error: `invalid 'token_type' value ${goQuote(type)}` };
  const params: TokenParams = {
    boundCidrs: bound.addresses,
    explicitMaxTtl: fields.given('token_explicit_max_ttl') ?? now.explicitMaxTtl,
    maxTtl: fields.given('token_max_ttl') ?? now.maxTtl,
    noDefaultPolicy: fields.given('token_no_default_policy') ?? now.noDefaultPolicy,
    period: fields.given('token_period') ?? now.period,
    policies: fields.given('token_policies') ?? now.policies,
    type,
    ttl: fields.given('token_ttl') ?? now.ttl,
    numUses: fields.given('token_num_uses') ?? now.numUses,
  };
  if (params.numUses < 0) return { error: "'token_num_uses' cannot be negative" };
  const batch = "'token_type' cannot be 'batch' or 'default_batch' when set to generate";
  if (type === 'batch' && params.period !== 0) return { error: `${batch} periodic tokens` };
  if (type === 'batch' && params.numUses !== 0) return { error: `${batch} tokens with limited use count` };
  if (params.maxTtl > 0 && params.ttl > params.maxTtl)
    return { error: "'token_ttl' cannot be greater than 'token_max_ttl'" };
  return { params };
};

/** The nine keys of a role's read answer. */
export const tokenData = (params: TokenParams): Record<string, unknown> => ({
  token_bound_cidrs: params.boundCidrs,
  token_explicit_max_ttl: params.explicitMaxTtl,
  token_max_ttl: params.maxTtl,
  token_no_default_policy: params.noDefaultPolicy,
  token_num_uses: params.numUses,
  token_period: params.period,
  token_policies: params.policies,
  token_ttl: params.ttl,
  token_type: params.type,
});

/** The part of a login's answer that follows from the role. */
export const tokenAuth = (params: TokenParams) =>
  ({
    policies: params.policies,
    boundCidrs: params.boundCidrs,
    explicitMaxTtl: params.explicitMaxTtl,
    maxTtl: params.maxTtl,
    noDefaultPolicy: params.noDefaultPolicy,
    period: params.period,
    tokenType: params.type,
    ttl: params.ttl,
    numUses: params.numUses,
    renewable: true,
  }) satisfies Partial<Auth>;

/** On renewal the role's present ttl, max_ttl and period count, nothing else of it. */
export const renewedAuth = (auth: Auth, params: TokenParams): Auth => ({
  ...auth,
  ttl: params.ttl,
  maxTtl: params.maxTtl,
  period: params.period,
});
