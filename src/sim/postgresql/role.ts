/** A role as `pg_roles` shows it, with what it was granted. (PostgreSQL: users, groups and roles are one thing.) */
export interface Role {
  readonly name: string;
  /** `null`: none set, nobody logs in with a password. */
  readonly password: string | null;
  readonly login: boolean;
  readonly superuser: boolean;
  readonly createRole: boolean;
  /** Unix milliseconds after which the password is no good; `null`: never. */
  readonly validUntil: number | null;
  /** Privileges on objects, as granted: `SELECT ON ALL TABLES IN SCHEMA public`. They keep a role from being dropped. */
  readonly grants: readonly string[];
  /** Names of roles it is a member of. */
  readonly memberOf: readonly string[];
}

/** By name. */
export type Roles = Readonly<Record<string, Role>>;

/** A role with the defaults of `CREATE ROLE`. */
export const newRole = (name: string): Role => ({
  name,
  password: null,
  login: false,
  superuser: false,
  createRole: false,
  validUntil: null,
  grants: [],
  memberOf: [],
});

/** The role of that name, or `undefined`. */
export const findRole = (roles: Roles, name: string): Role | undefined =>
  Object.hasOwn(roles, name) ? roles[name] : undefined;
