/** The nine `token_*` parameters that every auth method's roles share. Source: vault: sdk/helper/tokenutil/tokenutil.go */
import type { FieldSchemas } from '../framework/index.ts';

export const tokenFields = {
  token_bound_cidrs: { type: 'comma slice' },
  token_explicit_max_ttl: { type: 'duration' },
  token_max_ttl: { type: 'duration' },
  token_no_default_policy: { type: 'bool' },
  token_period: { type: 'duration' },
  token_policies: { type: 'comma slice' },
  token_type: { type: 'string', default: 'default-service' },
  token_ttl: { type: 'duration' },
  token_num_uses: { type: 'int' },
} as const satisfies FieldSchemas;

export type TokenFields = typeof tokenFields;
