/** `users/<name>` and what belongs to it. Source: vault: builtin/credential/userpass/path_users.go. */
import {
  type Core,
  emptyTokenParams,
  type FieldSchemas,
  goError,
  type Handler,
  invalidRequest,
  listResponse,
  nameRegex,
  path,
  tokenFields,
  tokenParamsData,
  updateOldTokenParams,
  updateTokenParams,
} from '../framework/index.ts';
import { tableName } from '../framework/table-key.ts';
import { sanitizePolicies } from '../tokens/policies.ts';
import { setPassword } from './password.ts';
import { findUser, type Storage, type User, userKey } from './storage.ts';

const fields = {
  username: { type: 'string' },
  password: { type: 'string' },
  password_hash: { type: 'string' },
  ...tokenFields,
  bound_cidrs: { type: 'comma slice' },
  max_ttl: { type: 'duration' },
  policies: { type: 'comma slice' },
  ttl: { type: 'duration' },
} as const satisfies FieldSchemas;

const newUser = (): User => ({ tokens: emptyTokenParams(), digest: null, salt: '' });

/**
 * Gives a user the password or the hash that was sent; with neither, nothing changes.
 * @param needed one of them has to be there
 * @throws VaultError 400
 */
const givePassword = (core: Core, user: User, password: string, hash: string, needed: boolean): void => {
  if (password !== '' && hash !== '')
    throw invalidRequest('"password" and "password_hash" cannot be supplied together');
  if (password === '' && hash === '' && needed) throw invalidRequest('"password" or "password_hash" must be supplied');
  if (password !== '') setPassword(core, user, password);
  if (hash === '') return;
  core.notModelled('userpass: password_hash (a bcrypt hash; nobody can log in with it here)');
  user.digest = null;
};

const write: Handler<Storage, typeof fields> = (core, { storage }, given) => {
  const name = given.get('username');
  const before = findUser(storage, name);
  const user = before ?? newUser();
  givePassword(core, user, given.get('password'), given.get('password_hash'), before === undefined);
  updateTokenParams(user.tokens, given);
  updateOldTokenParams(user.tokens, given as never);
  storage.users[userKey(name)] = user;
  return undefined;
};

export const userPath = path<Storage>()({
  pattern: `users/${nameRegex('username')}`,
  fields,
  exists: (_core, { storage }, given) => findUser(storage, given.get('username')) !== undefined,
  operations: {
    create: write,
    update: write,
    read: (_core, { storage }, given) => {
      const user = findUser(storage, given.get('username'));
      return user && { data: tokenParamsData(user.tokens) };
    },
    delete: (_core, { storage }, given) => {
      delete storage.users[userKey(given.get('username'))];
      return undefined;
    },
  },
});

export const userList = path<Storage>()({
  pattern: 'users/?',
  fields: {},
  operations: { list: (_core, { storage }) => listResponse(Object.keys(storage.users).map(tableName).sort()) },
});

const knownUser = (storage: Storage, name: string): User => {
  const user = findUser(storage, name);
  if (!user) throw goError('username does not exist');
  return user;
};

export const userPassword = path<Storage>()({
  pattern: `users/${nameRegex('username')}/password`,
  fields: { username: { type: 'string' }, password: { type: 'string' }, password_hash: { type: 'string' } },
  operations: {
    update: (core, { storage }, given) => {
      const user = knownUser(storage, given.get('username'));
      givePassword(core, user, given.get('password'), given.get('password_hash'), true);
      return undefined;
    },
  },
});

export const userPolicies = path<Storage>()({
  pattern: `users/${nameRegex('username')}/policies`,
  fields: {
    username: { type: 'string' },
    policies: { type: 'comma slice' },
    token_policies: { type: 'comma slice' },
  },
  operations: {
    update: (_core, { storage }, given) => {
      const { tokens } = knownUser(storage, given.get('username'));
      const [old, now] = [given.given('policies'), given.given('token_policies')];
      const policies = now ?? old;
      if (policies === undefined) return undefined;
      // Here the names are cleaned when they are stored (policyutil.ParsePolicies).
      tokens.policies = sanitizePolicies(policies, false);
      if (old === undefined) delete tokens.old.policies;
      else tokens.old.policies = tokens.policies;
      return undefined;
    },
  },
});
