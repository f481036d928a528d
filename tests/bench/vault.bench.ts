import { type Entry, Run } from '../../src/sim/index.ts';
import { advance, begin } from '../../src/sim/kernel/machine.ts';
import { machines } from '../../src/sim/machines.ts';
import { handle, initial, resume, type VaultState } from '../../src/sim/vault/index.ts';
import { sizeOf } from '../../src/sim/vault/state/table.ts';
import { type Bench, type Measurement, median } from './bench.ts';

const TIMES = 2_000;
const EPOCH = 1_767_600_000_000;

type Body = Readonly<Record<string, unknown>>;

/** A Vault by itself; every request is a pure function of its state. */
class Bare {
  state: VaultState = initial({ version: '1.19', mode: 'dev' }, { wall: EPOCH, entropy: 1 });
  #entropy = 1;

  ask(method: string, path: string, token = 'root', body?: unknown): Body {
    this.#entropy += 1;
    const headers = token === '' ? {} : { 'x-vault-token': token };
    const done = handle(
      this.state,
      { method, path: `/v1/${path}`, headers, body },
      { wall: EPOCH, entropy: this.#entropy },
    );
    this.state = done.state;
    return (done.response?.body ?? {}) as Body;
  }

  token(body: unknown): string {
    return (this.ask('POST', 'auth/token/create', 'root', body).auth as { client_token: string }).client_token;
  }
}

/** How often the same messages could have been read and written as JSON meanwhile. */
const againstFloor = (name: string, messages: readonly unknown[], action: () => void, aim: number): Measurement => {
  const texts = messages.map((message) => JSON.stringify(message));
  const floor = median(() => {
    for (let i = 0; i < TIMES; i++) for (const text of texts) JSON.stringify(JSON.parse(text));
  });
  const taken = median(() => {
    for (let i = 0; i < TIMES; i++) action();
  });
  return {
    name,
    value: taken / floor,
    unit: '× the JSON of its messages',
    aim: `≤ ${aim} ×`,
    reached: taken / floor <= aim,
    detail: `${((taken / TIMES) * 1000).toPrecision(3)} µs each`,
  };
};

const requests = (): Measurement[] => {
  const vault = new Bare();
  vault.ask('PUT', 'sys/policies/acl/app', 'root', {
    policy: 'path "secret/data/*" { capabilities = ["create", "update", "read"] }',
  });
  vault.ask('POST', 'sys/auth/userpass', 'root', { type: 'userpass' });
  vault.ask('POST', 'auth/userpass/users/ann', 'root', { password: 'pw', token_policies: 'app' });
  const token = vault.token({ policies: ['app'] });
  const secret = { data: { user: 'app', password: 'hunter2' } };
  const write = () => vault.ask('POST', 'secret/data/app', token, secret);
  const read = () => vault.ask('GET', 'secret/data/app', token);
  const login = () => vault.ask('POST', 'auth/userpass/login/ann', '', { password: 'pw' });
  const create = () => vault.ask('POST', 'auth/token/create', 'root', { policies: ['app'] });
  return [
    againstFloor('KV write', [secret, write()], write, 30),
    againstFloor('KV read', [read()], read, 30),
    againstFloor('login (userpass)', [{ password: 'pw' }, login()], login, 30),
    againstFloor('token create', [{ policies: ['app'] }, create()], create, 30),
  ];
};

/** A cluster and a Vault that trusts it, one ServiceAccount with a token, and a role for it. */
const cluster = () => {
  const run = new Run(machines, { seed: 1, latency: 0 });
  const ask = (to: string, path: string, headers: Record<string, string>, body: unknown): readonly Entry[] => {
    const from = run.apply({ type: 'request', id: 'bench', to, method: 'POST', path, headers, body });
    run.settle();
    return run.known.slice(from);
  };
  const answer = (entries: readonly Entry[]): Body =>
    (entries.findLast((entry) => entry.kind === 'response') as { body?: Body } | undefined)?.body ?? {};
  const admin = { authorization: 'Bearer admin-token', 'content-type': 'application/json' };
  const kubernetes = (path: string, body: unknown) =>
    answer(ask('https://kubernetes.default.svc:443', `/api/v1/namespaces/default/serviceaccounts${path}`, admin, body));
  const vault = (path: string, body: unknown) =>
    ask('http://vault:8200', `/v1/${path}`, { 'x-vault-token': 'root' }, body);
  run.apply({ type: 'spawn', id: 'kubernetes', kind: 'kubernetes', input: { controllers: false } });
  run.apply({ type: 'spawn', id: 'vault', kind: 'vault', input: { mode: 'dev' } });
  kubernetes('', { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'app' } });
  const { status } = kubernetes('/app/token', {
    apiVersion: 'authentication.k8s.io/v1',
    kind: 'TokenRequest',
    spec: {},
  });
  const { authority } = (run.actor('kubernetes')?.snapshot.context ?? {}) as { authority?: string };
  vault('sys/auth/kubernetes', { type: 'kubernetes' });
  vault('auth/kubernetes/config', {
    kubernetes_host: 'https://kubernetes.default.svc:443',
    kubernetes_ca_cert: authority,
    token_reviewer_jwt: 'admin-token',
  });
  vault('auth/kubernetes/role/app', {
    bound_service_account_names: 'app',
    bound_service_account_namespaces: 'default',
  });
  const credentials = { role: 'app', jwt: (status as { token: string }).token };
  const entries = vault('auth/kubernetes/login', credentials);
  if (!answer(entries).auth) throw new Error(`the login failed: ${JSON.stringify(answer(entries))}`);
  const messages = entries.flatMap((e) => (e.kind === 'request' || e.kind === 'response' ? [e.body] : []));
  return { run, credentials, messages, login: () => vault('auth/kubernetes/login', credentials) };
};

/** The login's own work: request, statechart, token. The API server's answer is at hand. */
const loginHandler = (world: ReturnType<typeof cluster>): Measurement => {
  const machine = machines['vault/kubernetes-login'];
  if (!machine) throw new Error('there is no kubernetes login');
  let { state } = (world.run.actor('vault')?.snapshot.context ?? {}) as { state: VaultState };
  const stamp = { at: 0, wall: EPOCH, entropy: 1 };
  const review = world.messages.find((body) => (body as { kind?: string }).kind === 'TokenReview');
  const arrived = { type: 'http.response', exchange: 1, status: 201, headers: {}, body: review, ...stamp };
  const login = () => {
    const request = { method: 'POST', path: '/v1/auth/kubernetes/login', body: world.credentials };
    const { deferred } = handle(state, request, stamp);
    if (!deferred) throw new Error('the login does not wait for its review');
    let step = begin(machine, { ...deferred.input, ...stamp, self: 'login', place: 'vault' });
    const asked = step.actions.find(({ type }) => type === 'request')?.params as { id: string } | undefined;
    step = advance(machine, step.snapshot, { ...arrived, id: asked?.id } as { type: string });
    const done = resume(state, deferred.continuation, step.snapshot.output, stamp);
    if (done.response?.status !== 200) throw new Error(`the login failed: ${JSON.stringify(done.response)}`);
    state = done.state;
  };
  return againstFloor('login (kubernetes)', world.messages, login, 30);
};

const logins = (): Measurement[] => {
  const world = cluster();
  const through = median(() => {
    for (let i = 0; i < 300; i++) world.login();
  });
  return [
    loginHandler(world),
    {
      name: 'the same with API server, network and history',
      value: (through / 300) * 1000,
      unit: 'µs each',
    },
  ];
};

const memory = (): Measurement => {
  const vault = new Bare();
  vault.token({ policies: ['app'] });
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const count = 20_000;
  for (let i = 0; i < count; i++) vault.token({ policies: ['app'] });
  globalThis.gc?.();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  return {
    name: 'memory of a token',
    value: bytes,
    unit: 'bytes',
    aim: '≤ 1024 bytes',
    reached: bytes <= 1024,
    detail: `${sizeOf(vault.state.tokens)} tokens`,
  };
};

export const bench: Bench = {
  name: 'vault: requests',
  run: () => [memory(), ...requests(), ...logins()],
};
