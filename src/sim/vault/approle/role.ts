/** Roles: checked, stored, shown. Source: vault: builtin/credential/approle/path_role.go. */
import { goError, tokenParamsData } from '../framework/index.ts';
import { tableKey } from '../framework/table-key.ts';
import { type Role, roleByRoleId, type Storage } from './storage.ts';

const unconstrained = (role: Role): boolean =>
  !role.bindSecretId && (role.secretIdBoundCidrs ?? []).length === 0 && role.tokens.boundCidrs.length === 0;

/**
 * Stores a role.
 * @param previousId its role id until now; '' for a new role
 * @throws VaultError (500) when nothing would protect it, or its role id is taken
 */
export const storeRole = (storage: Storage, role: Role, previousId: string): void => {
  if (unconstrained(role)) throw goError('at least one constraint should be enabled on the role');
  const holder = roleByRoleId(storage, role.roleId)?.name;
  if (holder !== undefined && holder !== role.name) throw goError('role_id already in use');
  if (previousId !== '' && previousId !== role.roleId) delete storage.roleIds[tableKey(previousId)];
  storage.roles[tableKey(role.name)] = role;
  storage.roleIds[tableKey(role.roleId)] = role.name;
};

const NO_CONSTRAINT =
  'Role does not have any constraints set on it. Updates to this role will require a constraint to be set';

export const roleAnswer = (role: Role) => ({
  data: {
    ...tokenParamsData(role.tokens),
    bind_secret_id: role.bindSecretId,
    local_secret_ids: role.localSecretIds,
    secret_id_bound_cidrs: role.secretIdBoundCidrs,
    secret_id_num_uses: role.secretIdNumUses,
    secret_id_ttl: role.secretIdTtl,
  },
  ...(unconstrained(role) && { warnings: [NO_CONSTRAINT] }),
});
