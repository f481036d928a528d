import type { Process, Run } from '../program.ts';
import type { Client } from './client.ts';
import { usage } from './failure.ts';
import type { FlagSet, Flags } from './flags.ts';
import { type Output, rawField } from './output.ts';
import type { Secret } from './secret.ts';

/** A command as it runs. */
export interface Call {
  readonly process: Process;
  readonly flags: Flags;
  readonly args: readonly string[];
  readonly out: Output;
  readonly client: Client;
}

/** One command of `vault`; its value is the exit code. Failures are thrown as `CommandFailure`. */
export interface Command {
  readonly synopsis: string;
  /** Arguments after the flags, for the usage line. */
  readonly usage: string;
  readonly flags: FlagSet;
  readonly run: (call: Call) => Run<number>;
}

export type Commands = Readonly<Record<string, Command>>;

/** @throws CommandFailure in Vault's words when the number of arguments is another */
export const exactly = ({ args }: Call, count: number): void => {
  if (args.length < count) throw usage(`Not enough arguments (expected ${count}, got ${args.length})`);
  atMost(args, count);
};

/** @throws CommandFailure when there are more arguments */
export const atMost = (args: readonly string[], count: number): void => {
  if (args.length > count) throw usage(`Too many arguments (expected ${count}, got ${args.length})`);
};

/** Show an answer: the field that `-field` names, or all of it. */
export const show = ({ flags, out }: Call, secret: Secret): number => {
  const field = flags.text('field');
  if (field === '') {
    out.secret(secret);
    return 0;
  }
  const value = rawField(secret, field);
  if (value === undefined) throw usage(`Field ${JSON.stringify(field)} not present in secret`);
  out.bare(value);
  return 0;
};

/** Without slashes at both ends. */
export const sanitized = (path: string): string => path.trim().replace(/^\/+|\/+$/g, '');
/** With one slash at the end. */
export const closed = (path: string): string => `${path.replace(/\/+$/, '')}/`;
