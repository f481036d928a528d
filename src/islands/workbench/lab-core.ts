import type { Bookmark } from '../../share/recorded-run.ts';
import type { Exchange, Pieces, Session } from '../../sim/index.ts';
import { Undo } from './history.ts';
import type { Files, LabState } from './lab-state.ts';
import { filesOf, type Opening } from './opening.ts';
import { Pump, type Task } from './pump.ts';
import type { Scene, SceneReader } from './scene.ts';
import { troubleOf } from './trouble.ts';

export type Model = typeof import('./model.ts');

/** Real milliseconds between two pictures of a run that is being worked on. */
const GLIMPSE = 250;
/** Work that takes longer than this many milliseconds is announced. */
const PATIENCE = 150;

/** A run that is kept beside others. */
export interface Kept {
  readonly name: string;
  readonly session: Session | null;
  /** The files as this run was given them. */
  readonly applied: Files;
  readonly bookmarks: readonly Bookmark[];
}

/** All that undo brings back. */
interface Before {
  readonly opening: Opening;
  /** Null: the files were not touched. */
  readonly files: Files | null;
  readonly kept: ReadonlyMap<number, Kept>;
  readonly run: number;
}

/** One thing to do. */
export interface Job {
  readonly what: string;
  /** `change`: can be undone, and is undone when it is cancelled. `look`: goes to another moment. */
  readonly kind: 'change' | 'look';
  readonly touchesFiles?: boolean;
  /** A newer job with the same key takes the place of an older one. */
  readonly key?: string;
  /** What is done at once has no pieces. */
  pieces(model: Model, pause: () => boolean): Pieces<void> | void;
  /** Share done, 0 to 1. */
  share?(): number;
  /** Also change so much when it is done. */
  readonly also?: Partial<LabState>;
}

/** The first run of an opening, before it is run. */
export const UNPLAYED: ReadonlyMap<number, Kept> = new Map([
  [1, { name: 'Run 1', session: null, applied: {}, bookmarks: [] }],
]);

/** State, runs, undo, and the work that takes turns with the page: what all that can be done on a workbench stands on. */
export class LabCore {
  protected current: LabState;
  protected opened: Opening;
  protected kept: ReadonlyMap<number, Kept>;
  protected model: Model | null = null;
  protected readonly memory = new Undo<Before>();
  protected steppedAt = -1;
  #reader: SceneReader | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #pump = new Pump();
  readonly #queue: Job[] = [];
  #now: { readonly job: Job; readonly task: Task } | null = null;

  constructor(opening: Opening) {
    this.opened = opening;
    this.kept = UNPLAYED;
    this.current = {
      files: filesOf(opening),
      changed: false,
      scene: null,
      playing: false,
      speed: 10,
      selected: null,
      stepped: null,
      bookmarks: [],
      runs: [{ id: 1, name: 'Run 1' }],
      run: 1,
      faults: [],
      work: null,
      undo: null,
      redo: null,
      trouble: null,
      notice: null,
    };
  }

  get state(): LabState {
    return this.current;
  }

  get opening(): Opening {
    return this.opened;
  }

  /** Nothing that was asked for is still to be done. */
  get idle(): boolean {
    return this.#now === null && this.#queue.length === 0;
  }

  /** The run that is shown, or null before the first. Look only. */
  get session(): Session | null {
    return this.shown.session;
  }

  /** All exchanges of the run that is shown, also those that are known of the future. */
  known(): readonly Exchange[] {
    return this.session && this.model ? this.read(this.model).whole(this.session) : [];
  }

  /** What a look at another known moment shows; the moment that is shown stays. */
  lookAt<T>(time: number, look: (session: Session) => T): T | null {
    const { session } = this;
    if (session === null || this.#now) return null;
    const { now } = session;
    if (time <= now) {
      const past = session.branch();
      past.seek(time);
      return look(past);
    }
    session.seek(time);
    const seen = look(session);
    session.seek(now);
    return seen;
  }

  /** All exchanges of a run that is kept. */
  exchangesOf(id: number): readonly Exchange[] {
    const session = this.kept.get(id)?.session;
    // A reader of its own: the one of the page reads the run that is shown.
    return session && this.model ? new this.model.SceneReader().whole(session) : [];
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Get the model ready, so that the first run need not wait for it. */
  async load(): Promise<Model> {
    if (this.model) return this.model;
    const model = await import('./model.ts');
    this.model ??= model;
    this.#reader ??= new model.SceneReader();
    if (this.current.faults.length === 0) this.set({ faults: model.faultCatalogue() });
    return model;
  }

  /** Give up what is being done. A change is taken back, time stays where it has come. */
  cancel(): void {
    this.halt();
    this.#queue.length = 0;
    if (this.#now) this.#now.task.cancelled = true;
  }

  /** Say something on behalf of what is done around the lab. */
  say(change: Partial<Pick<LabState, 'trouble' | 'notice'>>): void {
    this.set({ trouble: null, notice: null, ...change });
  }

  undo(): void {
    if (this.#now) return;
    this.bring(this.memory.back(this.before(true)));
  }

  redo(): void {
    if (this.#now) return;
    this.bring(this.memory.forth(this.before(true)));
  }

  protected get shown(): Kept {
    const kept = this.kept.get(this.current.run);
    if (!kept) throw new Error(`there is no run ${this.current.run}`);
    return kept;
  }

  protected keep(change: Partial<Kept>): void {
    this.kept = new Map(this.kept).set(this.current.run, { ...this.shown, ...change });
  }

  /** The session that the present job works on. */
  /** Stop what plays. */
  protected halt(): void {}

  /** The run is about to be changed. */
  protected changing(): void {}

  protected open(): Session {
    const { session } = this;
    if (session === null) throw Object.assign(new Error('Nothing runs yet.'), { remedy: 'Press Run first.' });
    return session;
  }

  protected read(model: Model): SceneReader {
    this.#reader ??= new model.SceneReader();
    return this.#reader;
  }

  protected before(touchesFiles: boolean): Before {
    const { files, run } = this.current;
    return { opening: this.opened, files: touchesFiles ? files : null, kept: this.kept, run };
  }

  protected bring(before: Before | null): void {
    if (!before) return;
    this.halt();
    this.opened = before.opening;
    this.kept = before.kept;
    const { files, run } = before;
    this.publish({ run, selected: null, trouble: null, notice: null, ...(files && { files }) });
  }

  protected do(job: Job): void {
    if (job.key !== undefined) {
      const same = this.#queue.findIndex((j) => j.key === job.key);
      if (same >= 0) this.#queue.splice(same, 1);
      if (this.#now?.job.key === job.key) this.#now.task.cancelled = true;
    }
    this.#queue.push(job);
    if (!this.#now) void this.#work();
  }

  async #work(): Promise<void> {
    for (let job = this.#queue.shift(); job; job = this.#queue.shift()) await this.#one(job);
  }

  async #one(job: Job): Promise<void> {
    const task: Task = { cancelled: false };
    this.#now = { job, task };
    const model = this.model ?? (await this.#loading());
    if (!model) {
      this.#now = null;
      return;
    }
    if (job.kind === 'change') {
      this.changing();
      this.memory.remember(job.what, this.before(job.touchesFiles === true));
      const { session } = this;
      // What is undone must be as it was, its known future included.
      if (session) this.keep({ session: session.branch() });
    }
    const began = performance.now();
    let glimpse = began + GLIMPSE;
    const between = (): void => {
      const now = performance.now();
      if (now - began < PATIENCE || now < glimpse) return;
      glimpse = now + GLIMPSE;
      this.publish({ work: { what: job.what, share: job.share?.() ?? null } });
    };
    let trouble: LabState['trouble'] = null;
    try {
      const done = await this.#pump.work(task, (pause) => job.pieces(model, pause), between);
      if (done === null && job.kind === 'change') {
        const before = this.memory.drop();
        if (before) this.bring({ ...before, files: null });
      }
    } catch (error) {
      trouble = troubleOf(error);
    }
    this.#now = null;
    this.publish({ ...(job.kind === 'change' && { notice: null }), ...job.also, work: null, trouble });
  }

  async #loading(): Promise<Model | null> {
    this.set({ work: { what: 'load the model', share: null } });
    try {
      return await this.load();
    } catch {
      this.set({
        work: null,
        trouble: { text: 'The model could not be loaded.', remedy: 'Check the connection and try again.' },
      });
      return null;
    }
  }

  protected publish(change: Partial<LabState>): void {
    const next = { ...this.current, ...change };
    const session = this.kept.get(next.run)?.session ?? null;
    let scene: Scene | null = null;
    if (session && this.model) scene = this.read(this.model).read(session);
    // A transition is said while its moment is shown.
    const stepped = scene?.now === this.steppedAt ? next.stepped : null;
    this.set({ ...change, scene, stepped });
  }

  protected set(change: Partial<LabState>): void {
    const next = { ...this.current, ...change };
    const kept = this.kept.get(next.run);
    const { files } = next;
    const applied = kept?.applied ?? {};
    const names = new Set([...Object.keys(files), ...Object.keys(applied)]);
    this.current = {
      ...next,
      changed: kept?.session != null && [...names].some((n) => files[n] !== applied[n]),
      bookmarks: kept?.bookmarks ?? [],
      runs: [...this.kept].map(([id, { name }]) => ({ id, name })),
      undo: this.memory.undo,
      redo: this.memory.redo,
    };
    for (const listener of this.#listeners) listener();
  }
}
