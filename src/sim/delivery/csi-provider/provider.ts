import { setup } from 'xstate';
import { effects } from '../../kernel/effects.ts';
import type { FileContent, KernelEvent, Spawned, Stamped } from '../../kernel/events.ts';
import type { Launch } from '../../kubernetes/kubelet/programs.ts';
import { actsOf } from '../act.ts';
import { MOUNT, type MountRequest, providerHost } from '../csi-driver/names.ts';
import { flag, line, readAccountToken } from '../in-cluster.ts';
import type { MountInput, MountOutput } from './mount.ts';

/**
 * The Vault provider of one node. It keeps the Vault tokens of Pods between calls, one for each Pod and class; it does not
 * renew them: that is the Agent's work which Vault's chart can put beside it, and without which a token that has expired
 * costs one refused read and a new login.
 * Source: vault-csi-provider 1.7.4: main.go, internal/server/server.go, internal/clientcache/client_cache.go.
 */
interface Context {
  readonly self: string;
  readonly launch: Launch;
  readonly account: string;
  readonly tokens: Readonly<Record<string, string>>;
  readonly calls: number;
}

type Event = Stamped<KernelEvent | FileContent | { readonly type: 'signal' }>;

/** Tokens kept (`-cache-size`). */
const CACHE_SIZE = 1000;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<Launch>,
    output: {} as { exitCode: number },
  },
  actions: { ...effects },
});

const act = actsOf(s.enqueueActions);

const takeToken = act((_, event) => (event.type === 'file.content' ? { set: { account: event.text ?? '' } } : {}));

const begin = act((c) => ({
  out: [
    line('Creating new gRPC server'),
    line(`Opening unix socket: endpoint=${flag(c.launch, 'endpoint') ?? '/tmp/vault.sock'}`),
    { type: 'listen', params: { host: providerHost('vault', c.launch.node) } },
    line('Starting gRPC server'),
  ],
}));

const mount = act((c, event) => {
  if (event.type !== 'http.request') return {};
  if (event.path !== MOUNT) return { out: [{ type: 'respond', params: { exchange: event.exchange, status: 404 } }] };
  const input: MountInput = {
    exchange: event.exchange,
    request: event.body as MountRequest,
    account: c.account,
    namespace: c.launch.namespace,
    hmacSecret: flag(c.launch, 'hmac-secret-name') ?? 'vault-csi-provider-hmac-key',
    address: flag(c.launch, 'vault-addr') ?? c.launch.env.VAULT_ADDR ?? 'https://127.0.0.1:8200',
    defaultMount: flag(c.launch, 'vault-mount') ?? 'kubernetes',
    tokens: c.tokens,
  };
  return {
    set: { calls: c.calls + 1 },
    out: [
      line(`Processing unary gRPC call: grpc.method=${MOUNT}`, 'info', 'server'),
      { type: 'spawn', params: { id: `${c.self}/mount ${c.calls}`, kind: 'csi-provider/mount', input } },
    ],
  };
});

const answer = act((c, event) => {
  if (event.type !== 'actor.done') return {};
  const { exchange, body, key, token } = event.output as MountOutput;
  const kept = Object.entries(c.tokens).filter(([known]) => known !== key);
  const tokens = key === '' || token === '' ? c.tokens : Object.fromEntries([...kept, [key, token]].slice(-CACHE_SIZE));
  const failed = 'code' in body;
  const result = failed ? `grpc.code=Unknown err=${JSON.stringify(body.message)}` : 'grpc.code=OK err=<nil>';
  return {
    set: { tokens },
    out: [
      { type: 'respond', params: { exchange, status: 200, body } },
      line(`Finished unary gRPC call: grpc.method=${MOUNT} ${result}`, 'info', 'server'),
    ],
  };
});

/** The statechart of `csi-provider`. */
export const providerMachine = s.createMachine({
  id: 'csi-provider',
  context: ({ input }) => ({ self: input.self, launch: input, account: '', tokens: {}, calls: 0 }),
  initial: 'startingUp',
  states: {
    startingUp: {
      entry: s.enqueueActions(({ context, enqueue }) => enqueue(readAccountToken(context.launch))),
      on: { 'file.content': { target: 'serving', actions: takeToken } },
    },
    serving: {
      entry: begin,
      on: {
        'http.request': { actions: mount },
        'actor.done': { actions: answer },
        signal: {
          target: 'stopped',
          actions: s.enqueueActions(({ enqueue }) => enqueue(line('Caught signal terminated, shutting down'))),
        },
      },
    },
    stopped: { type: 'final' },
  },
  output: () => ({ exitCode: 0 }),
});
