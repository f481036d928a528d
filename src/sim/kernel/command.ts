import type { RequestEffect } from './effects.ts';
import type { NetworkFault } from './network.ts';
import type { Time } from './time.ts';

/** What can be done to a world from outside. A recipe is a list of these with times; all of them are plain JSON. */
export type Command =
  /** Start an actor. `place` is where it runs (its own id unless said), `address` that place's network address. */
  | {
      readonly type: 'spawn';
      readonly id: string;
      readonly kind: string;
      readonly input?: object;
      readonly place?: string;
      readonly address?: string;
    }
  /** End an actor and all it spawned, without warning (SIGKILL). */
  | { readonly type: 'stop'; readonly id: string }
  /** Deliver an event to an actor. */
  | { readonly type: 'send'; readonly to: string; readonly event: { readonly type: string } }
  /** Send a request from outside, e.g. an operator's laptop; its answer is found in the history. */
  | ({ readonly type: 'request'; readonly place?: string } & RequestEffect)
  | { readonly type: 'fault'; readonly fault: NetworkFault }
  | { readonly type: 'heal'; readonly id: string }
  /** Set the clock of a place ahead (or behind, below zero) of true time. */
  | { readonly type: 'skew'; readonly place: string; readonly milliseconds: Time }
  | { readonly type: 'write'; readonly path: string; readonly text: string; readonly mode?: string }
  | { readonly type: 'remove'; readonly path: string }
  /** Remark for the reader of the history; changes nothing. */
  | { readonly type: 'note'; readonly text: string };
