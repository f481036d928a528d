import { Immer } from 'immer';
import { Random } from '../../kernel/random.ts';
import type { BackendType, LogLevel } from '../framework/index.ts';
import type { MountEntry, VaultState } from '../state/state.ts';
import { type Version, versions } from '../versions.ts';
import type { Continuation } from './continuation.ts';
import { plain } from './plain.ts';

/** What surrounds one request: Vault's clock (Unix ms) and the seed of its chance. */
export interface Moment {
  readonly wall: number;
  readonly entropy: number;
}

export interface LogLine {
  readonly level: LogLevel;
  readonly logger: string;
  readonly text: string;
}

/** An actor to start, and what to do with its output. */
export interface Deferral {
  readonly kind: string;
  readonly input: object;
  readonly continuation: Continuation;
}

export type Registry = Readonly<Record<string, BackendType>>;

// Drafts are private to one call and what leaves it is never changed, so freezing would only cost time.
const immer = new Immer({ autoFreeze: false });

/**
 * The state in the making while one request (or one timer) is handled: replaced piece by piece, never changed in place.
 * `mark` and `reset` undo a handler that threw.
 */
export class Transaction {
  state: VaultState;
  readonly wall: number;
  readonly random: Random;
  readonly version: Version;
  readonly registry: Registry;
  readonly log: LogLine[] = [];
  /** Lines for files, in order: audit logs. */
  readonly appends: { readonly path: string; readonly text: string }[] = [];
  /** Work that goes on after the answer: revocations that need the network. */
  readonly background: Deferral[] = [];

  constructor(state: VaultState, moment: Moment, registry: Registry) {
    this.state = state;
    this.wall = moment.wall;
    this.random = new Random(moment.entropy);
    this.version = versions[state.version];
    this.registry = registry;
  }

  /** Unix seconds, with fraction. */
  get now(): number {
    return this.wall / 1000;
  }

  set(change: Partial<VaultState>): void {
    this.state = { ...this.state, ...change };
  }

  /** Storage of a mount as it is; never change it. */
  storage<S>(mount: { readonly uuid: string }): S {
    return this.state.storage[mount.uuid] as S;
  }

  replaceStorage(uuid: string, storage: unknown): void {
    if (this.state.storage[uuid] === storage) return;
    this.set({ storage: { ...this.state.storage, [uuid]: storage } });
  }

  /** Change a mount's storage through a draft; what `change` returns must not hold pieces of the draft. */
  mutate<S, T>(mount: { readonly uuid: string }, change: (storage: S) => T): T {
    const base = this.state.storage[mount.uuid];
    if (typeof base !== 'object' || base === null) return change(base as S);
    const draft = immer.createDraft(base);
    const result = plain(change(draft as S));
    this.replaceStorage(mount.uuid, immer.finishDraft(draft));
    return result;
  }

  note(level: LogLevel, logger: string, text: string): void {
    this.log.push({ level, logger, text });
  }

  notModelled(what: string): void {
    this.note('warn', 'sidecar-lab', `not modelled: ${what}`);
  }

  mountByAccessor(accessor: string): MountEntry | undefined {
    return Object.values(this.state.mounts).find((mount) => mount.accessor === accessor);
  }

  mountByUuid(uuid: string): MountEntry | undefined {
    return Object.values(this.state.mounts).find((mount) => mount.uuid === uuid);
  }

  /** @throws Error when the mount table lost one of Vault's own mounts, which nothing can do */
  ownMount(route: string): MountEntry {
    const mount = this.state.mounts[route];
    if (mount === undefined) throw new Error(`Vault's own mount ${route} is missing`);
    return mount;
  }

  typeOf(mount: { readonly class: string; readonly type: string }): BackendType {
    const type = this.registry[`${mount.class}/${mount.type}`];
    if (type === undefined) throw new Error(`no backend of type ${mount.class}/${mount.type}`);
    return type;
  }
}
