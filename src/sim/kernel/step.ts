import type { AnyStateMachine } from 'xstate';
import type { Command } from './command.ts';
import { type Effect, effects } from './effects.ts';
import { KernelError } from './errors.ts';
import { type Entry, type RequestEntry, stateText } from './history.ts';
import type { FailureReason } from './http.ts';
import { advance, begin, type Step } from './machine.ts';
import { NOBODY, parseOrigin, route, travel } from './network.ts';
import { type Pending, pop, push } from './queue.ts';
import { entropyOf, nextEntropy } from './random.ts';
import type { Time } from './time.ts';
import { drop, find, put } from './trie.ts';
import type { Actor, World } from './world.ts';

/** Messages of the kernel to itself. */
type Internal =
  | { readonly type: 'kernel.arrive'; readonly exchange: number; readonly host: string }
  | { readonly type: 'kernel.answer'; readonly exchange: number; readonly entry: number }
  | { readonly type: 'kernel.fail'; readonly exchange: number; readonly reason: FailureReason };

/** What the outside world is called where an actor's id stands. */
const OUTSIDE = '';
const OUTSIDE_ADDRESS = '192.0.2.10';

/** An entry before it is dated. */
type NewEntry = Entry extends infer E ? (E extends Entry ? Omit<E, 'at' | 'cause'> : never) : never;

const isInternal = (event: { readonly type: string }): event is Internal => event.type.startsWith('kernel.');

/**
 * Applies one thing after the other to a world: a due item of the queue, a command, the effects of a machine's step.
 * It holds the world that is being made; whoever calls it keeps or drops the result, so an error leaves no trace.
 */
export class Stepper {
  world: World;
  readonly #machines: Readonly<Record<string, AnyStateMachine>>;
  readonly #history: Entry[];
  #cause = -1;

  constructor(world: World, machines: Readonly<Record<string, AnyStateMachine>>, history: Entry[]) {
    this.world = world;
    this.#machines = machines;
    this.#history = history;
  }

  /** Deliver the first item of the queue; time moves to when it is due. */
  deliver(item: Pending): void {
    this.#set({
      queue: pop(this.world.queue),
      now: item.due,
      inFlight: this.world.inFlight - (item.timer === undefined ? 1 : 0),
    });
    this.#cause = item.cause;
    if (isInternal(item.event)) this.#carry(item.event);
    else this.#toActor(item);
  }

  /** Apply a command now. */
  command(command: Command): void {
    this.#cause = this.#record({ kind: 'command', command });
    this.#set({ applied: this.world.applied + 1 });
    const now = this.world.now;
    switch (command.type) {
      case 'spawn':
        this.#spawn(OUTSIDE, command.place ?? command.id, {
          id: command.id,
          kind: command.kind,
          ...(command.input && { input: command.input }),
          ...(command.address && { address: command.address }),
        });
        return;
      case 'stop':
        if (!find(this.world.actors, command.id))
          throw new KernelError('unknown actor', [command.id], now, 'there is no such actor to stop');
        this.#stop(command.id);
        return;
      case 'send':
        this.#send(OUTSIDE, command.to, command.event, 0);
        return;
      case 'request':
        this.#request(OUTSIDE, command.place ?? 'operator', command);
        return;
      case 'fault':
        this.#network({
          faults: [...this.world.network.faults.filter((f) => f.id !== command.fault.id), command.fault],
        });
        return;
      case 'heal':
        this.#network({ faults: this.world.network.faults.filter((f) => f.id !== command.id) });
        return;
      case 'skew': {
        const place = this.world.network.places[command.place] ?? { address: addressOf(command.place), skew: 0 };
        this.#network({
          places: { ...this.world.network.places, [command.place]: { ...place, skew: command.milliseconds } },
        });
        return;
      }
      case 'write':
        this.#write(OUTSIDE, 'operator', command.path, command.text, command.mode);
        return;
      case 'remove':
        this.#remove(OUTSIDE, 'operator', command.path);
        return;
      case 'note':
        return;
      default:
        throw new KernelError('bad command', [], now, `unknown command ${JSON.stringify(command)}`);
    }
  }

  // ---- actors

  #toActor(item: Pending): void {
    const actor = find(this.world.actors, item.to);
    if (!actor) return; // it ended while this was on its way
    if (item.timer !== undefined) {
      if (actor.timers[item.timer] !== item.seq) return; // cancelled, or started anew since
      this.#put({ ...actor, timers: omit(actor.timers, item.timer) });
    }
    this.#feed(item.to, item.event);
  }

  /** One event for one actor. */
  #feed(id: string, event: { readonly type: string }): void {
    const actor = this.#actor(id);
    const machine = this.#machine(actor.kind, id);
    const stamped = { ...event, ...this.#stamp(actor.place) };
    let step: Step;
    try {
      step = advance(machine, actor.snapshot, stamped);
    } catch (cause) {
      throw this.#failed(id, `in state ${stateText(actor.snapshot.value)} on event "${event.type}"`, cause);
    }
    this.#put({ ...actor, snapshot: step.snapshot });
    this.#settle(actor, step, event.type);
  }

  #spawn(
    parent: string,
    parentPlace: string,
    p: { id: string; kind: string; input?: object; place?: string; address?: string },
  ): void {
    const { now } = this.world;
    if (find(this.world.actors, p.id))
      throw new KernelError('bad effect', [p.id], now, 'an actor of this name is running already');
    const machine = this.#machine(p.kind, p.id);
    const place = p.place ?? parentPlace;
    const known = this.world.network.places[place];
    if (!known || (p.address !== undefined && p.address !== known.address)) {
      this.#network({
        places: {
          ...this.world.network.places,
          [place]: { skew: known?.skew ?? 0, address: p.address ?? known?.address ?? addressOf(place) },
        },
      });
    }
    let step: Step;
    try {
      step = begin(machine, { ...p.input, ...this.#stamp(place), self: p.id, place });
    } catch (cause) {
      throw this.#failed(p.id, 'while it started', cause);
    }
    const actor: Actor = {
      id: p.id,
      kind: p.kind,
      place,
      parent,
      children: [],
      snapshot: step.snapshot,
      timers: {},
      open: {},
      serving: [],
    };
    this.#put(actor);
    const owner = parent === OUTSIDE ? undefined : find(this.world.actors, parent);
    if (owner) this.#put({ ...owner, children: [...owner.children, p.id] });
    this.#record({ kind: 'spawned', actor: p.id, place, machine: p.kind });
    this.#settle(actor, step, 'start');
  }

  /** Record the states a step went through, carry out its effects, and end the actor if it is done. */
  #settle(before: Actor, step: Step, event: string): void {
    const { id, place, kind } = before;
    let from = event === 'start' ? '' : stateText(before.snapshot.value);
    for (const value of event === 'start' && step.values.length === 0 ? [step.snapshot.value] : step.values) {
      const to = stateText(value);
      if (to !== from) this.#record({ kind: 'state', actor: id, place, machine: kind, from, to, event });
      from = to;
    }
    for (const action of step.actions) this.#effect(id, place, action as Effect);
    if (step.snapshot.status !== 'done') return;
    const actor = find(this.world.actors, id);
    if (!actor) return;
    this.#stop(id);
    if (actor.parent !== OUTSIDE && find(this.world.actors, actor.parent)) {
      this.#enqueue(
        actor.parent,
        { type: 'actor.done', actor: id, output: step.snapshot.output } as { type: string },
        0,
      );
    }
  }

  #stop(id: string): void {
    const actor = find(this.world.actors, id);
    if (!actor) return;
    for (const child of actor.children) this.#stop(child);
    const owner = actor.parent === OUTSIDE ? undefined : find(this.world.actors, actor.parent);
    if (owner) this.#put({ ...owner, children: owner.children.filter((c) => c !== id) });
    this.#set({ actors: drop(this.world.actors, id) });
    const { listeners } = this.world.network;
    // The names stay known: a call then meets a closed port, not an unknown host.
    if (Object.values(listeners).some((l) => l.actor === id)) {
      this.#network({
        listeners: Object.fromEntries(
          Object.entries(listeners).map(([h, l]) => [h, l.actor === id ? { ...l, actor: NOBODY } : l]),
        ),
      });
    }
    for (const exchange of actor.serving)
      this.#internal({ type: 'kernel.fail', exchange, reason: 'closed' }, this.world.network.latency);
    this.#record({ kind: 'stopped', actor: id, place: actor.place, machine: actor.kind });
  }

  // ---- effects

  #effect(
    id: string,
    place: string,
    effect: Effect | { type: 'xstate.raise' | 'xstate.cancel'; params: unknown },
  ): void {
    const p = effect.params as never;
    switch (effect.type) {
      case 'xstate.raise': {
        const { event, id: timer, delay } = p as { event: { type: string }; id: string; delay: number };
        this.#timer(id, timer, event, delay ?? 0);
        return;
      }
      case 'xstate.cancel': {
        const actor = find(this.world.actors, id);
        const { sendId } = p as { sendId: string };
        if (actor && sendId in actor.timers) this.#put({ ...actor, timers: omit(actor.timers, sendId) });
        return;
      }
      case 'request':
        return this.#request(id, place, p);
      case 'abort':
        return this.#abort(id, (p as { id: string }).id);
      case 'respond':
      case 'chunk':
        return this.#answer(id, place, effect.type === 'respond' ? 'response' : 'chunk', p);
      case 'drop': {
        const { exchange } = p as { exchange: number };
        this.#served(id, exchange);
        this.#internal({ type: 'kernel.fail', exchange, reason: 'closed' }, this.world.network.latency);
        return;
      }
      case 'listen': {
        const { host, ...rest } = p as { host: string; authority?: string; notAfter?: number };
        this.#network({ listeners: { ...this.world.network.listeners, [host]: { actor: id, place, ...rest } } });
        return;
      }
      case 'unlisten':
        return this.#unlisten((p as { host: string }).host);
      case 'send': {
        const { to, event, delay } = p as { to: string; event: { type: string }; delay?: Time };
        return this.#send(id, to, event, delay ?? 0);
      }
      case 'spawn':
        return this.#spawn(id, place, p);
      case 'stop':
        return this.#stop((p as { id: string }).id);
      case 'log': {
        const { text, level, logger } = p as { text: string; level?: 'info'; logger?: string };
        this.#record({ kind: 'log', actor: id, place, level: level ?? 'info', logger: logger ?? '', text });
        return;
      }
      case 'write': {
        const { path, text, mode } = p as { path: string; text: string; mode?: string };
        return this.#write(id, place, path, text, mode);
      }
      case 'append': {
        const { path, text } = p as { path: string; text: string };
        const file = find(this.world.files, path);
        return this.#write(id, place, path, (file?.text ?? '') + text, file?.mode);
      }
      case 'remove':
        return this.#remove(id, place, (p as { path: string }).path);
      case 'read': {
        const { id: name, path } = p as { id: string; path: string };
        const text = find(this.world.files, path)?.text ?? null;
        this.#enqueue(id, { type: 'file.content', id: name, path, text } as { type: string }, 0);
        return;
      }
      default: {
        const { type } = effect as { type: string };
        throw new KernelError(
          'bad effect',
          [id],
          this.world.now,
          `"${type}" is not something an actor can do to the world; known: ${Object.keys(effects).join(', ')}`,
        );
      }
    }
  }

  #unlisten(host: string): void {
    const { listeners } = this.world.network;
    const listener = listeners[host];
    if (listener) this.#network({ listeners: { ...listeners, [host]: { ...listener, actor: NOBODY } } });
  }

  #send(from: string, to: string, event: { readonly type: string }, delay: Time): void {
    if (!find(this.world.actors, to)) {
      throw new KernelError(
        'unknown actor',
        [to],
        this.world.now,
        `the event "${event.type}" from ${from || 'outside'} has no receiver`,
      );
    }
    this.#enqueue(to, event, delay);
  }

  #timer(id: string, timer: string, event: { readonly type: string }, delay: Time): void {
    const actor = find(this.world.actors, id);
    if (!actor) return;
    const seq = this.world.seq;
    this.#queue({ due: this.world.now + Math.max(0, delay), seq, to: id, event, cause: this.#cause, timer });
    this.#put({ ...actor, timers: { ...actor.timers, [timer]: seq } });
  }

  // ---- files

  #write(actor: string, place: string, path: string, text: string, mode = '0644'): void {
    this.#set({ files: put(this.world.files, path, { text, mode, at: this.world.now }) });
    this.#record({ kind: 'file', actor, place, path, text, mode });
  }

  #remove(actor: string, place: string, path: string): void {
    if (!find(this.world.files, path)) return;
    this.#set({ files: drop(this.world.files, path) });
    this.#record({ kind: 'file', actor, place, path, text: null, mode: '' });
  }

  // ---- network

  #request(
    id: string,
    place: string,
    p: {
      id: string;
      to: string;
      method: string;
      path: string;
      headers?: Readonly<Record<string, string>>;
      body?: unknown;
      trust?: readonly string[];
      timeout?: Time;
    },
  ): void {
    const net = this.world.network;
    const luck = net.faults.some((f) => f.effect === 'loss') ? this.#draw() / 0x1_0000_0000 : 0;
    const way = route(net, place, p.to, p.trust, luck, this.#wall(place));
    const toPlace = way.kind === 'delivered' ? way.listener.place : way.toPlace;
    const exchange = this.#record({
      kind: 'request',
      name: p.id,
      actor: id,
      place,
      toPlace,
      origin: p.to,
      method: p.method,
      path: p.path,
      headers: p.headers ?? {},
      body: p.body ?? null,
    });
    const client = id === OUTSIDE ? undefined : this.#actor(id);
    if (client) {
      if (p.id in client.open)
        throw new KernelError(
          'bad effect',
          [id],
          this.world.now,
          `its request "${p.id}" is still open; name the new one otherwise or abort the old one`,
        );
      this.#put({ ...client, open: { ...client.open, [p.id]: exchange } });
    }
    const cause = this.#cause;
    this.#cause = exchange;
    if (way.kind === 'delivered')
      this.#internal({ type: 'kernel.arrive', exchange, host: parseOrigin(p.to).host }, way.latency);
    else if (way.kind === 'failed') this.#internal({ type: 'kernel.fail', exchange, reason: way.reason }, way.after);
    if (p.timeout !== undefined)
      this.#internal({ type: 'kernel.fail', exchange, reason: 'timeout' }, p.timeout, `timeout ${exchange}`);
    this.#cause = cause;
  }

  #answer(
    id: string,
    place: string,
    kind: 'response' | 'chunk',
    p: { exchange: number; status?: number; headers?: Readonly<Record<string, string>>; body?: unknown },
  ): void {
    const request = this.#requestOf(p.exchange, id);
    if (kind === 'response') this.#served(id, p.exchange);
    const entry = this.#record({
      kind,
      exchange: p.exchange,
      status: p.status ?? 200,
      headers: p.headers ?? {},
      body: p.body ?? null,
    });
    const cause = this.#cause;
    this.#cause = entry;
    const latency = travel(this.world.network, place, request.place);
    if (latency !== null) this.#internal({ type: 'kernel.answer', exchange: p.exchange, entry }, latency);
    this.#cause = cause;
  }

  #carry(event: Internal): void {
    const request = this.#requestOf(event.exchange, '');
    const { name } = request;
    const client = request.actor === OUTSIDE ? undefined : find(this.world.actors, request.actor);
    const waiting = client ? client.open[name] === event.exchange : request.actor === OUTSIDE;
    if (event.type === 'kernel.arrive') {
      const listener = this.world.network.listeners[event.host];
      const server = listener && find(this.world.actors, listener.actor);
      if (!listener || !server)
        return this.#carry({ type: 'kernel.fail', exchange: event.exchange, reason: 'refused' });
      this.#put({ ...server, serving: [...server.serving, event.exchange] });
      this.#feed(server.id, {
        type: 'http.request',
        exchange: event.exchange,
        from: request.actor,
        place: request.place,
        remote: this.world.network.places[request.place]?.address ?? OUTSIDE_ADDRESS,
        host: event.host,
        method: request.method,
        path: request.path,
        headers: request.headers,
        body: request.body,
      } as { type: string });
      return;
    }
    if (!waiting) return; // the client gave up, or is gone
    if (event.type === 'kernel.fail') {
      if (client === undefined && this.#isAnswered(event.exchange)) return;
      const entry = this.#record({ kind: 'failure', exchange: event.exchange, reason: event.reason });
      this.#cause = entry;
      if (!client) return;
      this.#put({ ...client, open: omit(client.open, name) });
      this.#feed(client.id, {
        type: 'http.failure',
        id: name,
        exchange: event.exchange,
        reason: event.reason,
        origin: request.origin,
      } as { type: string });
      return;
    }
    if (!client) return;
    const answer = this.#history[event.entry];
    if (answer?.kind !== 'response' && answer?.kind !== 'chunk') return;
    const { kind, exchange, status, headers, body } = answer;
    if (kind === 'response') this.#put({ ...client, open: omit(client.open, name) });
    const arrived =
      kind === 'response'
        ? { type: 'http.response', id: name, exchange, status, headers, body }
        : { type: 'http.chunk', id: name, exchange, body };
    this.#feed(client.id, arrived as { type: string });
  }

  #abort(id: string, name: string): void {
    const actor = this.#actor(id);
    const exchange = actor.open[name];
    if (exchange === undefined) return;
    this.#put({ ...actor, open: omit(actor.open, name) });
    this.#record({ kind: 'failure', exchange, reason: 'aborted' });
  }

  #served(id: string, exchange: number): void {
    const server = find(this.world.actors, id);
    if (server?.serving.includes(exchange))
      this.#put({ ...server, serving: server.serving.filter((e) => e !== exchange) });
  }

  /** Only for requests from outside, whose answer nobody receives: has one been recorded? */
  #isAnswered(exchange: number): boolean {
    for (let i = exchange + 1; i < this.world.length; i++) {
      const e = this.#history[i];
      if (e && (e.kind === 'response' || e.kind === 'failure') && e.exchange === exchange) return true;
    }
    return false;
  }

  #requestOf(exchange: number, by: string): RequestEntry {
    const entry = this.#history[exchange];
    if (entry?.kind !== 'request' || exchange >= this.world.length) {
      throw new KernelError('bad effect', [by], this.world.now, `there is no exchange ${exchange} to answer`);
    }
    return entry;
  }

  // ---- small things

  #set(change: Partial<World>): void {
    this.world = { ...this.world, ...change };
  }

  #network(change: Partial<World['network']>): void {
    this.#set({ network: { ...this.world.network, ...change } });
  }

  #put(actor: Actor): void {
    this.#set({ actors: put(this.world.actors, actor.id, actor) });
  }

  #actor(id: string): Actor {
    const actor = find(this.world.actors, id);
    if (!actor) throw new KernelError('unknown actor', [id], this.world.now, 'there is no such actor');
    return actor;
  }

  #machine(kind: string, id: string): AnyStateMachine {
    const machine = this.#machines[kind];
    if (!machine)
      throw new KernelError(
        'unknown kind',
        [id],
        this.world.now,
        `no machine of kind "${kind}"; known: ${Object.keys(this.#machines).sort().join(', ')}`,
      );
    return machine;
  }

  #failed(id: string, where: string, cause: unknown): KernelError {
    return new KernelError(
      'actor failed',
      [id],
      this.world.now,
      `${where}: ${cause instanceof Error ? cause.message : String(cause)}`,
      cause,
    );
  }

  #queue(item: Pending): void {
    const w = this.world;
    this.#set({
      queue: push(w.queue, item),
      seq: w.seq + 1,
      inFlight: w.inFlight + (item.timer === undefined ? 1 : 0),
    });
  }

  #enqueue(to: string, event: { readonly type: string }, delay: Time): void {
    this.#queue({ due: this.world.now + delay, seq: this.world.seq, to, event, cause: this.#cause });
  }

  #internal(event: Internal, delay: Time, timer?: string): void {
    this.#queue({
      due: this.world.now + delay,
      seq: this.world.seq,
      to: OUTSIDE,
      event,
      cause: this.#cause,
      ...(timer !== undefined && { timer }),
    });
  }

  #wall(place: string): number {
    return this.world.epoch + this.world.now + (this.world.network.places[place]?.skew ?? 0);
  }

  #draw(): number {
    const entropy = nextEntropy(this.world.entropy);
    this.#set({ entropy });
    return entropyOf(entropy);
  }

  #stamp(place: string): { at: Time; wall: number; entropy: number } {
    return { at: this.world.now, wall: this.#wall(place), entropy: this.#draw() };
  }

  /** Append to the history; on a replay of what is known already, only count. Returns the entry's index. */
  #record(entry: NewEntry): number {
    const index = this.world.length;
    if (index >= this.#history.length)
      this.#history.push({ ...entry, at: this.world.now, cause: this.#cause } as Entry);
    this.#set({ length: index + 1 });
    return index;
  }
}

const omit = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> => {
  const { [key]: _, ...rest } = record;
  return rest;
};

/** An address in 10.0.0.0/8 for a place that was given none: the same name has the same address everywhere. */
const addressOf = (place: string): string => {
  let h = 7;
  for (let i = 0; i < place.length; i++) h = (Math.imul(h, 31) + place.charCodeAt(i)) >>> 0;
  return `10.${(h >>> 16) & 127}.${(h >>> 8) & 255}.${1 + (h % 254)}`;
};
