import { assign, initialTransition, setup, transition } from 'xstate';
import { effects, type KernelEvent, Run, type Spawned, type Stamped } from '../../src/sim/kernel/index.ts';
import { type Bench, type Measurement, median } from './bench.ts';

const HOUR = 3_600_000;
const PODS = 1_000;

/** The cheapest useful machine: a counter that answers itself. */
const counter = setup({
  types: { context: {} as { n: number }, events: {} as Stamped<{ type: 'tick' }>, input: {} as Spawned<object> },
  actions: { ...effects },
}).createMachine({
  context: { n: 0 },
  initial: 'idle',
  states: {
    idle: { on: { tick: { target: 'busy', actions: assign({ n: ({ context }) => context.n + 1 }) } } },
    busy: { on: { tick: { target: 'idle', actions: assign({ n: ({ context }) => context.n + 1 }) } } },
  },
});

/** A Pod's Agent reduced to its rhythm: log in, renew at two thirds of an hour's lease, read its secret. */
const pod = setup({
  types: {
    context: {} as { renewals: number; ttl: number },
    events: {} as Stamped<KernelEvent>,
    input: {} as Spawned<{ ttl: number }>,
  },
  actions: { ...effects },
  delays: { renewal: ({ context }) => (context.ttl * 2) / 3 },
}).createMachine({
  context: ({ input }) => ({ renewals: 0, ttl: input.ttl }),
  initial: 'loggingIn',
  states: {
    loggingIn: {
      entry: {
        type: 'request',
        params: {
          id: 'login',
          to: 'http://vault:8200',
          method: 'PUT',
          path: '/v1/auth/kubernetes/login',
          timeout: 60_000,
        },
      },
      on: { 'http.response': 'waiting' },
    },
    waiting: { after: { renewal: 'renewing' } },
    renewing: {
      entry: {
        type: 'request',
        params: {
          id: 'renew',
          to: 'http://vault:8200',
          method: 'PUT',
          path: '/v1/auth/token/renew-self',
          timeout: 60_000,
        },
      },
      on: {
        'http.response': { target: 'waiting', actions: assign({ renewals: ({ context }) => context.renewals + 1 }) },
      },
    },
  },
});

const vault = setup({
  types: { context: {} as { served: number }, events: {} as Stamped<KernelEvent>, input: {} as Spawned<object> },
  actions: { ...effects },
}).createMachine({
  context: { served: 0 },
  entry: { type: 'listen', params: { host: 'vault:8200' } },
  on: {
    'http.request': {
      actions: [
        assign({ served: ({ context }) => context.served + 1 }),
        {
          type: 'respond',
          params: ({ event }) => ({ exchange: event.exchange, status: 200, body: { lease_duration: 3600 } }),
        },
      ],
    },
  },
});

const throughput = (): Measurement => {
  const events = 20_000;
  const bare = median(() => {
    let [snapshot] = initialTransition(counter, { self: 'c', place: 'p', at: 0, wall: 0, entropy: 0 });
    for (let i = 0; i < events; i++)
      [snapshot] = transition(counter, snapshot, { type: 'tick', at: i, wall: i, entropy: i });
  });
  const kernel = median(() => {
    const run = new Run({ counter }, { seed: 1 });
    run.apply({ type: 'spawn', id: 'c', kind: 'counter' });
    for (let i = 0; i < events; i++) run.apply({ type: 'send', to: 'c', event: { type: 'tick' } });
  });
  return {
    name: 'events a second, as a share of the bare transition loop',
    value: bare / kernel,
    unit: '×',
    aim: '≥ 0.6',
    reached: bare / kernel >= 0.6,
    detail: `bare ${Math.round(events / bare)} events/ms, kernel ${Math.round(events / kernel)} events/ms, each with a command in the recipe`,
  };
};

const fleet = (pods: number, hours: number): { run: Run; seconds: number; megabytes: number } => {
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const from = performance.now();
  const run = new Run({ pod, vault }, { seed: 1 });
  run.apply({ type: 'spawn', id: 'vault', kind: 'vault' });
  for (let i = 0; i < pods; i++) run.apply({ type: 'spawn', id: `pod-${i}`, kind: 'pod', input: { ttl: HOUR + i } });
  run.advanceTo(hours * HOUR);
  const seconds = (performance.now() - from) / 1000;
  globalThis.gc?.();
  return { run, seconds, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 };
};

const seeks = (run: Run): number => {
  const times = Array.from({ length: 51 }, (_, i) => ((i * 7919) % 86_400) * 1000);
  const taken = times
    .map((t) => {
      const from = performance.now();
      run.seek(t);
      return performance.now() - from;
    })
    .sort((a, b) => a - b);
  return taken[25] ?? Number.NaN;
};

export const bench: Bench = {
  name: 'kernel',
  run: () => {
    const small = fleet(PODS / 10, 24);
    const large = fleet(PODS, 24);
    return [
      throughput(),
      {
        name: `${PODS} pods for 24 virtual hours`,
        value: large.seconds,
        unit: 's',
        aim: '≤ 20 s',
        reached: large.seconds <= 20,
        detail: `${large.run.history.length} entries; ${PODS / 10} pods: ${small.seconds.toPrecision(2)} s`,
      },
      {
        name: 'memory of ten times the pods',
        value: large.megabytes / small.megabytes,
        unit: '×',
        aim: '≤ 12 ×, that is linear',
        reached: large.megabytes / small.megabytes <= 12,
        detail: `${Math.round(large.megabytes)} MB against ${Math.round(small.megabytes)} MB`,
      },
      {
        name: 'seek anywhere in that run, median',
        value: seeks(large.run),
        unit: 'ms',
        aim: '≤ 16 ms',
        reached: seeks(large.run) <= 16,
      },
    ];
  },
};
