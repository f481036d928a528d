import type { AnyStateMachine } from 'xstate';
import { KernelError } from './errors.ts';
import type { Entry, RequestEntry } from './history.ts';
import type { FailureReason } from './http.ts';
import { type Network, NOBODY, OUTSIDE_ADDRESS } from './network.ts';
import { type Pending, push } from './queue.ts';
import { entropyOf, nextEntropy } from './random.ts';
import type { Time, Wall } from './time.ts';
import { drop, find, put } from './trie.ts';
import type { Actor, World } from './world.ts';

/** What the outside world is called where an actor's id stands. */
export const OUTSIDE = '';

/** Messages of the network to itself. */
export type Carriage =
  | { readonly type: 'kernel.arrive'; readonly exchange: number; readonly host: string }
  | { readonly type: 'kernel.answer'; readonly exchange: number; readonly entry: number }
  | { readonly type: 'kernel.fail'; readonly exchange: number; readonly reason: FailureReason };

/** An entry before it is dated. */
type Undated = Entry extends infer E ? (E extends Entry ? Omit<E, 'at' | 'cause'> : never) : never;

/**
 * The world that is being made. The rules (actors, exchanges, effects) change it through these few operations; whoever
 * started them keeps or drops the result, so an error leaves no trace.
 */
export class Draft {
  world: World;
  /** Entry of the history that whatever happens next is a consequence of. */
  cause = -1;
  readonly machines: Readonly<Record<string, AnyStateMachine>>;
  readonly #history: Entry[];

  constructor(world: World, machines: Readonly<Record<string, AnyStateMachine>>, history: Entry[]) {
    this.world = world;
    this.machines = machines;
    this.#history = history;
  }

  get now(): Time {
    return this.world.now;
  }

  set(change: Partial<World>): void {
    this.world = { ...this.world, ...change };
  }

  setNetwork(change: Partial<Network>): void {
    this.set({ network: { ...this.world.network, ...change } });
  }

  // ---- actors

  find(id: string): Actor | undefined {
    return find(this.world.actors, id);
  }

  actor(id: string): Actor {
    return this.find(id) ?? this.fail('unknown actor', id, 'there is no such actor');
  }

  put(actor: Actor): void {
    this.set({ actors: put(this.world.actors, actor.id, actor) });
  }

  removeActor(id: string): void {
    this.set({ actors: drop(this.world.actors, id) });
  }

  machine(kind: string, id: string): AnyStateMachine {
    return (
      this.machines[kind] ??
      this.fail(
        'unknown kind',
        id,
        `no machine of kind "${kind}"; known: ${Object.keys(this.machines).sort().join(', ')}`,
      )
    );
  }

  // ---- time and chance

  wall(place: string): Wall {
    return this.world.epoch + this.world.now + (this.world.network.places[place]?.skew ?? 0);
  }

  /** The next number of the world's generator: an unsigned 32-bit integer. */
  draw(): number {
    const entropy = nextEntropy(this.world.entropy);
    this.set({ entropy });
    return entropyOf(entropy);
  }

  stamp(place: string): { at: Time; wall: Wall; entropy: number } {
    return { at: this.world.now, wall: this.wall(place), entropy: this.draw() };
  }

  // ---- the queue

  queue(item: Omit<Pending, 'seq' | 'cause'>): number {
    const w = this.world;
    const full = { ...item, seq: w.seq, cause: this.cause };
    this.set({
      queue: push(w.queue, full),
      seq: w.seq + 1,
      inFlight: w.inFlight + (item.timer === undefined ? 1 : 0),
    });
    return full.seq;
  }

  enqueue(to: string, event: { readonly type: string }, delay: Time): void {
    this.queue({ due: this.world.now + delay, to, event });
  }

  carry(event: Carriage, delay: Time, timer?: string): void {
    this.queue({ due: this.world.now + delay, to: OUTSIDE, event, ...(timer !== undefined && { timer }) });
  }

  /** Do something as a consequence of an entry of the history. */
  because(entry: number, action: () => void): void {
    const { cause } = this;
    this.cause = entry;
    action();
    this.cause = cause;
  }

  // ---- the history

  /** Append to the history; on a replay of what is known already, only count. Returns the entry's index. */
  record(entry: Undated): number {
    const index = this.world.length;
    if (index >= this.#history.length) this.#history.push({ ...entry, at: this.world.now, cause: this.cause } as Entry);
    this.set({ length: index + 1 });
    return index;
  }

  entry(index: number): Entry | undefined {
    return index < this.world.length ? this.#history[index] : undefined;
  }

  /** What an actor, and those whose ids begin with `<actor>/`, have logged so far. */
  logsOf(actor: string): { at: Time; level: string; logger: string; text: string }[] {
    const below = `${actor}/`;
    const lines = [];
    for (let i = 0; i < this.world.length; i++) {
      const e = this.#history[i];
      if (e?.kind !== 'log' || (e.actor !== actor && !e.actor.startsWith(below))) continue;
      lines.push({ at: e.at, level: e.level, logger: e.logger, text: e.text });
    }
    return lines;
  }

  requestOf(exchange: number, by: string): RequestEntry {
    const entry = this.entry(exchange);
    return entry?.kind === 'request'
      ? entry
      : this.fail('bad effect', by, `there is no exchange ${exchange} to answer`);
  }

  // ---- names and addresses

  addressOf(place: string): string {
    return this.world.network.places[place]?.address ?? OUTSIDE_ADDRESS;
  }

  /** Close a listener; its name stays known, so a call meets a closed port and not an unknown host. */
  closeListeners(which: (host: string, actor: string) => boolean): void {
    const { listeners } = this.world.network;
    const closed = Object.entries(listeners).filter(([host, l]) => l.actor !== NOBODY && which(host, l.actor));
    if (closed.length === 0) return;
    this.setNetwork({
      listeners: { ...listeners, ...Object.fromEntries(closed.map(([host, l]) => [host, { ...l, actor: NOBODY }])) },
    });
  }

  fail(code: ConstructorParameters<typeof KernelError>[0], actor: string, message: string): never {
    throw new KernelError(code, actor === OUTSIDE ? [] : [actor], this.world.now, message);
  }
}
