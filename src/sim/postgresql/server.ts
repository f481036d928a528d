/**
 * The machine `postgresql`: one server whose roles come and go. Its clients speak to it over the modelled network, one
 * exchange a transaction (method `QUERY`, path `/<database>`); the wire protocol itself is not modelled.
 */
import { setup } from 'xstate';
import { type Effect, effects } from '../kernel/effects.ts';
import type { RequestArrived, Spawned, Stamped } from '../kernel/events.ts';
import { newRole, type Role, type Roles } from './role.ts';
import { type Query, runSession } from './session.ts';

/** What a world says of its PostgreSQL. */
export interface PostgresqlInput {
  /** Names with port that it answers at. */
  readonly hosts?: readonly string[];
  /** Roles from the start; left out: the superuser `vault` with the password `vault`. */
  readonly roles?: readonly (Partial<Role> & { readonly name: string })[];
  readonly databases?: readonly string[];
}

export interface PostgresqlContext {
  readonly hosts: readonly string[];
  readonly databases: readonly string[];
  readonly roles: Roles;
}

const HOSTS = ['postgresql:5432', 'postgresql.default.svc:5432'];
const VAULT = { name: 'vault', password: 'vault', superuser: true };

const LEVELS = { FATAL: 'error', ERROR: 'error' } as const;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const queryOf = ({ path, body }: RequestArrived): Query => {
  const { user, password, statements, onlyIfRole } = (
    typeof body === 'object' && body !== null ? body : {}
  ) as Partial<Query>;
  return {
    database: path.replace(/^\//, ''),
    user: text(user),
    password: text(password),
    statements: Array.isArray(statements) ? statements.map(text) : [],
    ...(typeof onlyIfRole === 'string' && { onlyIfRole }),
  };
};

const postgresqlSetup = setup({
  types: {
    context: {} as PostgresqlContext,
    events: {} as Stamped<RequestArrived>,
    input: {} as Spawned<PostgresqlInput>,
  },
  actions: effects,
});

const answer = postgresqlSetup.enqueueActions(({ context, event, enqueue }) => {
  const { roles, error, notModelled } = runSession(context.roles, context.databases, queryOf(event), event.wall);
  if (roles !== context.roles) enqueue.assign({ roles });
  const out: Effect[] = notModelled.map((statement) => ({
    type: 'log',
    params: { level: 'warn', logger: 'sidecar-lab', text: `not modelled: ${statement}` },
  }));
  if (error) {
    out.push({ type: 'log', params: { level: LEVELS[error.severity], text: `${error.severity}:  ${error.message}` } });
  }
  out.push({
    type: 'respond',
    params: { exchange: event.exchange, status: error ? 400 : 200, body: error ?? { committed: true } },
  });
  for (const effect of out) enqueue(effect as Parameters<typeof enqueue>[0]);
});

/** Kind `postgresql`. */
export const postgresqlMachine = postgresqlSetup.createMachine({
  id: 'postgresql',
  context: ({ input }) => {
    const roles = (input.roles ?? [VAULT]).map((role) => ({ ...newRole(role.name), login: true, ...role }));
    return {
      hosts: input.hosts ?? HOSTS,
      databases: input.databases ?? ['postgres'],
      roles: Object.fromEntries(roles.map((role) => [role.name, role])),
    };
  },
  initial: 'starting',
  states: {
    starting: {
      entry: postgresqlSetup.enqueueActions(({ context, enqueue }) => {
        for (const host of context.hosts) enqueue({ type: 'listen', params: { host } });
        enqueue({ type: 'log', params: { text: 'LOG:  database system is ready to accept connections' } });
      }),
      always: 'acceptingConnections',
    },
    acceptingConnections: { on: { 'http.request': { actions: answer } } },
  },
});
