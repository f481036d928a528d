import { loginEntity } from '../core/identity.ts';
import type { InternalCore } from '../core/mount-core.ts';
import { invalidRequest, type Request, VaultError } from '../framework/index.ts';
import { globMatches } from './policies.ts';
import type { TokenRole, TokenStorage } from './storage.ts';

/** Entity of the alias that a role lets a caller choose; `undefined` when none is asked for. @throws VaultError 400, 403 */
export const aliasEntity = (
  core: InternalCore,
  request: Request<TokenStorage>,
  given: string,
  role: TokenRole | undefined,
): string | undefined => {
  if (given === '') return undefined;
  if (!role) throw invalidRequest("'entity_alias' is only allowed in combination with token role");
  const name = given.toLowerCase();
  const allowed = role.allowedEntityAliases ?? [];
  if (!allowed.some((pattern) => globMatches(pattern, name))) throw invalidRequest("invalid 'entity_alias' value");
  const { entity } = loginEntity(core.tx, core.tx.ownMount(request.mount.route), { name });
  if (entity.disabled)
    throw new VaultError('permission denied', 403, 'entity from the given entity alias is disabled', true);
  return entity.id;
};
