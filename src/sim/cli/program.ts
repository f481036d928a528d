/**
 * What a command-line program is: a generator that yields what it needs from the world and is resumed with the answer.
 * In the world a running command is its script and the answers so far: plain data, though it is written as straight-line
 * code. Where the generator itself is not at hand any more, it is run again from the start through those answers.
 */
import type { Body, FailureReason, Headers } from '../kernel/index.ts';

/** An HTTP request of a program; `to` is an origin. */
export interface HttpNeed {
  readonly need: 'http';
  readonly to: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body?: Body;
  /** PEM of the trusted authorities; left out: any (`-k`, `-tls-skip-verify`). */
  readonly trust?: readonly string[];
  /** Milliseconds to wait for the answer; left out: a minute. */
  readonly timeout?: number;
}

/** The text of a file, `null` when there is none. Paths are as the user typed them. */
export interface ReadNeed {
  readonly need: 'read';
  readonly path: string;
}

/** Names of all files below a directory, relative to it; left out: the home directory. */
export interface ListNeed {
  readonly need: 'list';
  readonly path?: string;
}

export interface WriteNeed {
  readonly need: 'write';
  readonly path: string;
  readonly text: string;
  readonly mode?: string;
}

/** Wait so many milliseconds; or, with `watch`, until the next chunk of an open answer. */
export interface SleepNeed {
  readonly need: 'sleep';
  readonly milliseconds: number;
}

/** The time of day on the operator's machine, in Unix milliseconds, and a seed for random numbers. */
export interface ClockNeed {
  readonly need: 'clock';
}

/** Start another program of the model that runs by itself. It ends with the command. */
export interface StartNeed {
  readonly need: 'start';
  /** Kind of the actor, and what it is started with. */
  readonly kind: string;
  readonly input: object;
}

/** What a program that was started has printed so far, and how it ended. */
export interface OutputNeed {
  readonly need: 'output';
  readonly actor: string;
}

export type Need = HttpNeed | ReadNeed | ListNeed | WriteNeed | SleepNeed | ClockNeed | StartNeed | OutputNeed;

/** An answer to a need; plain JSON. */
export type Given =
  | { readonly status: number; readonly headers: Headers; readonly body: Body }
  | { readonly failed: FailureReason }
  | { readonly text: string | null }
  | { readonly names: readonly string[] }
  | { readonly done: true }
  | { readonly wall: number; readonly entropy: number }
  | { readonly actor: string }
  | { readonly lines: readonly string[]; readonly ended: number | null };

/** The answer to an HTTP need. */
export type HttpGiven = Extract<Given, { readonly status: number } | { readonly failed: FailureReason }>;

/** What a program is started with. */
export interface Process {
  /** The program's name and its arguments, after the shell's work. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly stdin: string;
  /** Append to standard output, or to standard error. */
  out(text: string): void;
  err(text: string): void;
}

export type Run<T> = Generator<Need, T, Given>;

/** A program; its value is the exit code. */
export type Program = (process: Process) => Run<number>;

/** Ask for an HTTP exchange. */
export function* http(need: Omit<HttpNeed, 'need'>): Run<HttpGiven> {
  return (yield { need: 'http', ...need }) as HttpGiven;
}

/** Read a file of the user's; `null` when it does not exist. */
export function* readText(path: string): Run<string | null> {
  return ((yield { need: 'read', path }) as { text: string | null }).text;
}

/** Write a file of the user's. */
export function* writeText(path: string, text: string, mode?: string): Run<void> {
  yield { need: 'write', path, text, ...(mode !== undefined && { mode }) };
}

/** Names of the user's files, sorted. @param path directory; left out: the home directory */
export function* listNames(path?: string): Run<readonly string[]> {
  return ((yield { need: 'list', ...(path !== undefined && { path }) }) as { names: readonly string[] }).names;
}

/** Let virtual time pass. */
export function* sleep(milliseconds: number): Run<void> {
  yield { need: 'sleep', milliseconds };
}

/** Start a program of the model. @returns its actor */
export function* startProgram(kind: string, input: object): Run<string> {
  return ((yield { need: 'start', kind, input }) as { actor: string }).actor;
}

/** Lines that a started program has printed; `ended`: its exit code, `null` while it runs. */
export function* outputOf(actor: string): Run<{ readonly lines: readonly string[]; readonly ended: number | null }> {
  return (yield { need: 'output', actor }) as { lines: readonly string[]; ended: number | null };
}

/** The operator's clock (Unix milliseconds) and a seed for `new Random(…)`. */
export function* clock(): Run<{ readonly wall: number; readonly entropy: number }> {
  return (yield { need: 'clock' }) as { wall: number; entropy: number };
}
