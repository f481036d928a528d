import { type PlayedRun, type RecordedRun, VERSION } from '../../share/recorded-run.ts';
import type { Exchange, Session } from '../../sim/index.ts';
import type { Cause } from './causes.ts';
import type { Causes } from './causes-of-run.ts';
import type { Completion } from './completion.ts';
import type { Explanation } from './explanation.ts';
import { UNPLAYED } from './lab-core.ts';
import type { Files } from './lab-state.ts';
import { LabTime } from './lab-time.ts';
import { filesOf, type Opening } from './opening.ts';

export type { LabState } from './lab-state.ts';
export { SPEEDS } from './lab-time.ts';
export type { Opening } from './opening.ts';
export type { Trouble } from './trouble.ts';

/** Virtual milliseconds that pass at once after Run: enough for a Pod to start or to fail visibly. */
const FIRST_LOOK = 30_000;
/** Number of the run that was there before Run was pressed again. */
const PREVIOUS = 0;

/** The workbench without its looks. Everything visible is in `state`. */
export class Lab extends LabTime {
  #causes: { readonly of: Files; readonly causes: Causes } | null = null;
  /** Files that were typed in since this opening was begun. */
  #typed = new Set<string>();
  /** A recorded run as long as it has not been played again to its end: it is not lost when that is cancelled. */
  #pending: PlayedRun | null = null;

  /** Change a file in the editor. The world takes notice when it is run or applied. */
  edit(name: string, text: string): void {
    if (this.current.files[name] === text) return;
    this.#typed.add(name);
    this.#files({ ...this.current.files, [name]: text });
  }

  /** Change files as one step that can be undone: a null takes a file away. */
  changeFiles(what: string, change: Readonly<Record<string, string | null>>): void {
    this.memory.remember(what, this.before(true));
    const files = Object.entries({ ...this.current.files, ...change });
    this.#files(Object.fromEntries(files.filter((f): f is [string, string] => f[1] !== null)));
  }

  /** Begin a new world with the files as they are, set it up, and do what the opening does: apply the workload at least. */
  run(): void {
    this.pause();
    const { files } = this.current;
    const { world, steps } = this.opened;
    const todo = steps.length > 0 ? steps : [{ at: 0, run: 'kubectl apply -f app.yaml' }];
    const until = Math.max(todo.at(-1)?.at ?? 0, this.opened.until ?? FIRST_LOOK);
    const lab = this;
    let latest: Session | null = null;
    this.do({
      what: 'run',
      kind: 'change',
      also: { selected: null },
      share: () => (latest ? Math.max(0, latest.now) / until : 0),
      *pieces(model, pause) {
        lab.#keepPrevious();
        lab.keep({ session: null, applied: files, bookmarks: [] });
        latest = yield* model.Session.begin(model.machines, { ...world, files }, pause);
        lab.keep({ session: latest });
        for (const step of todo) yield* latest.doing(step, pause);
        yield* latest.advancing(until, pause);
      },
    });
  }

  /** Apply files that changed to the running world, by the commands an operator would type. */
  apply(): void {
    const { files } = this.current;
    const { applied } = this.shown;
    const lab = this;
    this.do({
      what: 'apply changes',
      kind: 'change',
      *pieces(_, pause) {
        const session = lab.open();
        const changed = Object.keys(files).filter((n) => files[n] !== applied[n]);
        for (const name of changed) session.save(name, files[name] ?? '');
        for (const command of changed.flatMap(commandFor)) yield* session.typing(command, undefined, pause);
        lab.keep({ applied: files });
      },
    });
  }

  /** Type in the console. Without a running world, one is begun first. */
  type(script: string): void {
    const lab = this;
    this.do({
      what: script.length > 40 ? `${script.slice(0, 39)}…` : script,
      kind: 'change',
      touchesFiles: true,
      *pieces(model, pause) {
        const { files } = lab.current;
        if (lab.session === null) {
          const session = yield* model.Session.begin(model.machines, { ...lab.opened.world, files }, pause);
          lab.keep({ session, applied: files });
        }
        const session = lab.open();
        for (const [name, text] of Object.entries(files)) session.save(name, text);
        yield* session.typing(script, undefined, pause);
        // Commands may write files; the editor shows what is there.
        lab.#files({ ...lab.current.files, ...session.files() });
      },
    });
  }

  /** Ctrl-C in the console. */
  interrupt(): void {
    const lab = this;
    this.do({
      what: 'Ctrl+C',
      kind: 'change',
      pieces() {
        lab.open().interrupt();
      },
    });
  }

  /** Begin or end a fault. */
  fault(id: string, change: 'begin' | 'end'): void {
    const lab = this;
    const title = this.current.faults.find((f) => f.id === id)?.title ?? id;
    this.do({
      what: `${change === 'begin' ? 'inject' : 'heal'}: ${title}`,
      kind: 'change',
      pieces() {
        lab.open().fault(id, change);
      },
    });
  }

  /** What could stand at the cursor of the console: names come from the world that runs. */
  complete(line: string, cursor: number): Completion | null {
    const world = this.session?.run.world;
    return world && this.model ? this.model.complete(line, cursor, world) : null;
  }

  select(exchange: number | null): void {
    this.set({ selected: exchange });
  }

  /** Lines of the files, as the running world was given them, that led to an exchange. */
  causes(exchange: Pick<Exchange, 'id' | 'state'>): readonly Cause[] {
    const entries = this.session?.run.known;
    return entries ? (this.#causesOf()?.of(entries, exchange) ?? []) : [];
  }

  /** The exchanges shown that a line of a file had a part in. Lines count from 1. */
  causedBy(file: string, line: number): ReadonlySet<number> {
    const entries = this.session?.run.known;
    const { scene } = this.current;
    if (!entries || !scene || !this.isApplied(file)) return new Set();
    return this.#causesOf()?.by(entries, scene.exchanges, file, line) ?? new Set();
  }

  /** What the asked party did with an exchange. */
  explain(exchange: number): Explanation | null {
    const { session } = this;
    return session && this.model ? this.model.explanationOf(session, exchange) : null;
  }

  /** Whether a file reads as the running world was given it, so that places in it still hold. */
  isApplied(file: string): boolean {
    return this.current.files[file] === this.shown.applied[file];
  }

  /** Give all files back as the opening has them, and forget the run. Undo brings both back. */
  reset(): void {
    this.memory.remember('reset', this.before(true));
    this.#typed.clear();
    this.begin(this.opened);
  }

  /** Open something else. Undo brings back what was there. */
  openOther(opening: Opening): void {
    this.memory.remember('open', this.before(true));
    this.#typed.clear();
    this.begin(opening);
  }

  /** Begin with an opening, as if nothing had been before. */
  begin(opening: Opening): void {
    this.cancel();
    this.#pending = null;
    this.opened = opening;
    this.kept = UNPLAYED;
    const typed = [...this.#typed].map((name) => [name, this.current.files[name] ?? '']);
    const files = { ...filesOf(opening), ...Object.fromEntries(typed) };
    this.publish({ run: 1, files, selected: null, trouble: null, notice: null });
  }

  /** Everything that must not be lost, as plain data. */
  record(): RecordedRun {
    const { session, bookmarks } = this.shown;
    return {
      version: VERSION,
      title: this.opened.title,
      worldName: this.opened.worldName,
      world: this.opened.world,
      files: this.current.files,
      run:
        this.#pending ??
        (session && {
          files: session.world.files,
          steps: session.plan,
          now: session.now,
          end: session.run.end - session.start,
          bookmarks,
        }),
    };
  }

  /**
   * Bring back a recorded workbench: its files at once, its run as soon as it has been played again.
   * @param notice said when it is done
   */
  restore(record: RecordedRun, notice: string | null): void {
    // What was typed while the page came alive is newer than what was kept.
    const typed = Object.fromEntries([...this.#typed].map((name) => [name, this.current.files[name] ?? '']));
    this.set({ files: { ...record.files, ...typed }, notice });
    const { run } = record;
    if (run === null) return;
    this.#pending = run;
    const lab = this;
    let latest: Session | null = null;
    this.do({
      what: 'play the run again',
      kind: 'look',
      share: () => (latest ? Math.max(0, latest.now) / Math.max(run.end, 1) : 0),
      also: { notice },
      *pieces(model, pause) {
        yield* model.sessionOf({ ...record, run }, pause, (session) => {
          latest = session;
          lab.keep({ session, applied: run.files, bookmarks: run.bookmarks });
        });
        lab.keep({ applied: latest ? { ...run.files, ...latest.files() } : run.files });
        lab.#pending = null;
      },
    });
  }

  protected override changing(): void {
    this.#pending = null;
  }

  /** The run that another is about to take the place of stays beside it, for a comparison. */
  #keepPrevious(): void {
    if (this.session === null) return;
    const { run } = this.current;
    this.kept = new Map([
      [PREVIOUS, { ...this.shown, name: 'Previous run' }],
      ...[...this.kept].filter(([id]) => id !== PREVIOUS || id === run),
    ]);
  }

  #causesOf(): Causes | null {
    const { applied } = this.shown;
    if (!this.model) return null;
    if (this.#causes?.of !== applied) this.#causes = { of: applied, causes: new this.model.Causes(applied) };
    return this.#causes.causes;
  }

  #files(files: Files): void {
    this.set({ files });
  }
}

/** The commands by which an operator applies a changed file. */
const commandFor = (name: string): string[] => {
  if (name.endsWith('.hcl')) return [`vault policy write ${name.replace(/\.hcl$/, '')} ${name}`];
  if (name === 'vault.yaml') return [`bank-vaults configure --once --vault-config-file ${name}`];
  if (/\.ya?ml$/.test(name)) return [`kubectl apply -f ${name}`];
  return [];
};
