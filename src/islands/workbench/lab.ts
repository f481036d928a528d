import {
  type Exchange,
  faults,
  KernelError,
  machines,
  Session,
  SessionError,
  type Step,
  type WorldDefinition,
} from '../../sim/index.ts';
import { askedOf } from './asked.ts';
import { type Cause, causesOf } from './causes.ts';
import { type Explanation, explanationOf } from './explanation.ts';
import { type Scene, sceneOf } from './scene.ts';

/** What the workbench is opened with: a world, and what has been done in it. */
export interface Opening {
  readonly title: string;
  readonly world: WorldDefinition;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

/** Why something could not be done, for the person who tried. */
export interface Trouble {
  readonly text: string;
  readonly remedy: string;
}

export interface LabState {
  readonly files: Readonly<Record<string, string>>;
  /** Files differ from what the running world was given. */
  readonly changed: boolean;
  /** The world as it stands, or null before the first run. */
  readonly scene: Scene | null;
  readonly playing: boolean;
  /** Virtual milliseconds a real millisecond. */
  readonly speed: number;
  /** Exchange that is looked at. */
  readonly selected: number | null;
  readonly activeFaults: readonly string[];
  readonly trouble: Trouble | null;
}

export const SPEEDS = [1, 10, 60, 600, 3600, 10_000] as const;

/** Virtual milliseconds that pass at once after Run: enough for a Pod to start or to fail visibly. */
const FIRST_LOOK = 30_000;

const troubleOf = (error: unknown): Trouble => {
  if (error instanceof SessionError) return { text: error.message, remedy: error.remedy };
  if (error instanceof KernelError)
    return {
      text: `The model stopped: ${error.message}`,
      remedy: 'Please report this with your files; go back in time or run again to continue.',
    };
  throw error;
};

/** The workbench without its looks: files, a session, time that plays. Everything visible is in `state`. */
export class Lab {
  #state: LabState;
  #session: Session | null = null;
  #opening: Opening;
  #applied: Readonly<Record<string, string>> = {};
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | null = null;

  constructor(opening: Opening) {
    this.#opening = opening;
    this.#state = {
      files: { ...opening.world.files, ...opening.files },
      changed: false,
      scene: null,
      playing: false,
      speed: 10,
      selected: null,
      activeFaults: [],
      trouble: null,
    };
  }

  get state(): LabState {
    return this.#state;
  }

  get opening(): Opening {
    return this.#opening;
  }

  /** The running world, or null before the first run. Whoever looks at it works on a branch. */
  get session(): Session | null {
    return this.#session;
  }

  /** Names of the faults one can inject. */
  get faults(): readonly { readonly id: string; readonly title: string; readonly about: string }[] {
    return Object.values(faults);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Change a file in the editor. The world takes notice when it is run or applied. */
  edit(name: string, text: string): void {
    const files = { ...this.#state.files, [name]: text };
    this.#set({
      files,
      changed: this.#session !== null && Object.keys(files).some((n) => files[n] !== this.#applied[n]),
    });
  }

  /** Begin a new world with the files as they are, set it up, and apply the workload. */
  run(): void {
    this.pause();
    const { files } = this.#state;
    this.#guarded(
      () => {
        this.#session = null;
        const session = new Session(machines, { ...this.#opening.world, files });
        this.#session = session;
        this.#applied = files;
        const steps =
          this.#opening.steps.length > 0 ? this.#opening.steps : [{ at: 0, run: 'kubectl apply -f app.yaml' }];
        for (const step of steps) session.do(step);
        session.advanceTo(Math.max(session.now, FIRST_LOOK));
      },
      { selected: null, activeFaults: [], changed: false },
    );
  }

  /** Apply files that changed to the running world, by the commands an operator would type. */
  apply(): void {
    const { files } = this.#state;
    this.#guarded(
      (session) => {
        const changed = Object.keys(files).filter((n) => files[n] !== this.#applied[n]);
        for (const name of changed) session.save(name, files[name] ?? '');
        for (const command of changed.flatMap(commandFor)) session.type(command);
        this.#applied = files;
      },
      { changed: false },
    );
  }

  /** Type in the console. Without a running world, one is begun first. */
  type(script: string): void {
    if (this.#session === null) this.#guarded(() => this.#begin());
    this.#guarded((session) => {
      for (const [name, text] of Object.entries(this.#state.files)) session.save(name, text);
      session.type(script);
      // Commands may write files; the editor shows what is there.
      this.#set({ files: { ...this.#state.files, ...session.files() } });
    });
  }

  fault(id: string, change: 'begin' | 'end'): void {
    this.#guarded((session) => session.fault(id, change));
    const others = this.#state.activeFaults.filter((f) => f !== id);
    this.#set({ activeFaults: change === 'begin' ? [...others, id] : others });
  }

  seek(time: number): void {
    this.#guarded((session) => session.seek(Math.min(time, session.run.end - session.start)));
  }

  /** Let so much time pass. */
  advance(milliseconds: number): void {
    this.#guarded((session) => {
      const to = session.now + milliseconds;
      const known = session.run.end - session.start;
      if (to <= known) session.seek(to);
      else session.advanceTo(to);
    });
  }

  /** Go to the next, or the previous, exchange. */
  step(direction: 1 | -1): void {
    this.#guarded((session) => {
      const all = sceneOf(session, true).exchanges;
      const at = direction === 1 ? all.find((e) => e.at > session.now) : all.findLast((e) => e.at < session.now);
      if (at) {
        session.seek(at.at);
        this.#set({ selected: at.id });
      } else if (direction === 1) {
        const due = session.run.nextDue();
        if (due !== undefined) session.advanceTo(due - session.start);
      } else session.seek(0);
    });
  }

  /** Go to the next exchange that was refused or not answered, as far as the run is known. */
  nextFailure(): void {
    this.#guarded((session) => {
      const chosen = this.#state.selected ?? -1;
      const next = sceneOf(session, true).exchanges.find(
        (e) => e.denied && !isLookup(e) && (e.at > session.now || (e.at === session.now && e.id > chosen)),
      );
      if (!next)
        throw new SessionError('No later failure is known.', 'Go back in time, or let more time pass, and ask again.');
      session.seek(next.answeredAt ?? next.at);
      this.#set({ selected: next.id });
    });
  }

  /** Play what is known, and stop at its end. From the end it begins anew. */
  play(speed: number = this.#state.speed): void {
    const session = this.#session;
    if (session === null) return;
    this.pause();
    const known = (): number => session.run.end - session.start;
    if (session.now >= known()) this.seek(0);
    this.#set({ playing: true, speed });
    let last = performance.now();
    this.#timer = setInterval(() => {
      const now = performance.now();
      this.seek(session.now + (now - last) * speed);
      last = now;
      if (session.now >= known()) this.pause();
    }, 50);
  }

  setSpeed(speed: number): void {
    this.#set({ speed });
  }

  pause(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    if (this.#state.playing) this.#set({ playing: false });
  }

  /** What the asked party did with an exchange. */
  explain(exchange: number): Explanation | null {
    return this.#session && explanationOf(this.#session, exchange);
  }

  /** Lines of the files, as the running world was given them, that led to an exchange. */
  causes(exchange: number, stoppedIn: string | null): readonly Cause[] {
    const asked = this.#session && askedOf(this.#session, exchange, stoppedIn);
    return asked ? causesOf(this.#applied, asked) : [];
  }

  /** Whether a file reads as the running world was given it, so that places in it still hold. */
  isApplied(file: string): boolean {
    return this.#state.files[file] === this.#applied[file];
  }

  select(exchange: number | null): void {
    this.#set({ selected: exchange });
  }

  /** Give all files back as the world had them, and forget the run. */
  reset(): void {
    this.pause();
    this.#session = null;
    const files = { ...this.#opening.world.files, ...this.#opening.files };
    this.#set({ files, changed: false, scene: null, selected: null, activeFaults: [], trouble: null });
  }

  #begin(): void {
    this.#session = new Session(machines, { ...this.#opening.world, files: this.#state.files });
    this.#applied = this.#state.files;
  }

  #guarded(action: (session: Session) => void, also: Partial<LabState> = {}): void {
    let trouble: Trouble | null = null;
    try {
      // `run` and `#begin` make the session; the others need one.
      action(this.#session as Session);
    } catch (error) {
      trouble = troubleOf(error);
    }
    const session = this.#session;
    this.#set({ ...also, trouble, scene: session ? sceneOf(session) : null });
  }

  #set(change: Partial<LabState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** `kubectl apply` asks of each object whether it exists; to hear that it does not is no failure. */
const isLookup = (exchange: Exchange): boolean =>
  exchange.from === 'operator' && exchange.status === 404 && exchange.request.startsWith('GET ');

/** The commands by which an operator applies a changed file. */
const commandFor = (name: string): string[] => {
  if (name.endsWith('.hcl')) return [`vault policy write ${name.replace(/\.hcl$/, '')} ${name}`];
  if (name === 'vault.yaml') return [`bank-vaults configure --once --vault-config-file ${name}`];
  if (/\.ya?ml$/.test(name)) return [`kubectl apply -f ${name}`];
  return [];
};
