import { tableKey } from '../framework/table-key.ts';

/** A configured database. (vault: builtin/logical/database/path_config_connection.go, DatabaseConfig) */
export interface Connection {
  plugin: string;
  pluginVersion: string;
  allowedRoles: readonly string[];
  /** Whatever the plugin was given: `connection_url`, `username`, `password` … */
  details: Record<string, unknown>;
  rootStatements: readonly string[];
  passwordPolicy: string;
  verify: boolean;
  skipImportRotation: boolean;
  rotationPeriod: number;
  rotationSchedule: string;
  rotationWindow: number;
  disableAutomatedRotation: boolean;
}

/** Statements of a dynamic role, by what they are for. */
export interface Statements {
  creation: readonly string[];
  revocation: readonly string[];
  rollback: readonly string[];
  renew: readonly string[];
}

/** Times in seconds; 0: the mount's. */
export interface Role {
  database: string;
  credentialType: string;
  credentialConfig: Readonly<Record<string, string>>;
  statements: Statements;
  defaultTtl: number;
  maxTtl: number;
}

/** A user of the database that was there before, whose password Vault changes. */
export interface StaticRole {
  database: string;
  credentialType: string;
  username: string;
  password: string;
  statements: readonly string[];
  /** Seconds; 0 with a schedule. */
  period: number;
  schedule: string;
  window: number;
  skipImportRotation: boolean;
  /** Unix milliseconds; `null`: never. */
  rotated: number | null;
  /** Unix milliseconds of the next rotation; `null`: none planned, or one is under way. */
  next: number | null;
}

export interface Storage {
  connections: Record<string, Connection>;
  roles: Record<string, Role>;
  staticRoles: Record<string, StaticRole>;
}

export const emptyStorage = (): Storage => ({ connections: {}, roles: {}, staticRoles: {} });

/** Looks a name up in one of the tables. */
export const find = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => {
  const key = tableKey(name);
  return Object.hasOwn(table, key) ? table[key] : undefined;
};
