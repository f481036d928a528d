import type { Draws } from './draws.ts';
import type { Mounts } from './files.ts';
import type { VisibleProcess } from './template/command.ts';

/** How a `vault agent` process is started, on a machine or in a container. */
export interface AgentInput {
  /** What follows `vault agent`: `['-config=/home/vault/config.json']`. */
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Where its files are. */
  readonly mounts?: Mounts;
  readonly uid?: number;
  readonly gid?: number;
  /** Processes that a command of its templates can see (its own container's, or a shared process namespace's). */
  readonly processes?: readonly VisibleProcess[];
  /** Actor that delivers signals to them: gets `process.signal {signal, pid}`. */
  readonly supervisor?: string;
  /** Own network address. */
  readonly address?: string;
  /** Files that exist before the process starts, by the process's own paths (an entry point that decodes them). */
  readonly files?: Readonly<Record<string, string>>;
  readonly draws?: Draws;
}
