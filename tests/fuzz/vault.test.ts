import { expect, test } from 'vitest';
import { Random } from '../../src/sim/kernel/random.ts';
import { type Handled, handle, initial, pass, resume, type VaultState } from '../../src/sim/vault/index.ts';
import { entries, find } from '../../src/sim/vault/state/table.ts';
import { RequestSource } from './vault-requests.ts';

const REQUESTS = 200_000;
// Short ones: sooner or later a life loses its root token, and then little happens in it.
const LIVES = 1000;
const EPOCH = 1_767_600_000_000;

const SETUP: readonly (readonly [string, unknown])[] = [
  ['sys/auth/userpass', { type: 'userpass' }],
  ['sys/auth/kubernetes', { type: 'kubernetes' }],
  ['sys/auth/approle', { type: 'approle' }],
  ['sys/mounts/kv', { type: 'kv' }],
  ['sys/mounts/pki', { type: 'pki' }],
  ['sys/mounts/transit', { type: 'transit' }],
  ['pki/root/generate/internal', { common_name: 'example.com', key_type: 'ec' }],
  ['pki/roles/app', { allow_any_name: true, key_type: 'ec', generate_lease: true }],
  ['auth/userpass/users/a', { password: 'a', token_policies: 'a,app' }],
  ['auth/approle/role/app', { token_policies: 'app' }],
  ['sys/audit/file', { type: 'file', options: { file_path: '/audit.log' } }],
];

/** These need no token and change something all the same: logins, and what belongs to the holders of unseal keys. */
const FREE = /^(auth\/\w+\/login|sys\/(init|unseal|generate-root|rekey|wrapping\/lookup|mfa))/;

/** What a refused request may change: the counts of uses and failures. */
const settled = ({ tokens: _, failedLogins: __, accessors: ___, dependents: ____, storage, ...rest }: VaultState) => ({
  ...rest,
  storage: Object.keys(storage),
});

class Life {
  state: VaultState;
  wall = EPOCH;
  readonly source: RequestSource;
  readonly #random: Random;

  constructor(seed: number) {
    this.#random = new Random(seed);
    this.source = new RequestSource(this.#random);
    this.state = initial({ version: seed % 2 === 0 ? '1.19' : '1.21', mode: 'dev' }, this.moment());
    for (const [path, body] of SETUP)
      this.ask({ method: 'POST', path: `/v1/${path}`, headers: { 'x-vault-token': 'root' }, body });
  }

  moment() {
    return { wall: this.wall, entropy: this.#random.uint32() };
  }

  ask(request: Parameters<typeof handle>[1]): Handled {
    let done = handle(this.state, request, this.moment());
    // What it waits for is a file of its Pod, which is not there, or another server, which never answers.
    if (done.deferred?.kind === 'vault/local-file')
      done = resume(done.state, done.deferred.continuation, { text: null }, this.moment());
    this.state = done.state;
    return done;
  }

  sleep(): void {
    this.wall += this.#random.below(600_000) * (this.source.oneIn(5) ? 5000 : 1);
    this.state = pass(this.state, this.moment()).state;
  }

  /** Remembers tokens, accessors and leases of an answer. */
  collect(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, item] of Object.entries(value)) {
      if (typeof item !== 'string') this.collect(item);
      else if (/token$|accessor$|lease_id/.test(key) && item !== '' && this.source.seen.length < 60)
        this.source.seen.push(item);
    }
  }
}

const step = (life: Life): void => {
  if (life.source.oneIn(20)) life.sleep();
  const request = life.source.next();
  const before = pass(life.state, life.moment()).state;
  const { response, state, deferred } = life.ask(request);
  if (!response) {
    expect(deferred, `${request.method} ${request.path} is neither answered nor waiting`).toBeDefined();
    return;
  }
  const { status, body } = response;
  const what = () => `${JSON.stringify(request)} gave ${status} ${JSON.stringify(body)}`;
  if (status < 200 || status > 599 || JSON.stringify(body) === undefined) expect.unreachable(what());
  const path = request.path.slice('/v1/'.length);
  // A wrapping token is made for whoever asks for one.
  const free = 'x-vault-token' in request.headers || 'x-vault-wrap-ttl' in request.headers || FREE.test(path);
  if (!free && state !== before) expect(state, what()).toEqual(before);
  if (status === 403) expect(settled(state), what()).toEqual(settled(before));
  life.collect(body);
};

const checkFamily = ({ tokens, accessors }: VaultState): void => {
  for (const [id, token] of entries(tokens)) {
    if (token.parent !== '') expect(find(tokens, token.parent), `the parent of ${id}`).toBeDefined();
    expect(find(accessors, token.accessor)).toBe(id);
  }
};

test(`${REQUESTS} random requests neither break Vault nor its promises`, { timeout: 300_000 }, () => {
  for (let seed = 0; seed < LIVES; seed++) {
    const life = new Life(seed);
    for (let i = 0; i < REQUESTS / LIVES; i++) step(life);
    checkFamily(life.state);
    expect(JSON.parse(JSON.stringify(life.state))).toEqual(life.state);
  }
});
