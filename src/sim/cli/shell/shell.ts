import type { Program } from '../program.ts';

/** Programs by name. A name that is absent is a command the shell does not find. */
export type Programs = Readonly<Record<string, Program>>;

/** Real programs that the model does not have, with what to use instead. */
export type NotModelled = Readonly<Record<string, string>>;

export interface Shell {
  /** `bash`, or `sh` of a container: mistakes are told in its words. */
  readonly name: string;
  readonly programs: Programs;
  readonly notModelled: NotModelled;
  /** Variables; the script may change them. */
  env: Record<string, string>;
  /** Exit code of the last pipeline. */
  status: number;
}

export interface Output {
  out: string;
  err: string;
}

/** Standard input of a compound command: `read` takes a line of it. */
export interface Input {
  text: string;
}
