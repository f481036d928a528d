/** How requests and answers travel. An exchange's number is the index of its request in the history. */
import { type Carriage, type Draft, OUTSIDE } from './draft.ts';
import type { RequestEffect } from './effects.ts';
import type { RequestEntry } from './history.ts';
import type { Body, Headers } from './http.ts';
import { feed } from './lifecycle.ts';
import { listenerKey, parseOrigin, route, travel } from './network.ts';
import type { Actor } from './world.ts';

/** Milliseconds after which a client of an open stream notices that nothing comes through: Kubernetes' own clients. */
// apimachinery: pkg/util/net/http.go (ReadIdleTimeout 30 s, PingTimeout 15 s).
const HEALTH_CHECK = 45_000;

const without = (open: Actor['open'], name: string): Actor['open'] => {
  const { [name]: _, ...rest } = open;
  return rest;
};

/** Send a request; `id` is the actor that asks, or OUTSIDE. */
export const sendRequest = (draft: Draft, id: string, place: string, p: RequestEffect): void => {
  const net = draft.world.network;
  const luck = net.faults.some((f) => f.effect === 'loss') ? draft.draw() / 0x1_0000_0000 : 0;
  const way = route(net, place, p.to, p.trust, luck, draft.wall(place));
  const exchange = draft.record({
    kind: 'request',
    name: p.id,
    actor: id,
    place,
    toPlace: way.kind === 'delivered' ? way.listener.place : way.toPlace,
    origin: p.to,
    method: p.method,
    path: p.path,
    headers: p.headers ?? {},
    body: p.body ?? null,
  });
  if (id !== OUTSIDE) {
    const client = draft.actor(id);
    if (p.id in client.open) {
      draft.fail(
        'bad effect',
        id,
        `its request "${p.id}" is still open; name the new one otherwise or abort the old one`,
      );
    }
    draft.put({ ...client, open: { ...client.open, [p.id]: exchange } });
  }
  draft.because(exchange, () => {
    const { host } = parseOrigin(p.to);
    if (way.kind === 'delivered') draft.carry({ type: 'kernel.arrive', exchange, host }, way.latency);
    else if (way.kind === 'failed') draft.carry({ type: 'kernel.fail', exchange, reason: way.reason }, way.after);
    if (p.timeout !== undefined) {
      draft.carry({ type: 'kernel.fail', exchange, reason: 'timeout' }, p.timeout, `timeout ${exchange}`);
    }
  });
};

/** Give up a request of one's own. */
export const abortRequest = (draft: Draft, id: string, name: string): void => {
  const actor = draft.actor(id);
  const exchange = actor.open[name];
  if (exchange === undefined) return;
  draft.put({ ...actor, open: without(actor.open, name) });
  draft.record({ kind: 'failure', exchange, reason: 'aborted' });
};

/** Answer a request (`response`), or send a piece of an answer that stays open (`chunk`). */
export const sendAnswer = (
  draft: Draft,
  by: { readonly id: string; readonly place: string },
  kind: 'response' | 'chunk',
  p: { exchange: number; status?: number; headers?: Headers; body?: Body },
): void => {
  const request = draft.requestOf(p.exchange, by.id);
  if (kind === 'response') served(draft, by.id, p.exchange);
  const { exchange, status = 200, headers = {}, body = null } = p;
  const entry = draft.record({ kind, exchange, status, headers, body });
  draft.because(entry, () => {
    const latency = travel(draft.world.network, by.place, request.place);
    if (latency !== null) draft.carry({ type: 'kernel.answer', exchange, entry }, latency);
    // What is lost of an open stream is not sent again later: its client finds the connection dead and ends it.
    else if (kind === 'chunk') draft.carry({ type: 'kernel.fail', exchange, reason: 'reset' }, HEALTH_CHECK);
  });
};

/** Close a connection without an answer. */
export const dropExchange = (draft: Draft, id: string, exchange: number): void => {
  draft.requestOf(exchange, id);
  served(draft, id, exchange);
  draft.carry({ type: 'kernel.fail', exchange, reason: 'closed' }, draft.world.network.latency);
};

const served = (draft: Draft, id: string, exchange: number): void => {
  const server = draft.find(id);
  if (server?.serving.includes(exchange)) {
    draft.put({ ...server, serving: server.serving.filter((e) => e !== exchange) });
  }
};

/** Something that travelled arrives. */
export const arrive = (draft: Draft, event: Carriage): void => {
  const request = draft.requestOf(event.exchange, OUTSIDE);
  if (event.type === 'kernel.arrive') atServer(draft, event, request);
  else if (request.actor === OUTSIDE) outside(draft, event);
  else {
    const client = draft.find(request.actor);
    // A client that gave up, or ended, hears nothing more.
    if (client?.open[request.name] === event.exchange) atClient(draft, event, request, client);
  }
};

const atServer = (draft: Draft, event: Carriage & { type: 'kernel.arrive' }, request: RequestEntry): void => {
  const { exchange, host } = event;
  const server = draft.find(draft.world.network.listeners[listenerKey(host, request.place)]?.actor ?? '');
  if (!server) {
    arrive(draft, { type: 'kernel.fail', exchange, reason: 'refused' });
    return;
  }
  draft.put({ ...server, serving: [...server.serving, exchange] });
  const { method, path, headers, body, place, actor: from } = request;
  const remote = draft.addressOf(place);
  const arrived = { type: 'http.request', exchange, from, place, remote, host, method, path, headers, body };
  feed(draft, server.id, arrived);
};

const atClient = (draft: Draft, event: Carriage, request: RequestEntry, client: Actor): void => {
  const { exchange } = event;
  const id = request.name;
  if (event.type === 'kernel.fail') {
    const { reason } = event;
    draft.cause = draft.record({ kind: 'failure', exchange, reason });
    draft.put({ ...client, open: without(client.open, id) });
    const failure = { type: 'http.failure', id, exchange, reason, origin: request.origin };
    feed(draft, client.id, failure);
  } else if (event.type === 'kernel.answer') {
    const answer = draft.entry(event.entry);
    if (answer?.kind !== 'response' && answer?.kind !== 'chunk') return;
    const { kind, status, headers, body } = answer;
    if (kind === 'response') draft.put({ ...client, open: without(client.open, id) });
    const arrived =
      kind === 'response'
        ? { type: 'http.response', id, exchange, status, headers, body }
        : { type: 'http.chunk', id, exchange, body };
    feed(draft, client.id, arrived);
  }
};

/** Nobody waits outside; only a failure that no answer came before is worth an entry. */
const outside = (draft: Draft, event: Carriage): void => {
  if (event.type !== 'kernel.fail') return;
  for (let i = event.exchange + 1; i < draft.world.length; i++) {
    const e = draft.entry(i);
    if (e && (e.kind === 'response' || e.kind === 'failure') && e.exchange === event.exchange) return;
  }
  draft.record({ kind: 'failure', exchange: event.exchange, reason: event.reason });
};
