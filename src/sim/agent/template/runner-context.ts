import type { VaultClient } from '../api/client.ts';
import type { TemplateStanza } from '../config/config.ts';
import type { Draws } from '../draws.ts';
import { worldPath } from '../files.ts';
import type { Level } from '../log/hclog.ts';
import { octalMode } from '../sink/sink-config.ts';
import type { VisibleProcess } from './command.ts';
import type { RunnerSettings } from './final-config.ts';
import type { Quiescence } from './quiescence.ts';

/** What templates see of the process they run in. */
export interface Surroundings {
  readonly environment: Readonly<Record<string, string>>;
  /** Own address, for `sockaddr`. */
  readonly address: string;
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** Processes that commands can signal, and the actor that delivers the signals. */
  readonly processes: readonly VisibleProcess[];
  readonly supervisor: string | null;
}

export interface RunnerInput {
  readonly server: string;
  readonly level: Level;
  readonly client: VaultClient;
  readonly token: string;
  readonly settings: RunnerSettings;
  /** Texts of template files, by path. */
  readonly sources: Readonly<Record<string, string>>;
  readonly surroundings: Surroundings;
  /** Nothing is written: the exec server takes the outputs as environment variables. */
  readonly dry: boolean;
  readonly draws: Draws;
}

/** A template's command that is due. */
export interface PendingCommand {
  readonly template: number;
}

export interface RunnerContext extends RunnerInput {
  readonly self: string;
  /** Data by the dependency's name. */
  readonly brain: Readonly<Record<string, unknown>>;
  /** Dependencies that are watched: name → actor. */
  readonly watched: Readonly<Record<string, string>>;
  /** Dependencies of the last run, by name. */
  readonly needed: readonly string[];
  /** Files as they are: world path → text. */
  readonly files: Readonly<Record<string, string | null>>;
  readonly reading: number;
  /** Templates that have been evaluated to the end once. */
  readonly rendered: readonly boolean[];
  readonly outputs: readonly string[];
  readonly commands: readonly PendingCommand[];
  readonly commandErrors: readonly string[];
  readonly wait: number;
  readonly quiescence: Readonly<Record<string, Quiescence>>;
  /** Template whose quiescence is over, for the run in progress. */
  readonly due: number | null;
  /** Data came while commands ran. */
  readonly stale: boolean;
  /** Error of a dependency that has given up. */
  readonly lost: string | null;
  readonly error: string | null;
}

/** Names of files are those of the process; the world's are used to read and write. */
export const destinationOf = (c: RunnerContext, template: TemplateStanza): string =>
  worldPath(c.settings.mounts, template.destination);

/** Bits a rendered file gets: those asked for, else 0644. */
export const renderedMode = (template: TemplateStanza): string =>
  octalMode(template.perms === 0 ? 0o644 : template.perms);
