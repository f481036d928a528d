/** How actors begin, take events and end. */
import { type Draft, OUTSIDE } from './draft.ts';
import { performEffect } from './effect.ts';
import type { Effect, SpawnEffect } from './effects.ts';
import { KernelError } from './errors.ts';
import { stateText } from './history.ts';
import { advance, begin, type Step } from './machine.ts';
import { defaultAddress } from './network.ts';
import type { Pending } from './queue.ts';
import type { Actor } from './world.ts';

const failed = (draft: Draft, id: string, where: string, cause: unknown): KernelError => {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new KernelError('actor failed', [id], draft.now, `${where}: ${message}`, cause);
};

/** Deliver a queued event, unless its receiver has ended or its timer was cancelled or started anew since. */
export const deliver = (draft: Draft, item: Pending): void => {
  const actor = draft.find(item.to);
  if (!actor) return;
  if (item.timer !== undefined) {
    if (actor.timers[item.timer] !== item.seq) return;
    const { [item.timer]: _, ...timers } = actor.timers;
    draft.put({ ...actor, timers });
  }
  feed(draft, item.to, item.event);
};

/** Give an actor one event, and carry out what it does. */
export function feed(draft: Draft, id: string, event: { readonly type: string }): void {
  const actor = draft.actor(id);
  let step: Step;
  try {
    step = advance(draft.machine(actor.kind, id), actor.snapshot, { ...event, ...draft.stamp(actor.place) });
  } catch (cause) {
    throw failed(draft, id, `in state ${stateText(actor.snapshot.value)} on event "${event.type}"`, cause);
  }
  draft.put({ ...actor, snapshot: step.snapshot });
  settle(draft, actor, stateText(actor.snapshot.value), step, event.type);
}

/** Start an actor; a place that is new gets an address. */
export function spawn(draft: Draft, parent: string, parentPlace: string, p: SpawnEffect): void {
  if (draft.find(p.id)) draft.fail('bad effect', p.id, 'an actor of this name is running already');
  const machine = draft.machine(p.kind, p.id);
  const place = p.place ?? parentPlace;
  const { places } = draft.world.network;
  const address = p.address ?? places[place]?.address ?? defaultAddress(place);
  if (places[place]?.address !== address) {
    draft.setNetwork({ places: { ...places, [place]: { skew: places[place]?.skew ?? 0, address } } });
  }
  let step: Step;
  try {
    step = begin(machine, { ...p.input, ...draft.stamp(place), self: p.id, place });
  } catch (cause) {
    throw failed(draft, p.id, 'while it started', cause);
  }
  const { snapshot } = step;
  const actor: Actor = {
    id: p.id,
    kind: p.kind,
    place,
    parent,
    children: [],
    snapshot,
    timers: {},
    open: {},
    serving: [],
  };
  draft.put(actor);
  const owner = draft.find(parent);
  if (owner) draft.put({ ...owner, children: [...owner.children, p.id] });
  draft.record({ kind: 'spawned', actor: p.id, place, machine: p.kind });
  settle(draft, actor, '', step, 'start');
}

/** Record the states a step went through, carry out its effects, and end the actor if it is done. */
function settle(draft: Draft, before: Actor, from: string, step: Step, event: string): void {
  const { id, place, kind } = before;
  let last = from;
  for (const value of step.values) {
    const to = stateText(value);
    if (to !== last) draft.record({ kind: 'state', actor: id, place, machine: kind, from: last, to, event });
    last = to;
  }
  for (const action of step.actions) performEffect(draft, id, place, action as Effect);
  if (step.snapshot.status !== 'done' || !draft.find(id)) return;
  stop(draft, id, step.snapshot.output);
  if (before.parent !== OUTSIDE && draft.find(before.parent)) {
    const done = { type: 'actor.done', actor: id, output: step.snapshot.output };
    draft.enqueue(before.parent, done, 0);
  }
}

/**
 * End an actor and everything it spawned; whoever waits for its answer sees the connection close.
 * @param output of an actor that reached its end by itself
 */
export function stop(draft: Draft, id: string, output?: unknown): void {
  const actor = draft.find(id);
  if (!actor) return;
  for (const child of actor.children) stop(draft, child);
  const owner = draft.find(actor.parent);
  if (owner) draft.put({ ...owner, children: owner.children.filter((c) => c !== id) });
  const { serving } = draft.actor(id);
  draft.removeActor(id);
  draft.closeListeners((_, listening) => listening === id);
  for (const exchange of serving) {
    draft.carry({ type: 'kernel.fail', exchange, reason: 'closed' }, draft.world.network.latency);
  }
  const ended = output === undefined ? {} : { output };
  draft.record({ kind: 'stopped', actor: id, place: actor.place, machine: actor.kind, ...ended });
}
