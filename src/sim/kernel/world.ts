import type { AnyMachineSnapshot } from 'xstate';
import type { Network } from './network.ts';
import type { Heap } from './queue.ts';
import { DEFAULT_EPOCH, type Time, type Wall } from './time.ts';
import type { Trie } from './trie.ts';

/** An actor as the world keeps it. */
export interface Actor {
  readonly id: string;
  readonly kind: string;
  readonly place: string;
  /** Who spawned it; `''`: the recipe. */
  readonly parent: string;
  readonly children: readonly string[];
  readonly snapshot: AnyMachineSnapshot;
  /** Timers that are running: name → sequence number in the queue. */
  readonly timers: Readonly<Record<string, number>>;
  /** Its own open requests: name → exchange. */
  readonly open: Readonly<Record<string, number>>;
  /** Exchanges that wait for its answer. */
  readonly serving: readonly number[];
}

export interface File {
  readonly text: string;
  readonly mode: string;
  readonly at: Time;
}

/** The state of everything at one moment. Never changed in place, so keeping one costs a pointer. */
export interface World {
  readonly now: Time;
  readonly epoch: Wall;
  /** State of the random generator, stepped once a delivered event. */
  readonly entropy: number;
  /** Number of things ever queued. */
  readonly seq: number;
  readonly actors: Trie<Actor>;
  readonly files: Trie<File>;
  readonly queue: Heap;
  /** Things in the queue that are not timers: messages that will arrive whatever happens. */
  readonly inFlight: number;
  readonly network: Network;
  /** Entries of the history that have happened. */
  readonly length: number;
  /** Commands of the recipe that have been applied. */
  readonly applied: number;
}

/** How a world begins. */
export interface Setup {
  /** Any integer. The same seed and commands give the same history, byte for byte. */
  readonly seed: number;
  /** Unix milliseconds of virtual time 0. */
  readonly epoch?: Wall;
  /** Milliseconds one way between any two places; 1 unless said. */
  readonly latency?: Time;
}

export const newWorld = (setup: Setup): World => ({
  now: 0,
  epoch: setup.epoch ?? DEFAULT_EPOCH,
  entropy: setup.seed >>> 0,
  seq: 0,
  actors: null,
  files: null,
  queue: null,
  inFlight: 0,
  network: { latency: setup.latency ?? 1, listeners: {}, places: {}, faults: [] },
  length: 0,
  applied: 0,
});
