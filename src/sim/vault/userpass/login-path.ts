import {
  addressAllowed,
  errorResponse,
  invalidCredentials,
  nameRegex,
  path,
  permissionDenied,
  tokenParamsAuth,
} from '../framework/index.ts';
import { passwordFits } from './password.ts';
import { findUser, type Storage } from './storage.ts';

const WRONG = 'invalid username or password';

/** `login/<name>`. Source: vault: builtin/credential/userpass/path_login.go. Five wrong passwords lock: see the core. */
export const loginPath = path<Storage>()({
  pattern: `login/${nameRegex('username')}`,
  fields: { username: { type: 'string' }, password: { type: 'string' } },
  aliasLookahead: (_core, _request, given) => ({ name: given.get('username') }),
  operations: {
    update: (_core, request, given) => {
      const username = given.get('username').toLowerCase();
      const password = given.get('password');
      if (password === '') throw invalidCredentials('invalid credentials');
      const user = findUser(request.storage, username);
      // Only failures of users that exist are counted.
      if (!user) throw errorResponse(WRONG);
      if (!passwordFits(user, password)) throw invalidCredentials(WRONG);
      if (!addressAllowed(request.remote, user.tokens.boundCidrs)) throw permissionDenied();
      return {
        auth: {
          ...tokenParamsAuth(user.tokens),
          displayName: username,
          metadata: { username },
          alias: { name: username },
        },
      };
    },
  },
});
