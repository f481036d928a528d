import type { SigningKey } from '../../jwt/index.ts';
import type { Effect, KernelEvent, Stamped } from '../../kernel/index.ts';
import { find, type Trie } from '../../kernel/trie.ts';
import type { KubeObject } from '../api/object.ts';
import { messageOf, requestOf } from '../client/client.ts';
import { type Note, type Told, tell } from '../client/events.ts';
import { dropped, type Informer, informed, noted, type Seen } from '../client/informer.ts';
import type { Controller, View, Work } from './controller.ts';
import { CONTROLLERS } from './index.ts';

/** Wait after the first failure of an object, doubled each time (client-go: DefaultTypedControllerRateLimiter). */
const FIRST_RETRY = 5;
const MAX_RETRY = 1_000_000;

/** A write on its way: for whom, and what. */
interface InFlight {
  readonly item: string;
  readonly work: Work;
}

export interface Queue {
  readonly token: string;
  readonly authority: string;
  readonly signingKey: SigningKey | null;
  readonly informers: Readonly<Record<string, Informer>>;
  /** Objects to look at, as `<index of the controller> <key>`. */
  readonly pending: readonly string[];
  /** Objects with writes on their way, and whether something changed meanwhile. */
  readonly busy: Readonly<Record<string, { readonly calls: number; readonly again: boolean }>>;
  readonly inFlight: Readonly<Record<string, InFlight>>;
  readonly failures: Readonly<Record<string, number>>;
  readonly told: Told;
  readonly next: number;
}

/** What happened in one event: the queue after it, what is to be sent, and when to look again at what. */
export interface Turn {
  readonly queue: Queue;
  readonly effects: readonly Effect[];
  readonly timers: readonly { readonly id: string; readonly delay: number }[];
}

/** Mutable while one event is handled; its result is plain data. */
export class Worker {
  #queue: Queue;
  readonly #effects: Effect[] = [];
  readonly #timers: { id: string; delay: number }[] = [];
  readonly #wall: number;

  constructor(queue: Queue, wall: number) {
    this.#queue = queue;
    this.#wall = wall;
  }

  get turn(): Turn {
    return { queue: this.#queue, effects: this.#effects, timers: this.#timers };
  }

  /** Take an event of the kernel: news of a collection, or the answer to a write. */
  take(event: Stamped<KernelEvent>): void {
    for (const informer of Object.values(this.#queue.informers)) {
      const step = informed(informer, this.#queue.token, event);
      if (!step) continue;
      this.#keep(step.informer);
      this.#effects.push(...step.effects);
      if (step.retryAfter !== undefined) this.#timers.push({ id: `list ${informer.name}`, delay: step.retryAfter });
      this.#seen(step.seen);
      return;
    }
    if (event.type === 'http.response' || event.type === 'http.failure') this.#answered(event);
  }

  /** Look at an object again, because its time has come. */
  wake(item: string): void {
    this.#push(item);
  }

  /** Reconcile everything that is pending, once all collections are known. */
  run(): void {
    if (Object.values(this.#queue.informers).some((i) => i.revision === '')) return;
    for (let item = this.#queue.pending[0]; item !== undefined; item = this.#queue.pending[0]) {
      this.#set({ pending: this.#queue.pending.slice(1) });
      this.#reconcile(item);
    }
  }

  #set(change: Partial<Queue>): void {
    this.#queue = { ...this.#queue, ...change };
  }

  #keep(informer: Informer): void {
    this.#set({ informers: { ...this.#queue.informers, [informer.name]: informer } });
  }

  #push(item: string): void {
    const busy = this.#queue.busy[item];
    if (busy) this.#set({ busy: { ...this.#queue.busy, [item]: { ...busy, again: true } } });
    else if (!this.#queue.pending.includes(item)) this.#set({ pending: [...this.#queue.pending, item] });
  }

  #seen(seen: readonly Seen[]): void {
    const view = this.#view();
    for (const change of seen)
      CONTROLLERS.forEach((controller, i) => {
        for (const key of controller.concerns(change, view)) this.#push(`${i} ${key}`);
      });
  }

  #view(): View {
    const { informers, authority, signingKey } = this.#queue;
    return {
      list: (resource, namespace) => {
        const all = valuesOf(informers[resource]?.objects ?? null);
        return namespace === '' ? all : all.filter((o) => o.metadata.namespace === namespace);
      },
      get: (resource, key) => find(informers[resource]?.objects ?? null, key),
      authority,
      signingKey,
      wall: this.#wall,
    };
  }

  #reconcile(item: string): void {
    const { controller, object } = this.#target(item);
    if (!controller || !object) return;
    const plan = controller.reconcile(object, this.#view());
    for (const work of plan.work) {
      const id = `write ${this.#queue.next}`;
      this.#set({ next: this.#queue.next + 1, inFlight: { ...this.#queue.inFlight, [id]: { item, work } } });
      this.#effects.push({ type: 'request', params: requestOf(id, this.#queue.token, work.call) });
    }
    if (plan.work.length > 0)
      this.#set({ busy: { ...this.#queue.busy, [item]: { calls: plan.work.length, again: false } } });
    if (plan.again !== undefined) this.#timers.push({ id: `wake ${item}`, delay: plan.again });
  }

  #target(item: string): { controller: Controller | undefined; object: KubeObject | undefined } {
    const cut = item.indexOf(' ');
    const controller = CONTROLLERS[Number(item.slice(0, cut))];
    return {
      controller,
      object: controller && find(this.#queue.informers[controller.resource]?.objects ?? null, item.slice(cut + 1)),
    };
  }

  #answered(event: { type: string; id: string; status?: number; body?: unknown }): void {
    const flight = this.#queue.inFlight[event.id];
    if (!flight) return;
    const { item, work } = flight;
    const { [event.id]: _, ...inFlight } = this.#queue.inFlight;
    this.#set({ inFlight });
    const status = event.status ?? 0;
    const gone = work.call.method === 'DELETE' && status === 404;
    if (gone || (status >= 200 && status < 300)) this.#succeeded(item, work, event.body);
    else this.#failed(item, work, messageOf(event.body));
    const busy = this.#queue.busy[item];
    if (!busy) return;
    if (busy.calls > 1) {
      this.#set({ busy: { ...this.#queue.busy, [item]: { ...busy, calls: busy.calls - 1 } } });
      return;
    }
    const { [item]: __, ...rest } = this.#queue.busy;
    this.#set({ busy: rest });
    if (busy.again) this.#push(item);
  }

  #succeeded(item: string, work: Work, body: unknown): void {
    const informer = this.#queue.informers[work.resource];
    const object = body as (KubeObject & { kind?: string }) | null;
    const isObject =
      object !== null &&
      typeof object === 'object' &&
      object.metadata?.resourceVersion !== undefined &&
      !object.kind?.endsWith('List');
    if (informer && isObject) {
      const after =
        work.call.method === 'DELETE' && object.metadata.deletionGracePeriodSeconds === 0
          ? dropped(informer, object)
          : noted(informer, object);
      this.#keep(after.informer);
      this.#seen(after.seen);
    } else if (informer && work.call.method === 'DELETE' && !object?.kind?.endsWith('List'))
      this.#forget(informer, work.call.path);
    if (work.onSuccess) this.#tell(item, work.onSuccess, { name: isObject ? (object.metadata.name ?? '') : '' });
    if (item in this.#queue.failures) {
      const { [item]: _, ...failures } = this.#queue.failures;
      this.#set({ failures });
    }
  }

  /** A deletion that answers with a Status: the object is gone. */
  #forget(informer: Informer, path: string): void {
    const m = /\/namespaces\/([^/]+)\/[^/]+\/([^/?]+)/.exec(path);
    const known = m && find(informer.objects, `${m[1]}/${m[2]}`);
    if (!known) return;
    const after = dropped(informer, known);
    this.#keep(after.informer);
    this.#seen(after.seen);
  }

  #failed(item: string, work: Work, message: string): void {
    const failures = this.#queue.failures[item] ?? 0;
    this.#set({ failures: { ...this.#queue.failures, [item]: failures + 1 } });
    if (work.onFailure) this.#tell(item, work.onFailure, { message });
    this.#timers.push({ id: `wake ${item}`, delay: Math.min(MAX_RETRY, FIRST_RETRY * 2 ** failures) });
  }

  #tell(item: string, note: Note, values: Readonly<Record<string, string>>): void {
    const { controller, object } = this.#target(item);
    if (!controller || !object) return;
    const message = note.message.replace(/\{(name|message)\}/g, (_, key: string) => values[key] ?? '');
    const component = controller.name.split(' ')[0] ?? '';
    const about = { kind: controller.kind, apiVersion: controller.apiVersion, object };
    const { call, told } = tell(this.#queue.told, about, { ...note, message }, { component }, this.#wall);
    const id = `event ${this.#queue.next}`;
    this.#set({ told, next: this.#queue.next + 1 });
    this.#effects.push({ type: 'request', params: requestOf(id, this.#queue.token, call) });
  }
}

/** All values in an order that depends on the keys alone; sorting them would cost more than most loops do. */
const valuesOf = (trie: Trie<KubeObject>): KubeObject[] => {
  const out: KubeObject[] = [];
  const walk = (node: Trie<KubeObject>): void => {
    if (node === null) return;
    if (node.kind === 'leaf') out.push(node.value);
    else for (const child of node.kind === 'clash' ? node.leaves : node.nodes) walk(child);
  };
  walk(trie);
  return out;
};
