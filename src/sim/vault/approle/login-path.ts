import {
  addressAllowed,
  errorResponse,
  goQuote,
  invalidCredentials,
  keepChanges,
  path,
  tokenParamsAuth,
  VaultError,
} from '../framework/index.ts';
import { checkSubset } from './cidrs.ts';
import { findSecretId, spend } from './secret-id.ts';
import { type Role, roleByRoleId, type SecretId, type Storage } from './storage.ts';

const INVALID = 'invalid role or secret ID';

/** Bindings of the secret id; a flaw of the real program prints the missing error where the uses are counted. */
const checkOrigin = (role: Role, entry: SecretId, limited: boolean, remote: string): void => {
  checkSubset(entry.cidrs, role.secretIdBoundCidrs ?? []);
  if (addressAllowed(remote, entry.cidrs)) return;
  const source = `source address ${goQuote(remote)} unauthorized`;
  throw errorResponse(
    limited
      ? `${source} by CIDR restrictions on the secret ID: %!w(<nil>)`
      : `${source} through CIDR restrictions on the secret ID`,
  );
};

const checkRoleOrigin = (role: Role, remote: string): void => {
  if (!addressAllowed(remote, role.secretIdBoundCidrs))
    throw errorResponse(`source address ${goQuote(remote)} unauthorized by CIDR restrictions on the role: %!w(<nil>)`);
};

/** A use is spent even where the address is then refused. */
const keeping = (check: () => void): void => {
  try {
    check();
  } catch (error) {
    throw error instanceof VaultError ? keepChanges(error) : error;
  }
};

/** `login`. Source: vault: builtin/credential/approle/path_login.go. */
export const loginPath = path<Storage>()({
  pattern: 'login',
  fields: { role_id: { type: 'string' }, secret_id: { type: 'string' } },
  aliasLookahead: (_core, _request, given) => {
    const name = given.get('role_id').trim();
    return name === '' ? undefined : { name };
  },
  operations: {
    update: (core, { storage, remote }, given) => {
      const roleId = given.get('role_id').trim();
      if (roleId === '') throw errorResponse('missing role_id');
      const role = roleByRoleId(storage, roleId);
      if (!role) throw errorResponse(INVALID);
      let entry: SecretId | undefined;
      if (role.bindSecretId) {
        const secretId = given.get('secret_id').trim();
        if (secretId === '') throw errorResponse('missing secret_id');
        const found = findSecretId(storage, role, secretId, core.wall);
        if (!found) throw invalidCredentials(INVALID);
        entry = found.entry;
        const limited = entry.uses > 0;
        const used = entry;
        spend(storage, role, found, core.wall);
        keeping(() => checkOrigin(role, used, limited, remote));
      }
      keeping(() => checkRoleOrigin(role, remote));
      const metadata = { ...entry?.metadata, role_name: role.name };
      const bound = entry && entry.tokenBoundCidrs.length > 0 ? entry.tokenBoundCidrs : role.tokens.boundCidrs;
      return {
        auth: {
          ...tokenParamsAuth(role.tokens),
          boundCidrs: bound,
          displayName: '',
          metadata,
          alias: { name: role.roleId, metadata },
          internal: { role_name: role.name },
        },
      };
    },
  },
});
