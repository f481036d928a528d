import { Run } from '../../../../../src/sim/kernel/run.ts';
import { type PostgresqlContext, machines as postgresql, type Role } from '../../../../../src/sim/postgresql/index.ts';
import { machines as vault } from '../../../../../src/sim/vault/index.ts';

interface Answer {
  readonly status: number;
  readonly body: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly lease_id?: string;
    readonly lease_duration?: number;
    readonly errors?: readonly string[];
    readonly auth?: { readonly client_token: string };
  };
}

/** A Vault and a PostgreSQL on one network, in virtual time. */
export class DatabaseLab {
  readonly run = new Run({ ...vault, ...postgresql }, { seed: 1 });
  #asked = 0;

  constructor() {
    this.run.apply({ type: 'spawn', id: 'vault', kind: 'vault', place: 'vault', input: {} });
    this.run.apply({ type: 'spawn', id: 'postgresql', kind: 'postgresql', place: 'postgresql', input: {} });
    this.run.settle();
    this.ask('POST', 'sys/mounts/database', { type: 'database' });
  }

  /** A connection `db` for every role, and a dynamic role `app`. */
  ready(): this {
    this.ask('POST', 'database/config/db', {
      plugin_name: 'postgresql-database-plugin',
      connection_url: 'postgresql://{{username}}:{{password}}@postgresql:5432/postgres',
      allowed_roles: '*',
      username: 'vault',
      password: 'vault',
    });
    this.ask('POST', 'database/roles/app', {
      db_name: 'db',
      creation_statements: [`CREATE ROLE "{{name}}" WITH LOGIN PASSWORD '{{password}}' VALID UNTIL '{{expiration}}'`],
      default_ttl: '1h',
      max_ttl: '2h',
    });
    return this;
  }

  ask(method: string, path: string, body?: object, token = 'root'): Answer {
    const exchange =
      this.run.apply({
        type: 'request',
        id: `ask ${++this.#asked}`,
        to: 'http://vault:8200',
        method,
        path: `/v1/${path}`,
        headers: { 'x-vault-token': token },
        ...(body !== undefined && { body }),
      }) + 1;
    const end = () =>
      this.run.history.find(
        (entry) => (entry.kind === 'response' || entry.kind === 'failure') && entry.exchange === exchange,
      );
    this.run.advanceUntil(() => end() !== undefined, 120_000);
    const found = end();
    return found?.kind === 'response'
      ? { status: found.status, body: (found.body ?? {}) as Answer['body'] }
      : { status: 0, body: {} };
  }

  wait(seconds: number): void {
    this.run.advanceTo(this.run.now + seconds * 1000);
  }

  /** The database's roles but Vault's own. */
  get roles(): readonly Role[] {
    const snapshot = this.run.actor('postgresql')?.snapshot as unknown as { context: PostgresqlContext } | undefined;
    const roles = snapshot?.context.roles ?? {};
    return Object.values(roles).filter(({ name }) => name !== 'vault');
  }
}
