import { setup } from 'xstate';
import { callOf, type Operation, request, type VaultClient } from '../agent/api/client.ts';
import { type Outcome, outcomeOf } from '../agent/api/outcome.ts';
import { DEFAULT_RETRIES, isRetried, retryWait } from '../agent/api/retry.ts';
import { type Effect, effects } from '../kernel/effects.ts';
import type { RequestFailed, ResponseArrived, Spawned, Stamped } from '../kernel/events.ts';
import { Random } from '../kernel/random.ts';

/**
 * One call of Vault as Vault's Go client makes it: with two retries of its own where the server failed or could not be
 * reached. Its output is the outcome. Source: vault: api/client.go.
 */
export interface VaultCallInput {
  readonly client: VaultClient;
  readonly operation: Operation;
}

/** What comes back: the outcome, and the operation it belongs to. */
export interface VaultAnswer {
  readonly outcome: Outcome;
  readonly path: string;
}

interface Context extends VaultCallInput {
  readonly attempt: number;
  readonly wait: number;
  readonly outcome: Outcome | null;
}

type Event = Stamped<ResponseArrived | RequestFailed>;

const s = setup({
  types: {
    context: {} as Context,
    events: {} as Event,
    input: {} as Spawned<VaultCallInput>,
    output: {} as VaultAnswer,
  },
  guards: {
    retries: ({ context, event }) => context.attempt < DEFAULT_RETRIES && isRetried(event, false),
  },
  delays: { wait: ({ context }) => Math.round(context.wait) },
  actions: { ...effects },
});

const ask = s.enqueueActions(({ context: c, enqueue }) => enqueue(request(c.client, 'vault', c.operation)));
const judge = s.assign({
  outcome: ({ context: c, event }) => outcomeOf(callOf(c.client, c.operation), event),
});
const pause = s.assign(({ context: c, event }) => ({
  attempt: c.attempt + 1,
  wait: retryWait(c.attempt + 1, new Random(event.entropy).float()),
}));

/** The statechart of `delivery/vault-call`. */
export const vaultCallMachine = s.createMachine({
  id: 'delivery/vault-call',
  context: ({ input }) => ({
    client: input.client,
    operation: input.operation,
    attempt: 0,
    wait: 0,
    outcome: null,
  }),
  initial: 'asking',
  states: {
    asking: {
      entry: ask,
      on: {
        'http.response': [
          { guard: 'retries', target: 'pausing', actions: pause },
          { target: 'answered', actions: judge },
        ],
        'http.failure': [
          { guard: 'retries', target: 'pausing', actions: pause },
          { target: 'answered', actions: judge },
        ],
      },
    },
    pausing: { after: { wait: 'asking' } },
    answered: { type: 'final' },
  },
  output: ({ context: c }) => ({
    outcome: c.outcome ?? { kind: 'transport error', text: '' },
    path: c.operation.path,
  }),
});

/** Starts a call as `<caller>/<name>`; its `VaultAnswer` comes with `actor.done`. */
export const callVault = (caller: string, name: string, client: VaultClient, operation: Operation): Effect => ({
  type: 'spawn',
  params: { id: `${caller}/${name}`, kind: 'delivery/vault-call', input: { client, operation } },
});
