import type { Body, FailureReason, Headers } from './http.ts';
import type { Time, Wall } from './time.ts';

/** What the kernel adds to every event it delivers, the `after` events of XState included. */
export interface Stamp {
  /** Virtual time of delivery. */
  readonly at: Time;
  /** The receiving actor's own clock, in Unix milliseconds. */
  readonly wall: Wall;
  /** Seeds `new Random(event.entropy)`. Unsigned 32-bit integer. */
  readonly entropy: number;
}

/** An event as an actor sees it. Declare a machine's events as `Stamped<A | B | …>`. */
export type Stamped<E> = E extends unknown ? E & Stamp : never;

/** What the kernel adds to the input of every actor it starts. */
export type Spawned<I> = I & Stamp & { readonly self: string; readonly place: string };

/** To a server: a request has arrived. Answer with the effect `respond` (or `chunk`, `drop`), now or later. */
export interface RequestArrived {
  readonly type: 'http.request';
  readonly exchange: number;
  /** The actor that asks, and where it runs. */
  readonly from: string;
  readonly place: string;
  /** Address of the peer, for CIDR checks: `10.0.1.7`. */
  readonly remote: string;
  /** Host and port as the client wrote them. */
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Body;
}

/** To a client: the answer to the request it named `id`. */
export interface ResponseArrived {
  readonly type: 'http.response';
  readonly id: string;
  readonly exchange: number;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** To a client: one more piece of an answer that stays open (a watch). */
export interface ChunkArrived {
  readonly type: 'http.chunk';
  readonly id: string;
  readonly exchange: number;
  readonly body: Body;
}

/** To a client: no answer, and why. */
export interface RequestFailed {
  readonly type: 'http.failure';
  readonly id: string;
  readonly exchange: number;
  readonly reason: FailureReason;
  /** Origin that was called, e.g. `https://kubernetes.default.svc:443`. */
  readonly origin: string;
}

/** To the actor that used the effect `read`: the file's text, or `null` where there is none. */
export interface FileContent {
  readonly type: 'file.content';
  readonly id: string;
  readonly path: string;
  readonly text: string | null;
}

/** To the actor that used the effect `list`. */
export interface FileNames {
  readonly type: 'file.names';
  readonly id: string;
  readonly prefix: string;
  readonly names: readonly string[];
}

/** To the actor that used the effect `logs`: the lines so far, oldest first. */
export interface LogContent {
  readonly type: 'log.content';
  readonly id: string;
  readonly actor: string;
  readonly lines: readonly {
    readonly at: Time;
    readonly level: string;
    readonly logger: string;
    readonly text: string;
  }[];
}

/** To a parent: the actor it spawned reached a final state. */
export interface ActorDone {
  readonly type: 'actor.done';
  readonly actor: string;
  readonly output: unknown;
}

export type KernelEvent =
  | RequestArrived
  | ResponseArrived
  | ChunkArrived
  | RequestFailed
  | FileContent
  | FileNames
  | LogContent
  | ActorDone;
