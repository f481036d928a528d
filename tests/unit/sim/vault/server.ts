import { handle, initial, pass, type VaultSetup, type VaultState } from '../../../../src/sim/vault/index.ts';

const EPOCH = 1_767_600_000_000;

interface Ask {
  readonly token?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly remote?: string;
}

/** What of a body the tests look at. */
interface Body {
  readonly auth?: { readonly client_token: string; readonly accessor: string; readonly lease_duration: number };
  readonly data?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly string[];
  readonly warnings?: readonly string[];
  readonly wrap_info?: { readonly token: string };
}

export const INVALID_TOKEN = '2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n';
export const DENIED = '1 error occurred:\n\t* permission denied\n\n';

/** A Vault without a kernel: requests and time by hand. */
export class LoneVault {
  state: VaultState;
  wall = EPOCH;
  /** Audit lines of all files. */
  readonly lines: string[] = [];
  readonly notes: string[] = [];
  #entropy: number;

  /** @param seed two Vaults of the same seed draw the same keys */
  constructor(setup: Partial<VaultSetup> = {}, seed = 1) {
    this.#entropy = seed;
    this.state = initial({ version: '1.19', mode: 'dev', ...setup }, this.moment());
  }

  moment() {
    this.#entropy += 1;
    return { wall: this.wall, entropy: this.#entropy };
  }

  ask(method: string, path: string, { token = 'root', body, headers, remote = '127.0.0.1' }: Ask = {}) {
    const all = { ...(token !== '' && { 'x-vault-token': token }), ...headers };
    const done = handle(this.state, { method, path: `/v1/${path}`, headers: all, body, remote }, this.moment());
    this.state = done.state;
    this.lines.push(...done.appends.map(({ text }) => text));
    this.notes.push(...done.log.map(({ text }) => text));
    const { status = 0, body: answer } = done.response ?? {};
    return { status, body: (answer ?? {}) as Body & Readonly<Record<string, unknown>> };
  }

  /** Time passes; what ends meanwhile ends. @param seconds virtual */
  wait(seconds: number): void {
    this.wall += seconds * 1000;
    this.state = pass(this.state, this.moment()).state;
  }

  /** Makes a token. */
  token(body: unknown = {}, by = 'root', path = 'auth/token/create'): string {
    return this.ask('POST', path, { token: by, body }).body.auth?.client_token ?? '';
  }

  policy(name: string, policy: string): void {
    this.ask('PUT', `sys/policies/acl/${name}`, { body: { policy } });
  }

  /** Whether a token is good. */
  lives(token: string): boolean {
    return this.ask('POST', 'auth/token/lookup', { body: { token } }).status === 200;
  }
}
