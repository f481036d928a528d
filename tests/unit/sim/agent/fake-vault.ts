import { type AnyStateMachine, setup } from 'xstate';
import { machines } from '../../../../src/sim/agent/index.ts';
import { effects, type RequestArrived, Run } from '../../../../src/sim/kernel/index.ts';

/** What a fake Vault answers: status and body, by method and path. */
export type Answers = (method: string, path: string, token: string | undefined) => readonly [number, unknown];

const s = setup({
  types: { context: {} as { answers: Answers }, events: {} as RequestArrived, input: {} as { answers: Answers } },
  actions: { ...effects },
});

const fakeVault = s.createMachine({
  context: ({ input }) => ({ answers: input.answers }),
  entry: s.enqueueActions(({ enqueue }) => enqueue({ type: 'listen', params: { host: 'vault:8200' } })),
  on: {
    'http.request': {
      actions: s.enqueueActions(({ context, event, enqueue }) => {
        const [status, body] = context.answers(event.method, event.path, event.headers['x-vault-token']);
        enqueue({ type: 'respond', params: { exchange: event.exchange, status, body } });
      }),
    },
  },
});

export const auth = (token: string, seconds: number, renewable = true) => ({
  auth: { client_token: token, lease_duration: seconds, renewable },
});

export const kvSecret = (data: object) => ({
  request_id: 'r',
  lease_id: '',
  renewable: false,
  lease_duration: 0,
  data: { data, metadata: { deletion_time: '', version: 1 } },
});

/** A Vault that lets everybody in: tokens live an hour, `secret/data/foo` holds a user name. */
export const friendly: Answers = (_, path) => {
  if (path.startsWith('/v1/sys/health')) return [200, { version: '1.19.5' }];
  if (path.endsWith('/login')) return [200, auth('hvs.one', 3600)];
  if (path.endsWith('/renew-self')) return [200, auth('hvs.one', 3600)];
  if (path.includes('/ui/mounts/')) return [200, { data: { path: 'secret/', type: 'kv', options: { version: '2' } } }];
  if (path === '/v1/secret/data/foo') return [200, kvSecret({ username: 'u1' })];
  return [404, { errors: [] }];
};

export interface Life {
  readonly run: Run;
  /** Log lines so far, `logger: text`. */
  lines(): string[];
  requests(): string[];
  signal(name: string): void;
}

/** Start an Agent with a configuration in a world with a fake Vault. */
export const startAgent = (config: object, answers: Answers = friendly, input: object = {}): Life => {
  const run = new Run({ ...machines, vault: fakeVault as unknown as AnyStateMachine }, { seed: 7, latency: 1 });
  run.apply({ type: 'spawn', id: 'vault', kind: 'vault', input: { answers } });
  run.apply({ type: 'write', path: '/jwt', text: 'a.b.c\n' });
  run.apply({ type: 'write', path: '/config.json', text: JSON.stringify(config) });
  run.apply({ type: 'spawn', id: 'agent', kind: 'agent', input: { args: ['-config=/config.json'], ...input } });
  return {
    run,
    lines: () => run.history.flatMap((e) => (e.kind === 'log' ? [`${e.logger}: ${e.text}`] : [])),
    requests: () => run.history.flatMap((e) => (e.kind === 'request' ? [`${e.method} ${e.path.split('?')[0]}`] : [])),
    signal: (name) => {
      run.apply({ type: 'send', to: 'agent', event: { type: 'signal', signal: name } as { type: string } });
    },
  };
};

export const configuration = (extra: object = {}) => ({
  vault: { address: 'http://vault:8200' },
  auto_auth: {
    method: { type: 'kubernetes', config: { role: 'app', token_path: '/jwt' } },
    sink: [{ type: 'file', config: { path: '/sink' } }],
  },
  template_config: { exit_on_retry_failure: true },
  template: [
    { contents: '{{ with secret "secret/data/foo" }}{{ .Data.data.username }}{{ end }}', destination: '/out' },
  ],
  ...extra,
});
