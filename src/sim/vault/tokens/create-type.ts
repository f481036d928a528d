import { errorResponse, invalidRequest, parseVaultDuration } from '../framework/index.ts';
import type { CreateFields } from './create.ts';
import type { TokenRole } from './storage.ts';

const isSet = (text: string, name: string): boolean => {
  if (text === '') return false;
  const parsed = parseVaultDuration(text);
  if (parsed.error !== undefined) throw errorResponse(`"${name}" value could not be parsed`);
  return parsed.seconds !== 0;
};

/** The first thing asked for that a batch token cannot have. */
const badForBatch = (fields: CreateFields): string | undefined => {
  if (fields.get('explicit_max_ttl') !== '')
    return isSet(fields.get('explicit_max_ttl'), 'explicit_max_ttl') ? 'explicit_max_ttl' : undefined;
  if (fields.get('num_uses') !== 0) return 'num_uses';
  return isSet(fields.get('period'), 'period') ? 'period' : undefined;
};

const wanted = (fields: CreateFields, role: TokenRole | undefined): string => {
  const given = fields.get('type');
  if (role?.type === 'service' || role?.type === 'batch') return role.type;
  return role?.type === 'default-batch' && given === '' ? 'batch' : given;
};

/** Service or batch, by request and role. @throws VaultError 400 */
export const tokenTypeFor = (fields: CreateFields, role: TokenRole | undefined): 'service' | 'batch' => {
  const type = wanted(fields, role);
  if (type === '' || type === 'service') return 'service';
  if (type !== 'batch') throw invalidRequest("invalid 'token_type' value");
  const bad = badForBatch(fields);
  if (bad !== undefined) throw errorResponse(`batch tokens cannot have "${bad}" set`);
  return 'batch';
};
