import type { Bookmark } from '../../share/recorded-run.ts';
import type { FaultEntry } from '../../sim/index.ts';
import type { Scene } from './scene.ts';
import type { Trouble } from './trouble.ts';

export type Files = Readonly<Record<string, string>>;

/** A fault that can be injected, with what each observer sees of it. */
export type KnownFault = FaultEntry;

/** A run among those that are kept beside each other. */
export interface RunName {
  readonly id: number;
  readonly name: string;
}

/** One transition of one machine, as it is said. */
export interface Stepped {
  /** Of its entry in the history. */
  readonly index: number;
  readonly actor: string;
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  readonly event: string;
}

export interface LabState {
  readonly files: Files;
  /** Files differ from what the running world was given. */
  readonly changed: boolean;
  /** The world as it stands, or null before the first run. */
  readonly scene: Scene | null;
  readonly playing: boolean;
  /** Virtual milliseconds a real millisecond. */
  readonly speed: number;
  /** Exchange that is looked at. */
  readonly selected: number | null;
  /** The transition that was last stepped to, while it is the present moment. */
  readonly stepped: Stepped | null;
  readonly bookmarks: readonly Bookmark[];
  readonly runs: readonly RunName[];
  readonly run: number;
  /** Faults that can be injected; none before the model is there. */
  readonly faults: readonly KnownFault[];
  /** Work that goes on: what, and which share is done, 0 to 1, where that is known. */
  readonly work: { readonly what: string; readonly share: number | null } | null;
  /** What would be undone, and done again. */
  readonly undo: string | null;
  readonly redo: string | null;
  readonly trouble: Trouble | null;
  /** Something that went well and is worth a word. */
  readonly notice: string | null;
}
