import type { Body, FailureReason, Headers } from './http.ts';
import type { Time } from './time.ts';

interface Common {
  readonly at: Time;
  /** Index of the entry that led to this one; -1: the recipe itself. */
  readonly cause: number;
}

/** A request left its client. Its index in the history is the number of the exchange. */
export interface RequestEntry extends Common {
  readonly kind: 'request';
  /** The client's own name for it. */
  readonly name: string;
  readonly actor: string;
  readonly place: string;
  /** The place that listens there, or the host's name when nobody does. */
  readonly toPlace: string;
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Body;
}

export interface ResponseEntry extends Common {
  readonly kind: 'response' | 'chunk';
  readonly exchange: number;
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface FailureEntry extends Common {
  readonly kind: 'failure';
  readonly exchange: number;
  readonly reason: FailureReason;
}

export interface LogEntry extends Common {
  readonly kind: 'log';
  readonly actor: string;
  readonly place: string;
  readonly level: 'trace' | 'debug' | 'info' | 'warn' | 'error';
  readonly logger: string;
  readonly text: string;
}

export interface StateEntry extends Common {
  readonly kind: 'state';
  readonly actor: string;
  readonly place: string;
  readonly machine: string;
  /** State values as XState gives them, nested ones as JSON text; `''` before the first. */
  readonly from: string;
  readonly to: string;
  /** Type of the event that was taken. */
  readonly event: string;
}

export interface FileEntry extends Common {
  readonly kind: 'file';
  readonly actor: string;
  readonly place: string;
  readonly path: string;
  /** `null`: removed. */
  readonly text: string | null;
  readonly mode: string;
}

export interface ActorEntry extends Common {
  readonly kind: 'spawned' | 'stopped';
  readonly actor: string;
  readonly place: string;
  readonly machine: string;
  /** What a machine that reached its end gave back: for a login, what each check decided and why. */
  readonly output?: unknown;
}

export interface CommandEntry extends Common {
  readonly kind: 'command';
  readonly command: { readonly type: string };
}

/** Everything that can be observed, in the order in which it happened. */
export type Entry =
  | RequestEntry
  | ResponseEntry
  | FailureEntry
  | LogEntry
  | StateEntry
  | FileEntry
  | ActorEntry
  | CommandEntry;

/** A state value as one line of text. */
export const stateText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
