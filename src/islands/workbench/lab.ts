import { type Bookmark, type RecordedRun, VERSION } from '../../share/recorded-run.ts';
import type { Entry, Exchange, Pieces, Session } from '../../sim/index.ts';
import { clockText } from '../shared/time.ts';
import type { Cause } from './causes.ts';
import type { Causes } from './causes-of-run.ts';
import type { Completion } from './completion.ts';
import type { Explanation } from './explanation.ts';
import { Undo } from './history.ts';
import type { Files, LabState } from './lab-state.ts';
import { filesOf, type Opening } from './opening.ts';
import { Pump, type Task } from './pump.ts';
import type { Scene, SceneReader } from './scene.ts';
import { troubleOf } from './trouble.ts';

export type { LabState } from './lab-state.ts';
export type { Opening } from './opening.ts';
export type { Trouble } from './trouble.ts';

type Model = typeof import('./model.ts');

export const SPEEDS = [1, 10, 60, 600, 3600, 10_000] as const;

/** Virtual milliseconds that pass at once after Run: enough for a Pod to start or to fail visibly. */
const FIRST_LOOK = 30_000;
/** Real milliseconds between two pictures of a run that plays, and of one that is being worked on. */
const FRAME = 40;
const GLIMPSE = 250;
/** Work that takes longer than this many milliseconds is announced. */
const PATIENCE = 150;

/** Number of the run that was there before Run was pressed again. */
const PREVIOUS = 0;

/** A run that is kept beside others. */
interface Kept {
  readonly name: string;
  readonly session: Session | null;
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
interface Job {
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

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The model of the page. Tests give their own. */
const loadModel = (): Promise<Model> => import('./model.ts');

/** The workbench without its looks: files, runs, time that plays. Everything visible is in `state`. */
export class Lab {
  #state: LabState;
  #opening: Opening;
  #kept: ReadonlyMap<number, Kept>;
  #model: Model | null = null;
  #reader: SceneReader | null = null;
  #causes: { readonly of: Files; readonly causes: Causes } | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #pump = new Pump();
  readonly #undo = new Undo<Before>();
  readonly #queue: Job[] = [];
  #now: { readonly job: Job; readonly task: Task } | null = null;
  #playing: object | null = null;
  #steppedAt = -1;
  /** Files that were typed in since this opening was begun. */
  #typed = new Set<string>();

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#kept = new Map([[1, { name: 'Run 1', session: null, applied: {}, bookmarks: [] }]]);
    this.#state = {
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
    return this.#state;
  }

  get opening(): Opening {
    return this.#opening;
  }

  /** Nothing that was asked for is still to be done. */
  get idle(): boolean {
    return this.#now === null && this.#queue.length === 0;
  }

  /** The run that is shown, or null before the first. Look only. */
  get session(): Session | null {
    return this.#run.session;
  }

  /** All exchanges of the run that is shown, also those that are known of the future. */
  known(): readonly Exchange[] {
    return this.session && this.#model ? this.#read(this.#model).whole(this.session) : [];
  }

  /** What could stand at the cursor of the console: names come from the world that runs. */
  complete(line: string, cursor: number): Completion | null {
    const world = this.session?.run.world;
    return world && this.#model ? this.#model.complete(line, cursor, world) : null;
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
    const session = this.#kept.get(id)?.session;
    // A reader of its own: the one of the page reads the run that is shown.
    return session && this.#model ? new this.#model.SceneReader().whole(session) : [];
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Get the model ready, so that the first run need not wait for it. */
  async load(): Promise<Model> {
    if (this.#model) return this.#model;
    const model = await loadModel();
    this.#model ??= model;
    this.#reader ??= new model.SceneReader();
    if (this.#state.faults.length === 0)
      this.#set({ faults: Object.values(model.faults).map(({ id, title, about }) => ({ id, title, about })) });
    return model;
  }

  /** Change a file in the editor. The world takes notice when it is run or applied. */
  edit(name: string, text: string): void {
    if (this.#state.files[name] === text) return;
    this.#typed.add(name);
    this.#files({ ...this.#state.files, [name]: text });
  }

  /** Change files as one step that can be undone: a null takes a file away. */
  changeFiles(what: string, change: Readonly<Record<string, string | null>>): void {
    this.#undo.remember(what, this.#before(true));
    const files = Object.entries({ ...this.#state.files, ...change });
    this.#files(Object.fromEntries(files.filter((f): f is [string, string] => f[1] !== null)));
  }

  /** Begin a new world with the files as they are, set it up, and do what the opening does: apply the workload at least. */
  run(): void {
    this.pause();
    const { files } = this.#state;
    const { world, steps } = this.#opening;
    const todo = steps.length > 0 ? steps : [{ at: 0, run: 'kubectl apply -f app.yaml' }];
    const until = Math.max(todo.at(-1)?.at ?? 0, this.#opening.until ?? FIRST_LOOK);
    const lab = this;
    let latest: Session | null = null;
    this.#do({
      what: 'run',
      kind: 'change',
      also: { selected: null },
      share: () => (latest ? Math.max(0, latest.now) / until : 0),
      *pieces(model, pause) {
        lab.#keepPrevious();
        lab.#keep({ session: null, applied: files, bookmarks: [] });
        latest = yield* model.Session.begin(model.machines, { ...world, files }, pause);
        lab.#keep({ session: latest });
        for (const step of todo) yield* latest.doing(step, pause);
        yield* latest.advancing(until, pause);
      },
    });
  }

  /** Apply files that changed to the running world, by the commands an operator would type. */
  apply(): void {
    const { files } = this.#state;
    const { applied } = this.#run;
    const lab = this;
    this.#do({
      what: 'apply changes',
      kind: 'change',
      *pieces(_, pause) {
        const session = lab.#open();
        const changed = Object.keys(files).filter((n) => files[n] !== applied[n]);
        for (const name of changed) session.save(name, files[name] ?? '');
        for (const command of changed.flatMap(commandFor)) yield* session.typing(command, undefined, pause);
        lab.#keep({ applied: files });
      },
    });
  }

  /** Type in the console. Without a running world, one is begun first. */
  type(script: string): void {
    const lab = this;
    this.#do({
      what: script.length > 40 ? `${script.slice(0, 39)}…` : script,
      kind: 'change',
      touchesFiles: true,
      *pieces(model, pause) {
        const { files } = lab.#state;
        if (lab.session === null) {
          const session = yield* model.Session.begin(model.machines, { ...lab.#opening.world, files }, pause);
          lab.#keep({ session, applied: files });
        }
        const session = lab.#open();
        for (const [name, text] of Object.entries(files)) session.save(name, text);
        yield* session.typing(script, undefined, pause);
        // Commands may write files; the editor shows what is there.
        lab.#files({ ...lab.#state.files, ...session.files() });
      },
    });
  }

  /** Ctrl-C in the console. */
  interrupt(): void {
    const lab = this;
    this.#do({
      what: 'Ctrl+C',
      kind: 'change',
      pieces() {
        lab.#open().interrupt();
      },
    });
  }

  /** Begin or end a fault. */
  fault(id: string, change: 'begin' | 'end'): void {
    const lab = this;
    const title = this.#state.faults.find((f) => f.id === id)?.title ?? id;
    this.#do({
      what: `${change === 'begin' ? 'inject' : 'heal'}: ${title}`,
      kind: 'change',
      pieces() {
        lab.#open().fault(id, change);
      },
    });
  }

  /** Go to a moment that is known. */
  seek(time: number): void {
    const lab = this;
    this.#do({
      what: 'go to another moment',
      kind: 'look',
      key: 'seek',
      *pieces(_, pause) {
        const session = lab.#open();
        yield* session.seeking(Math.min(Math.round(time), session.run.end - session.start), pause);
      },
    });
  }

  /** Let so much time pass. */
  advance(milliseconds: number): void {
    const lab = this;
    let share = 0;
    this.#do({
      what: 'let time pass',
      kind: 'look',
      share: () => share,
      *pieces(_, pause) {
        const session = lab.#open();
        const from = session.now;
        const known = session.run.end - session.start;
        if (from + milliseconds <= known) session.run.near(session.start + from + milliseconds);
        const pieces = session.advancing(from + milliseconds, pause);
        while (!pieces.next().done) {
          share = (session.now - from) / milliseconds;
          yield;
        }
      },
    });
  }

  /** Go to the next, or the previous, exchange. */
  step(direction: 1 | -1): void {
    const lab = this;
    this.#look('step to an exchange', function* (model, pause) {
      const session = lab.#open();
      const chosen = lab.#state.selected ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
      const { now } = session;
      const all = [...lab.#read(model).whole(session)].sort((a, b) => a.at - b.at || a.id - b.id);
      const at =
        direction === 1
          ? all.find((e) => e.at > now || (e.at === now && e.id > chosen))
          : all.findLast((e) => e.at < now || (e.at === now && e.id < chosen));
      if (at) {
        yield* session.seeking(at.at, pause);
        lab.#set({ selected: at.id });
      } else if (direction === 1) {
        const due = session.nextDue();
        if (due !== undefined) yield* session.advancing(due, pause);
      } else yield* session.seeking(0, pause);
    });
  }

  /** Go to the next, or the previous, transition of a machine that has a story: not of Kubernetes' control loops. */
  stepState(direction: 1 | -1): void {
    const lab = this;
    this.#look('step to a transition', function* (_, pause) {
      const session = lab.#open();
      const { known, world } = session.run;
      const first = known.findIndex((e) => e.at >= session.start);
      // One event may take a machine through several states; the world has them all, the steps go one by one.
      const here = lab.#state.stepped?.index ?? world.length - (direction === 1 ? 1 : 0);
      let i = here + direction;
      while (i >= first && i < known.length && !hasStory(known[i])) i += direction;
      const entry = known[i];
      if (i < first || entry?.kind !== 'state') {
        if (direction === -1) yield* session.seeking(0, pause);
        else throw noLater('transition');
        return;
      }
      yield* session.seekingEntry(i, pause);
      const { actor, machine, from, to, event } = entry;
      lab.#steppedAt = session.now;
      lab.#set({ stepped: { index: i, actor, machine, from, to, event } });
    });
  }

  /** Go to the next exchange that was refused or not answered, as far as the run is known. */
  nextFailure(): void {
    const lab = this;
    this.#look('go to the next failure', function* (model, pause) {
      const session = lab.#open();
      const chosen = lab.#state.selected ?? -1;
      const next = lab
        .#read(model)
        .whole(session)
        .find(
          (e) =>
            e.denied &&
            !model.isLookup(e) &&
            ((e.answeredAt ?? e.at) > session.now || ((e.answeredAt ?? e.at) === session.now && e.id > chosen)),
        );
      if (!next) throw noLater('failure');
      yield* session.seeking(next.answeredAt ?? next.at, pause);
      lab.#set({ selected: next.id });
    });
  }

  /** Play what is known, and stop at its end. From the end it begins anew. */
  play(speed: number = this.#state.speed): void {
    const { session } = this;
    if (session === null) return;
    this.pause();
    this.#set({ playing: true, speed });
    const token = {};
    this.#playing = token;
    if (session.now >= session.run.end - session.start) this.seek(0);
    void this.#play(token);
  }

  async #play(token: object): Promise<void> {
    let last = performance.now();
    while (this.#playing === token) {
      await pause(FRAME);
      const now = performance.now();
      const { session } = this;
      if (this.#playing !== token || session === null) return;
      // Other work goes first; no time passes meanwhile.
      if (this.#now === null) {
        const known = session.run.end - session.start;
        const to = Math.min(known, session.now + (now - last) * this.#state.speed);
        this.seek(to);
        if (to >= known) {
          this.pause();
          return;
        }
      }
      last = now;
    }
  }

  setSpeed(speed: number): void {
    this.#set({ speed });
  }

  pause(): void {
    this.#playing = null;
    if (this.#state.playing) this.#set({ playing: false });
  }

  /** Give up what is being done. A change is taken back, time stays where it has come. */
  cancel(): void {
    this.pause();
    this.#queue.length = 0;
    if (this.#now) this.#now.task.cancelled = true;
  }

  select(exchange: number | null): void {
    this.#set({ selected: exchange });
  }

  /** Mark the moment that is shown, or take its mark away. */
  toggleBookmark(): void {
    const { scene, bookmarks } = this.#state;
    if (!scene) return;
    const others = bookmarks.filter((b) => b.at !== scene.now);
    const mark = { at: scene.now, name: clockText(scene.now, true) };
    const marked = others.length < bookmarks.length ? others : [...others, mark];
    this.#keep({ bookmarks: marked.sort((a, b) => a.at - b.at) });
    this.#set({});
  }

  /** Keep the run as it is, and go on in another one that shares its past. */
  branch(): void {
    const { session } = this;
    if (session === null || this.#now) return;
    this.#undo.remember('branch', this.#before(false));
    const id = Math.max(...this.#kept.keys()) + 1;
    const kept = new Map(this.#kept);
    kept.set(id, { ...this.#run, name: `Run ${id}`, session: session.branch() });
    this.#kept = kept;
    this.#publish({ run: id, notice: `Run ${id} goes its own way from here. ${this.#run.name} is kept.` });
  }

  /** Show another of the runs that are kept. */
  show(id: number): void {
    if (!this.#kept.has(id) || this.#now) return;
    this.pause();
    this.#publish({ run: id, selected: null });
  }

  /** Lines of the files, as the running world was given them, that led to an exchange. */
  causes(exchange: Pick<Exchange, 'id' | 'state'>): readonly Cause[] {
    const entries = this.session?.run.known;
    return entries ? (this.#causesOf()?.of(entries, exchange) ?? []) : [];
  }

  /** The exchanges shown that a line of a file had a part in. Lines count from 1. */
  causedBy(file: string, line: number): ReadonlySet<number> {
    const entries = this.session?.run.known;
    const { scene } = this.#state;
    if (!entries || !scene || !this.isApplied(file)) return new Set();
    return this.#causesOf()?.by(entries, scene.exchanges, file, line) ?? new Set();
  }

  /** What the asked party did with an exchange. */
  explain(exchange: number): Explanation | null {
    const { session } = this;
    return session && this.#model ? this.#model.explanationOf(session, exchange) : null;
  }

  /** Whether a file reads as the running world was given it, so that places in it still hold. */
  isApplied(file: string): boolean {
    return this.#state.files[file] === this.#run.applied[file];
  }

  /** Say something on behalf of what is done around the lab. */
  say(change: Partial<Pick<LabState, 'trouble' | 'notice'>>): void {
    this.#set({ trouble: null, notice: null, ...change });
  }

  /** Give all files back as the opening has them, and forget the run. Undo brings both back. */
  reset(): void {
    this.#undo.remember('reset', this.#before(true));
    this.#typed.clear();
    this.begin(this.#opening);
  }

  /** Open something else. Undo brings back what was there. */
  openOther(opening: Opening): void {
    this.#undo.remember('open', this.#before(true));
    this.#typed.clear();
    this.begin(opening);
  }

  /** Begin with an opening, as if nothing had been before. */
  begin(opening: Opening): void {
    this.cancel();
    this.#opening = opening;
    this.#kept = new Map([[1, { name: 'Run 1', session: null, applied: {}, bookmarks: [] }]]);
    const typed = [...this.#typed].map((name) => [name, this.#state.files[name] ?? '']);
    const files = { ...filesOf(opening), ...Object.fromEntries(typed) };
    this.#publish({ run: 1, files, selected: null, trouble: null, notice: null });
  }

  undo(): void {
    if (this.#now) return;
    this.#bring(this.#undo.back(this.#before(true)));
  }

  redo(): void {
    if (this.#now) return;
    this.#bring(this.#undo.forth(this.#before(true)));
  }

  /** Everything that must not be lost, as plain data. */
  record(): RecordedRun {
    const { session, bookmarks } = this.#run;
    return {
      version: VERSION,
      title: this.#opening.title,
      worldName: this.#opening.worldName,
      world: this.#opening.world,
      files: this.#state.files,
      run: session && {
        files: session.world.files,
        steps: session.plan,
        now: session.now,
        end: session.run.end - session.start,
        bookmarks,
      },
    };
  }

  /**
   * Bring back a recorded workbench: its files at once, its run as soon as it has been played again.
   * @param notice said when it is done
   */
  restore(record: RecordedRun, notice: string | null): void {
    // What was typed while the page came alive is newer than what was kept.
    const typed = Object.fromEntries([...this.#typed].map((name) => [name, this.#state.files[name] ?? '']));
    this.#set({ files: { ...record.files, ...typed }, notice });
    const { run } = record;
    if (run === null) return;
    const lab = this;
    let latest: Session | null = null;
    this.#do({
      what: 'play the run again',
      kind: 'look',
      share: () => (latest ? Math.max(0, latest.now) / Math.max(run.end, 1) : 0),
      also: { notice },
      *pieces(model, pause) {
        yield* model.sessionOf({ ...record, run }, pause, (session) => {
          latest = session;
          lab.#keep({ session, applied: run.files, bookmarks: run.bookmarks });
        });
        lab.#keep({ applied: latest ? { ...run.files, ...latest.files() } : run.files });
      },
    });
  }

  /** The run that another is about to take the place of stays beside it, for a comparison. */
  #keepPrevious(): void {
    if (this.session === null) return;
    const { run } = this.#state;
    this.#kept = new Map([
      [PREVIOUS, { ...this.#run, name: 'Previous run' }],
      ...[...this.#kept].filter(([id]) => id !== PREVIOUS || id === run),
    ]);
  }

  get #run(): Kept {
    const kept = this.#kept.get(this.#state.run);
    if (!kept) throw new Error(`there is no run ${this.#state.run}`);
    return kept;
  }

  #keep(change: Partial<Kept>): void {
    this.#kept = new Map(this.#kept).set(this.#state.run, { ...this.#run, ...change });
  }

  /** The session that the present job works on. */
  #open(): Session {
    const { session } = this;
    if (session === null) throw Object.assign(new Error('Nothing runs yet.'), { remedy: 'Press Run first.' });
    return session;
  }

  #read(model: Model): SceneReader {
    this.#reader ??= new model.SceneReader();
    return this.#reader;
  }

  #causesOf(): Causes | null {
    const { applied } = this.#run;
    if (!this.#model) return null;
    if (this.#causes?.of !== applied) this.#causes = { of: applied, causes: new this.#model.Causes(applied) };
    return this.#causes.causes;
  }

  #files(files: Files): void {
    this.#set({ files });
  }

  #before(touchesFiles: boolean): Before {
    const { files, run } = this.#state;
    return { opening: this.#opening, files: touchesFiles ? files : null, kept: this.#kept, run };
  }

  #bring(before: Before | null): void {
    if (!before) return;
    this.pause();
    this.#opening = before.opening;
    this.#kept = before.kept;
    const { files, run } = before;
    this.#publish({ run, selected: null, trouble: null, notice: null, ...(files && { files }) });
  }

  #look(what: string, pieces: Job['pieces']): void {
    this.pause();
    this.#do({ what, kind: 'look', pieces });
  }

  #do(job: Job): void {
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
    const model = this.#model ?? (await this.#loading());
    if (!model) {
      this.#now = null;
      return;
    }
    if (job.kind === 'change') {
      this.#undo.remember(job.what, this.#before(job.touchesFiles === true));
      const { session } = this;
      // What is undone must be as it was, its known future included.
      if (session) this.#keep({ session: session.branch() });
    }
    const began = performance.now();
    let glimpse = began + GLIMPSE;
    const between = (): void => {
      const now = performance.now();
      if (now - began < PATIENCE || now < glimpse) return;
      glimpse = now + GLIMPSE;
      this.#publish({ work: { what: job.what, share: job.share?.() ?? null } });
    };
    let trouble: LabState['trouble'] = null;
    try {
      const done = await this.#pump.work(task, (pause) => job.pieces(model, pause), between);
      if (done === null && job.kind === 'change') {
        const before = this.#undo.drop();
        if (before) this.#bring({ ...before, files: null });
      }
    } catch (error) {
      trouble = troubleOf(error);
    }
    this.#now = null;
    this.#publish({ ...(job.kind === 'change' && { notice: null }), ...job.also, work: null, trouble });
  }

  async #loading(): Promise<Model | null> {
    this.#set({ work: { what: 'load the model', share: null } });
    try {
      return await this.load();
    } catch {
      this.#set({
        work: null,
        trouble: { text: 'The model could not be loaded.', remedy: 'Check the connection and try again.' },
      });
      return null;
    }
  }

  #publish(change: Partial<LabState>): void {
    const next = { ...this.#state, ...change };
    const session = this.#kept.get(next.run)?.session ?? null;
    let scene: Scene | null = null;
    if (session && this.#model) scene = this.#read(this.#model).read(session);
    // A transition is said while its moment is shown.
    const stepped = scene?.now === this.#steppedAt ? next.stepped : null;
    this.#set({ ...change, scene, stepped });
  }

  #set(change: Partial<LabState>): void {
    const next = { ...this.#state, ...change };
    const kept = this.#kept.get(next.run);
    const { files } = next;
    const applied = kept?.applied ?? {};
    const names = new Set([...Object.keys(files), ...Object.keys(applied)]);
    this.#state = {
      ...next,
      changed: kept?.session != null && [...names].some((n) => files[n] !== applied[n]),
      bookmarks: kept?.bookmarks ?? [],
      runs: [...this.#kept].map(([id, { name }]) => ({ id, name })),
      undo: this.#undo.undo,
      redo: this.#undo.redo,
    };
    for (const listener of this.#listeners) listener();
  }
}

/** Machines whose turns are bookkeeping: a learner who steps through a login does not want to see them. */
const BOOKKEEPING = /^(?:kubernetes\/(?:control-loop|controller-manager|scheduler)|cli\/shell)$/;
const hasStory = (entry: Entry | undefined): boolean => entry?.kind === 'state' && !BOOKKEEPING.test(entry.machine);

const noLater = (what: string): Error =>
  Object.assign(new Error(`No later ${what} is known.`), {
    remedy: 'Go back in time, or let more time pass, and ask again.',
  });

/** The commands by which an operator applies a changed file. */
const commandFor = (name: string): string[] => {
  if (name.endsWith('.hcl')) return [`vault policy write ${name.replace(/\.hcl$/, '')} ${name}`];
  if (name === 'vault.yaml') return [`bank-vaults configure --once --vault-config-file ${name}`];
  if (/\.ya?ml$/.test(name)) return [`kubectl apply -f ${name}`];
  return [];
};
