import type { SigningKey } from '../../jwt/index.ts';
import type { Effect, KernelEvent, Stamped } from '../../kernel/index.ts';
import { find, type Trie } from '../../kernel/trie.ts';
import type { KubeObject } from '../api/object.ts';
import { dropped, type Informer, informed, noted, type Seen } from '../client/informer.ts';
import type { Controller, View } from './controller.ts';
import { CONTROLLERS } from './index.ts';
import type { LoopInput, LoopReport } from './loop-machine.ts';

/** The loop of one object, as the manager sees it. */
interface Loop {
  readonly id: string;
  /** Writes are under way; what changes meanwhile is looked at afterwards. */
  readonly busy: boolean;
  readonly dirty: boolean;
}

/** What the manager remembers; plain JSON. */
export interface Queue {
  readonly self: string;
  readonly token: string;
  readonly authority: string;
  readonly signingKey: SigningKey | null;
  readonly informers: Readonly<Record<string, Informer>>;
  /** Objects to look at, as `<index of the controller> <key>`. */
  readonly pending: readonly string[];
  /** Loops that were started, by the same names. */
  readonly loops: Readonly<Record<string, Loop>>;
}

/** What happened in one event: the queue after it, what is to be done, and which collections to list again when. */
export interface Turn {
  readonly queue: Queue;
  readonly effects: readonly Effect[];
  readonly relist: readonly { readonly informer: string; readonly delay: number }[];
}

/** Mutable while one event is handled; its result is plain data. */
export class Worker {
  #queue: Queue;
  readonly #effects: Effect[] = [];
  readonly #relist: { informer: string; delay: number }[] = [];
  readonly #wall: number;

  constructor(queue: Queue, wall: number) {
    this.#queue = queue;
    this.#wall = wall;
  }

  get turn(): Turn {
    return { queue: this.#queue, effects: this.#effects, relist: this.#relist };
  }

  /** Take news of a collection. */
  take(event: Stamped<KernelEvent>): void {
    for (const informer of Object.values(this.#queue.informers)) {
      const step = informed(informer, this.#queue.token, event);
      if (!step) continue;
      this.#keep(step.informer);
      this.#effects.push(...step.effects);
      if (step.retryAfter !== undefined) this.#relist.push({ informer: informer.name, delay: step.retryAfter });
      this.#seen(step.seen);
      return;
    }
  }

  /** Hear what a loop has to tell. */
  hear(report: LoopReport): void {
    const loop = this.#queue.loops[report.item];
    if (report.type === 'loop.answered') this.#learn(report);
    else if (report.type === 'loop.due') this.#push(report.item);
    else if (loop) {
      this.#setLoop(report.item, { ...loop, busy: false, dirty: false });
      if (loop.dirty) this.#push(report.item);
    }
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

  #setLoop(item: string, loop: Loop): void {
    this.#set({ loops: { ...this.#queue.loops, [item]: loop } });
  }

  #push(item: string): void {
    const loop = this.#queue.loops[item];
    if (loop?.busy) {
      if (!loop.dirty) this.#setLoop(item, { ...loop, dirty: true });
    } else if (!this.#queue.pending.includes(item)) this.#set({ pending: [...this.#queue.pending, item] });
  }

  #seen(seen: readonly Seen[]): void {
    const view = this.#view();
    for (const change of seen)
      CONTROLLERS.forEach((controller, i) => {
        if (change.object === null && change.informer === controller.resource) this.#end(`${i} ${change.key}`);
        for (const key of controller.concerns(change, view)) this.#push(`${i} ${key}`);
      });
  }

  /** The object of a loop is gone. */
  #end(item: string): void {
    const { [item]: loop, ...loops } = this.#queue.loops;
    if (!loop) return;
    this.#effects.push({ type: 'stop', params: { id: loop.id } });
    this.#set({ loops });
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
    const { controller, object, key } = this.#target(item);
    if (!controller || !object) return;
    const plan = controller.reconcile(object, this.#view());
    const loop = this.#queue.loops[item];
    if (plan.work.length === 0 && plan.again === undefined && !loop) return;
    const id = loop?.id ?? `${this.#queue.self}/${controller.name.replaceAll(' ', '-')}/${key}`;
    if (loop)
      this.#effects.push({
        type: 'send',
        params: { to: id, event: { type: 'plan', object, plan } as { type: string } },
      });
    else this.#start(id, item, controller, { object, plan });
    this.#setLoop(item, { id, busy: plan.work.length > 0, dirty: false });
  }

  #start(id: string, item: string, controller: Controller, rest: Pick<LoopInput, 'object' | 'plan'>): void {
    const { self: manager, token } = this.#queue;
    const { kind, apiVersion } = controller;
    const component = controller.name.split(' ')[0] ?? '';
    const input: LoopInput = { manager, token, item, component, kind, apiVersion, ...rest };
    this.#effects.push({ type: 'spawn', params: { id, kind: 'kubernetes/control-loop', input } });
  }

  #target(item: string): { controller: Controller | undefined; object: KubeObject | undefined; key: string } {
    const cut = item.indexOf(' ');
    const key = item.slice(cut + 1);
    const controller = CONTROLLERS[Number(item.slice(0, cut))];
    return {
      controller,
      key,
      object: controller && find(this.#queue.informers[controller.resource]?.objects ?? null, key),
    };
  }

  /** Take over the answer to a write without waiting for the watch. */
  #learn({ work, status, body }: Extract<LoopReport, { type: 'loop.answered' }>): void {
    const informer = this.#queue.informers[work.resource];
    const gone = work.call.method === 'DELETE';
    if (!informer || !((status >= 200 && status < 300) || (gone && status === 404))) return;
    const object = body as (KubeObject & { kind?: string }) | null;
    if (object?.kind?.endsWith('List')) return;
    if (object?.metadata?.resourceVersion !== undefined) {
      const after =
        gone && object.metadata.deletionGracePeriodSeconds === 0 ? dropped(informer, object) : noted(informer, object);
      this.#keep(after.informer);
      this.#seen(after.seen);
    } else if (gone) this.#forget(informer, work.call.path);
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
