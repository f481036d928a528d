/** One connection: log in, one transaction, log out. */
import { authenticate } from './authenticate.ts';
import { type ServerError, SqlError } from './error.ts';
import { execute } from './execute.ts';
import { findRole, type Roles } from './role.ts';

/** What a client sends: the protocol's start-up, password and query messages in one. */
export interface Query {
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Run in one transaction; none: the client only looks whether it can log in. */
  readonly statements: readonly string[];
  /** The client looks first whether this role exists (a query on `pg_roles`), and does nothing if it does not. */
  readonly onlyIfRole?: string;
}

export interface Session {
  readonly roles: Roles;
  /** Where it failed: the roles are as they were. */
  readonly error?: ServerError & { readonly during: 'authentication' | 'startup' | 'execution' };
  /** Statements that were accepted without being modelled. */
  readonly notModelled: readonly string[];
}

/** @param wall Unix milliseconds */
export const runSession = (roles: Roles, databases: readonly string[], query: Query, wall: number): Session => {
  const notModelled: string[] = [];
  const login = authenticate(roles, query.user, query.password, wall);
  if ('error' in login) return { roles, notModelled, error: { ...login.error, during: 'authentication' } };
  if (!databases.includes(query.database)) {
    const message = `database "${query.database}" does not exist`;
    return { roles, notModelled, error: { severity: 'FATAL', code: '3D000', message, during: 'startup' } };
  }
  if (query.onlyIfRole !== undefined && !findRole(roles, query.onlyIfRole)) return { roles, notModelled };
  let changed = roles;
  try {
    for (const statement of query.statements) {
      const done = execute(changed, login.role, statement);
      changed = done.roles;
      if (done.notModelled) notModelled.push(statement);
    }
  } catch (error) {
    if (!(error instanceof SqlError)) throw error;
    const { code, message } = error;
    return { roles, notModelled, error: { severity: 'ERROR', code, message, during: 'execution' } };
  }
  return { roles: changed, notModelled };
};
