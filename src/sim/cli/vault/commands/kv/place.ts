/** Where a secret is, and which version of the engine keeps it. Source: vault: command/kv_helpers.go. */
import type { Run } from '../../../program.ts';
import { type Call, sanitized } from '../../command.ts';
import { CommandFailure, usage } from '../../failure.ts';
import { type FlagSet, FORMAT, HTTP_FLAGS } from '../../flags.ts';
import { secretOf } from '../../secret.ts';

export const MOUNT: FlagSet = { ...HTTP_FLAGS, ...FORMAT, mount: 'string' };

/** Where a secret is. */
export interface Place {
  /** Mount with closing slash. */
  readonly mount: string;
  readonly versioned: boolean;
  /** Path as typed, with the mount in front. */
  readonly whole: string;
}

/** The preflight: which mount a path is below, and its version. */
function* mountOf(call: Call, path: string): Run<{ mount: string; versioned: boolean }> {
  const target = { method: 'GET', path: `sys/internal/ui/mounts/${path}`, aside: true } as const;
  const answer = yield* call.client.send(target);
  if (answer.status === 404) return { mount: '', versioned: false };
  if (answer.error !== undefined) throw new CommandFailure(2, answer.error);
  const data = secretOf(answer.body)?.data ?? {};
  const options = data.options as { version?: string } | null | undefined;
  return { mount: typeof data.path === 'string' ? data.path : '', versioned: options?.version === '2' };
}

export function* placeOf(call: Call): Run<Place> {
  const typed = sanitized(call.args[0] ?? '');
  const given = call.flags.text('mount');
  const { mount, versioned } = yield* mountOf(call, given === '' ? typed : sanitized(given));
  const whole = given === '' ? typed : `${mount}${typed}`.replace(/\/+$/, '');
  return { mount, versioned, whole };
}

/** `secret/app` → `secret/data/app`. (addPrefixToKVPath) */
export const prefixed = ({ mount, whole }: Place, part: string): string => {
  const bare = mount.replace(/\/+$/, '');
  if (whole === bare || whole === mount) return `${bare}/${part}`;
  return `${bare}/${part}/${whole.startsWith(mount) ? whole.slice(mount.length) : whole}`;
};

export const needArgs = (call: Call, least: number): void => {
  if (call.args.length < least)
    throw usage(`Not enough arguments (expected ${least === 1 ? '' : '>'}${least}, got ${call.args.length})`);
};
export const oneArg = (call: Call): void => {
  if (call.args.length < 1) throw usage(`Not enough arguments (expected 1, got ${call.args.length})`);
  if (call.args.length > 1) throw usage(`Too many arguments (expected 1, got ${call.args.length})`);
};
