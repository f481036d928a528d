/** A modelled PostgreSQL: logins and roles, as far as Vault's dynamic credentials need them. */
import type { AnyStateMachine } from 'xstate';
import { postgresqlMachine } from './server.ts';

export type { ServerError } from './error.ts';
export type { Role, Roles } from './role.ts';
export type { PostgresqlContext, PostgresqlInput } from './server.ts';
export type { Query } from './session.ts';

export const machines: Readonly<Record<string, AnyStateMachine>> = { postgresql: postgresqlMachine };
