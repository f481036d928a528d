/**
 * What an actor may do to the world: named actions that the kernel interprets. A machine lists them with
 * `setup({ actions: { ...effects } })` and uses them as `{ type: 'request', params: … }` or
 * `enqueue({ type: 'respond', params: … })`. The functions are empty on purpose: XState's pure `transition` hands the
 * action objects to the kernel and never runs them.
 */
import type { Body, Headers } from './http.ts';
import type { Time } from './time.ts';

export interface RequestEffect {
  /** The client's own name for the request; comes back with the answer. One open request per name and actor. */
  id: string;
  /** Origin: `http://vault:8200`, `https://kubernetes.default.svc:443`. */
  to: string;
  method: string;
  path: string;
  headers?: Headers;
  body?: Body;
  /** PEM of the authorities the client trusts, for `https`; left out: it trusts any (`-k`). */
  trust?: readonly string[];
  /** Give up after so many milliseconds (`http.failure`, reason `timeout`). */
  timeout?: Time;
}

export interface RespondEffect {
  exchange: number;
  status: number;
  headers?: Headers;
  body?: Body;
}

export interface LogEffect {
  text: string;
  level?: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  /** Name of the logger, e.g. `agent.auth.handler`. */
  logger?: string;
}

export interface ListenEffect {
  /** `vault:8200`: names are resolved by this table alone. */
  host: string;
  /** Speaks TLS with a certificate of this authority (PEM). */
  authority?: string;
  /** Unix milliseconds after which the certificate is expired. */
  notAfter?: number;
}

export interface SpawnEffect {
  id: string;
  kind: string;
  input?: object;
  /** Where it runs; left out: where its parent runs. */
  place?: string;
  /** Address of a new place. */
  address?: string;
}

export const effects = {
  /** Send an HTTP request. Answer: `http.response`, `http.chunk` or `http.failure`. */
  request: (_: unknown, _p: RequestEffect): void => {},
  /** Give up a request of one's own; nothing more arrives for it. */
  abort: (_: unknown, _p: { id: string }): void => {},
  /** Answer a request. */
  respond: (_: unknown, _p: RespondEffect): void => {},
  /** Send a piece of an answer that stays open. */
  chunk: (_: unknown, _p: { exchange: number; body: Body }): void => {},
  /** Close a connection without an answer. */
  drop: (_: unknown, _p: { exchange: number }): void => {},
  /** Accept requests at a name. */
  listen: (_: unknown, _p: ListenEffect): void => {},
  unlisten: (_: unknown, _p: { host: string }): void => {},
  /** Send an event to another actor by its id; within one process only, everything else is HTTP. */
  send: (_: unknown, _p: { to: string; event: { type: string }; delay?: Time }): void => {},
  /** Start an actor; `actor.done` comes when it ends. */
  spawn: (_: unknown, _p: SpawnEffect): void => {},
  /** End an actor and everything it spawned, at once. */
  stop: (_: unknown, _p: { id: string }): void => {},
  /** Write a line to one's log. */
  log: (_: unknown, _p: LogEffect): void => {},
  /** Write a file whole. Paths are the world's own: `volume/path`. */
  write: (_: unknown, _p: { path: string; text: string; mode?: string }): void => {},
  append: (_: unknown, _p: { path: string; text: string }): void => {},
  remove: (_: unknown, _p: { path: string }): void => {},
  /** Read a file; the answer is `file.content` at the same instant. */
  read: (_: unknown, _p: { id: string; path: string }): void => {},
  /** Names of all files whose path begins so, sorted; the answer is `file.names` at the same instant. */
  list: (_: unknown, _p: { id: string; prefix: string }): void => {},
  /**
   * Read what an actor and those below it (`<actor>/…`) have logged so far, also after it ended; the answer is
   * `log.content` at the same instant. The history is the one place where logs are kept.
   */
  logs: (_: unknown, _p: { id: string; actor: string }): void => {},
};

export type EffectName = keyof typeof effects;
/** An effect as data: `{ type: 'log', params: { text: '…' } }`. */
export type Effect = { [K in EffectName]: { type: K; params: Parameters<(typeof effects)[K]>[1] } }[EffectName];
