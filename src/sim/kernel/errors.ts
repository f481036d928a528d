import type { Time } from './time.ts';

export type KernelErrorCode =
  | 'actor failed'
  | 'endless loop'
  | 'unknown actor'
  | 'unknown kind'
  | 'bad effect'
  | 'bad command';

/** A fault in a machine or a command, never in the modelled system. The world is as it was before the call. */
export class KernelError extends Error {
  readonly code: KernelErrorCode;
  /** The actor concerned, or the actors of an endless loop. */
  readonly actors: readonly string[];
  readonly at: Time;

  constructor(code: KernelErrorCode, actors: readonly string[], at: Time, message: string, cause?: unknown) {
    super(`${code} at ${at} ms (${actors.join(', ')}): ${message}`, cause === undefined ? undefined : { cause });
    this.name = 'KernelError';
    this.code = code;
    this.actors = actors;
    this.at = at;
  }
}
