import { type FieldSchemas, tokenFields } from '../framework/index.ts';

export const roleFields = {
  role_name: { type: 'string' },
  role_id: { type: 'string' },
  bind_secret_id: { type: 'bool', default: true },
  local_secret_ids: { type: 'bool' },
  /** The name of before `secret_id_bound_cidrs`. */
  bound_cidr_list: { type: 'comma slice' },
  secret_id_bound_cidrs: { type: 'comma slice' },
  secret_id_num_uses: { type: 'int' },
  secret_id_ttl: { type: 'duration' },
  policies: { type: 'comma slice' },
  period: { type: 'duration' },
  ...tokenFields,
} as const satisfies FieldSchemas;
