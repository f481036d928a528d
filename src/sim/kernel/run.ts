import type { AnyStateMachine } from 'xstate';
import type { Command } from './command.ts';
import { Draft } from './draft.ts';
import { KernelError } from './errors.ts';
import type { Entry } from './history.ts';
import { guardAgainstLoops } from './machine.ts';
import { applyCommand, takeNext } from './step.ts';
import type { Time } from './time.ts';
import { entries, find } from './trie.ts';
import { type Actor, type File, newWorld, type Setup, type World } from './world.ts';

/** A checkpoint is kept after so many events; a seek replays at most that many. */
const CHECKPOINT_EVERY = 256;
/** Events one actor may receive at one instant before that counts as a loop. */
const LOOP_LIMIT = 20_000;

/** A command with the time at which it was given. */
export interface Timed {
  readonly at: Time;
  readonly command: Command;
}

/** Everything that determines a run. */
export interface Recipe {
  readonly setup: Setup;
  readonly commands: readonly Timed[];
}

/**
 * One run of a world: the present moment, the history up to it, and the recipe that led here. Time moves forwards by
 * `advanceTo` and `settle`, and anywhere by `seek`; a command given in the past discards what was known of the future.
 */
export class Run {
  readonly setup: Setup;
  readonly #machines: Readonly<Record<string, AnyStateMachine>>;
  #world: World;
  #history: Entry[] = [];
  #commands: Timed[] = [];
  #checkpoints: World[] = [];
  #sinceCheckpoint = 0;
  #end: Time = 0;
  #instant: { at: Time; count: Map<string, number> } = { at: -1, count: new Map() };

  /**
   * @param machines every kind of actor the world may start, by kind
   * @param setup seed, epoch, latency
   */
  constructor(machines: Readonly<Record<string, AnyStateMachine>>, setup: Setup) {
    for (const machine of Object.values(machines)) guardAgainstLoops(machine);
    this.setup = setup;
    this.#machines = machines;
    this.#world = newWorld(setup);
    this.#checkpoints.push(this.#world);
  }

  /** A run that plays a recipe up to `until` (default: to its last command). */
  static play(machines: Readonly<Record<string, AnyStateMachine>>, recipe: Recipe, until?: Time): Run {
    const run = new Run(machines, recipe.setup);
    for (const { at, command } of recipe.commands) {
      if (until !== undefined && at > until) break;
      run.advanceTo(at);
      run.apply(command);
    }
    if (until !== undefined) run.advanceTo(until);
    return run;
  }

  /** Virtual milliseconds. */
  get now(): Time {
    return this.#world.now;
  }

  /** The latest moment this run has ever reached; one can seek up to here without changing anything. */
  get end(): Time {
    return this.#end;
  }

  /** The present state of everything. */
  get world(): World {
    return this.#world;
  }

  /** What has happened up to now. */
  get history(): readonly Entry[] {
    return this.#world.length === this.#history.length ? this.#history : this.#history.slice(0, this.#world.length);
  }

  /** What has happened, and what is known to happen later when one has gone back in time. */
  get known(): readonly Entry[] {
    return this.#history;
  }

  get recipe(): Recipe {
    return { setup: this.setup, commands: this.#commands.slice() };
  }

  actor(id: string): Actor | undefined {
    return find(this.#world.actors, id);
  }

  /** Ids of all running actors, sorted. */
  actors(): string[] {
    return entries(this.#world.actors).map(([id]) => id);
  }

  file(path: string): File | undefined {
    return find(this.#world.files, path);
  }

  /** All files, sorted by path. */
  files(): [string, File][] {
    return entries(this.#world.files);
  }

  /**
   * Apply a command now, and everything that follows from it at this instant.
   * @returns the index of the command's entry in the history; for a request the exchange's number is that plus one
   * @throws KernelError; the world is then as it was
   */
  apply(command: Command): number {
    const before = this.#world;
    this.#forgetFuture();
    const index = before.length;
    this.#atomically(() => {
      this.#commands.push({ at: before.now, command });
      this.#step((draft) => applyCommand(draft, command));
      this.#drain(before.now);
    });
    this.#checkpoint();
    return index;
  }

  /**
   * Let time pass until `time`, all events due then included. Commands already known for that span (after going back)
   * are applied again at their times.
   * @throws KernelError; the world is then as it was before the call
   */
  advanceTo(time: Time): void {
    if (time < this.#world.now)
      throw new KernelError(
        'bad command',
        [],
        this.#world.now,
        `cannot advance to ${time}, which is in the past; use seek`,
      );
    this.#atomically(() => {
      for (;;) {
        const next = this.#commands[this.#world.applied];
        const until = next && next.at <= time ? next.at : time;
        this.#drain(until);
        if (!next || next.at > time) break;
        this.#step((draft) => applyCommand(draft, next.command));
        this.#drain(next.at);
      }
    });
    this.#end = Math.max(this.#end, this.#world.now);
  }

  /**
   * Let time pass until no message is under way any more (running timers do not count), at most `limit` milliseconds.
   * @returns whether it became quiet
   */
  settle(limit: Time = 60_000): boolean {
    return this.advanceUntil(() => this.#world.inFlight === 0, limit);
  }

  /**
   * Let time pass, event by event, until a condition holds, at most `limit` milliseconds (then `now` is that much later).
   * @returns whether the condition was met
   */
  advanceUntil(condition: () => boolean, limit: Time): boolean {
    const until = this.#world.now + limit;
    while (!condition()) {
      const next = this.#world.queue;
      const command = this.#commands[this.#world.applied];
      if (command && command.at <= until && !(next && next.item.due <= command.at)) this.advanceTo(command.at);
      else if (next && next.item.due <= until) this.#atomically(() => this.#deliverNext());
      else {
        this.advanceTo(until);
        return condition();
      }
    }
    this.#end = Math.max(this.#end, this.#world.now);
    return true;
  }

  /** Go to any time up to `end`, backwards or forwards, or further by letting time pass. */
  seek(time: Time): void {
    this.near(time);
    this.advanceTo(time);
  }

  /**
   * Go to the latest kept moment that is not after `time`; nothing happens when the present moment is later than that
   * and not after `time` either. What is left to go is at most a few hundred events where `time` has been reached before.
   */
  near(time: Time): void {
    let low = 0;
    let high = this.#checkpoints.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#checkpoints[middle]?.now ?? 0) <= time) low = middle;
      else high = middle;
    }
    const start = this.#checkpoints[low];
    if (start && (time < this.#world.now || start.length > this.#world.length)) this.#world = start;
  }

  /** Another run that shares this one's past and then goes its own way. */
  branch(): Run {
    const other = new Run(this.#machines, this.setup);
    other.#world = this.#world;
    other.#history = this.#history.slice(0, this.#world.length);
    other.#commands = this.#commands.slice(0, this.#world.applied);
    other.#checkpoints = this.#checkpoints.filter((c) => c.length <= this.#world.length);
    other.#end = this.#world.now;
    return other;
  }

  /** The earliest moment after now at which something is due, or `undefined`. */
  nextDue(): Time | undefined {
    return this.#world.queue?.item.due;
  }

  #deliverNext(): void {
    const item = this.#world.queue?.item;
    if (!item) return;
    this.#watchForLoops(item.due, item.to || item.event.type);
    this.#step((draft) => takeNext(draft, item));
    if (++this.#sinceCheckpoint >= CHECKPOINT_EVERY) this.#checkpoint();
  }

  #drain(until: Time): void {
    for (let next = this.#world.queue; next !== null && next.item.due <= until; next = this.#world.queue)
      this.#deliverNext();
    if (this.#world.now < until) this.#world = { ...this.#world, now: until };
  }

  #step(action: (draft: Draft) => void): void {
    const draft = new Draft(this.#world, this.#machines, this.#history);
    action(draft);
    this.#world = draft.world;
  }

  #atomically(action: () => void): void {
    const before = this.#world;
    const commands = this.#commands.length;
    const known = this.#history.length;
    try {
      action();
    } catch (error) {
      this.#world = before;
      this.#history.length = Math.min(this.#history.length, known);
      this.#commands.length = Math.min(this.#commands.length, commands);
      this.#checkpoints = this.#checkpoints.filter((c) => c.length <= Math.max(before.length, known));
      throw error;
    }
  }

  #checkpoint(): void {
    this.#sinceCheckpoint = 0;
    const last = this.#checkpoints.at(-1);
    if (!last || this.#world.length > last.length) this.#checkpoints.push(this.#world);
  }

  #forgetFuture(): void {
    const { length, applied, now } = this.#world;
    if (this.#history.length === length && this.#commands.length === applied) return;
    this.#history.length = length;
    this.#commands.length = applied;
    this.#checkpoints = this.#checkpoints.filter((c) => c.length <= length);
    this.#end = now;
  }

  #watchForLoops(at: Time, actor: string): void {
    if (this.#instant.at !== at) this.#instant = { at, count: new Map() };
    const { count } = this.#instant;
    const n = (count.get(actor) ?? 0) + 1;
    count.set(actor, n);
    if (n <= LOOP_LIMIT) return;
    const busy = [...count]
      .filter(([, c]) => c > LOOP_LIMIT / 2)
      .map(([name]) => name)
      .sort();
    count.clear();
    throw new KernelError('endless loop', busy, at, `more than ${LOOP_LIMIT} events at one instant`);
  }
}
