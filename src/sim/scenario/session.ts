import type { AnyStateMachine } from 'xstate';
import { HOME, type ShellContext, type Typed } from '../cli/index.ts';
import { activeFaults, type Fault, FaultError, faultCommands, faults } from '../faults/index.ts';
import { type Command, KernelError, type Run, type Time } from '../kernel/index.ts';
import { startWorld } from './start.ts';
import type { WorldDefinition } from './world.ts';

/** Something a person did, and when: milliseconds since time 0. A session is its world and a list of these. */
export type Step =
  | { readonly at: Time; readonly run: string; readonly stdin?: string }
  | { readonly at: Time; readonly fault: string }
  | { readonly at: Time; readonly heal: string }
  /** The operator saves a file. */
  | { readonly at: Time; readonly save: string; readonly text: string }
  /** Ctrl-C. */
  | { readonly at: Time; readonly interrupt: true };

/**
 * Work that can be done in pieces: each `next()` goes on until the pause it was made with says to stop. Whoever does
 * not mind waiting takes it whole.
 */
export type Pieces<T> = Generator<void, T, void>;

/** Asked between two events; true: stop here for now. */
export type Pause = () => boolean;

const NEVER: Pause = () => false;

const whole = <T>(pieces: Pieces<T>): T => {
  for (;;) {
    const piece = pieces.next();
    if (piece.done) return piece.value;
  }
};

/** What cannot be done, in words for the person who tried. */
export class SessionError extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'SessionError';
    this.remedy = remedy;
  }
}

/** Virtual milliseconds that a command may take before the prompt is given back while it goes on. */
const PATIENCE = 120_000;
/** Commands that go on until somebody ends them, and the milliseconds until the first look at what they print. */
const GOES_ON =
  /\bkubectl\s+(?:logs\b.*\s(?:-f|--follow)|get\b.*\s(?:-w|--watch|--watch-only))(?:=true)?(?:\s|$)|\bvault\s+(?:agent|monitor)\b/;
const GLANCE = 2_000;

/** The operator's console on one world, with time, files and faults. */
export class Session {
  readonly world: WorldDefinition;
  readonly #machines: Readonly<Record<string, AnyStateMachine>>;
  readonly #run: Run;
  #start: Time;
  #steps: Step[] = [];

  /**
   * Start a world and let its operator set it up.
   * @throws SessionError when a command of the setup fails
   */
  constructor(
    machines: Readonly<Record<string, AnyStateMachine>>,
    world: WorldDefinition,
    from: Session | 'before setup' | null = null,
  ) {
    this.world = world;
    this.#machines = machines;
    if (from instanceof Session) {
      this.#run = from.#run.branch();
      this.#start = from.#start;
      this.#steps = [...from.steps];
      return;
    }
    this.#start = 0;
    this.#run = startWorld(machines, world);
    if (from === null) whole(this.#setUp(NEVER));
  }

  /**
   * The same in pieces.
   * @throws SessionError when a command of the setup fails
   */
  static *begin(
    machines: Readonly<Record<string, AnyStateMachine>>,
    world: WorldDefinition,
    pause: Pause,
  ): Pieces<Session> {
    const session = new Session(machines, world, 'before setup');
    yield;
    yield* session.#setUp(pause);
    return session;
  }

  *#setUp(pause: Pause): Pieces<void> {
    for (const script of this.world.setup) {
      const done = yield* this.#typing(script, undefined, pause);
      if (done.exit !== 0) {
        const said = (done.stderr || done.stdout).trim();
        throw new SessionError(
          `the setup command \`${script}\` failed: ${said}`,
          'Correct the command, or the file it reads.',
        );
      }
    }
    this.run.settle();
    this.#start = this.run.now;
  }

  get run(): Run {
    return this.#run;
  }

  /** Virtual time of the run that counts as time 0: the setup is done. */
  get start(): Time {
    return this.#start;
  }

  /** Another session that shares this one's past and then goes its own way. */
  branch(): Session {
    return new Session(this.#machines, this.world, this);
  }

  /** When something is due next, in milliseconds since time 0. */
  nextDue(): Time | undefined {
    const due = this.run.nextDue();
    return due === undefined ? undefined : due - this.start;
  }

  /** Milliseconds since time 0. */
  get now(): Time {
    return this.run.now - this.start;
  }

  /** What has been done so far. */
  get steps(): readonly Step[] {
    return this.#steps.filter((s) => s.at <= this.now);
  }

  /** What has been done, and what is known to be done later when one has gone back in time. */
  get plan(): readonly Step[] {
    return this.#steps;
  }

  /** Everything typed since time 0, with what it printed. */
  get typed(): readonly Typed[] {
    return this.#shell().typed.slice(this.world.setup.length);
  }

  /** Type a script in the console and let time pass until it has ended. */
  type(script: string, stdin?: string): Typed {
    return whole(this.typing(script, stdin, NEVER));
  }

  /** The same in pieces. */
  *typing(script: string, stdin: string | undefined, pause: Pause): Pieces<Typed> {
    this.#did({ at: this.now, run: script, ...(stdin !== undefined && { stdin }) });
    return yield* this.#typing(script, stdin, pause);
  }

  /** Whether the last command still has the console. */
  get busy(): boolean {
    return this.#shell().typed.at(-1)?.exit === null;
  }

  /** Ctrl-C. */
  interrupt(): void {
    this.#did({ at: this.now, interrupt: true });
    this.run.apply({ type: 'send', to: 'operator', event: { type: 'interrupt' } });
  }

  /** Save a file of the operator's. */
  save(name: string, text: string): void {
    if (this.run.file(HOME + name)?.text === text) return;
    this.#did({ at: this.now, save: name, text });
    this.run.apply({ type: 'write', path: HOME + name, text });
  }

  /** Names and texts of the operator's files. */
  files(): Record<string, string> {
    return Object.fromEntries(
      this.run.files().flatMap(([path, f]) => (path.startsWith(HOME) ? [[path.slice(HOME.length), f.text]] : [])),
    );
  }

  /** Names of the faults that are in effect. */
  get faults(): readonly string[] {
    return activeFaults(this.run);
  }

  /**
   * Begin or end a fault.
   * @throws SessionError for a name that is not in the catalogue, or when this cannot be done to the world as it is
   */
  fault(id: string, change: 'begin' | 'end'): void {
    const fault = Object.hasOwn(faults, id) ? faults[id] : undefined;
    if (!fault)
      throw new SessionError(`there is no fault "${id}"`, `Known faults: ${Object.keys(faults).sort().join(', ')}.`);
    const commands = this.#planned(fault, change);
    this.#did(change === 'begin' ? { at: this.now, fault: id } : { at: this.now, heal: id });
    for (const command of commands) this.run.apply(command);
  }

  #planned(fault: Fault, change: 'begin' | 'end'): readonly Command[] {
    try {
      return faultCommands(this.run, fault, change);
    } catch (error) {
      if (error instanceof FaultError) throw new SessionError(error.message, error.remedy);
      throw error;
    }
  }

  /** Do a step of a recipe at its time. */
  do(step: Step): void {
    whole(this.doing(step, NEVER));
  }

  /** The same in pieces. */
  *doing(step: Step, pause: Pause): Pieces<void> {
    yield* this.advancing(step.at, pause);
    if ('run' in step) yield* this.typing(step.run, step.stdin, pause);
    else if ('fault' in step) this.fault(step.fault, 'begin');
    else if ('heal' in step) this.fault(step.heal, 'end');
    else if ('interrupt' in step) this.interrupt();
    else this.save(step.save, step.text);
  }

  /** Let time pass until so many milliseconds after time 0. */
  advanceTo(time: Time): void {
    if (time > this.now) this.run.advanceTo(this.start + time);
  }

  /** The same in pieces. */
  *advancing(time: Time, pause: Pause): Pieces<void> {
    while (time > this.now) {
      this.run.advanceUntil(pause, time - this.now);
      if (time > this.now) yield;
    }
    // A pause may fall between two events of the last instant: the rest of it belongs to this time as well.
    if (time === this.now) this.run.advanceTo(this.start + time);
  }

  /** Go to any time, in pieces. */
  *seeking(time: Time, pause: Pause): Pieces<void> {
    this.run.near(this.start + Math.max(0, time));
    yield* this.advancing(time, pause);
  }

  /** Go to any time that has been reached. */
  seek(time: Time): void {
    this.run.seek(this.start + Math.max(0, time));
  }

  /**
   * Go to the moment just after an entry of the known history, also within an instant; in pieces.
   * @param index of the entry in the history
   */
  *seekingEntry(index: number, pause: Pause): Pieces<void> {
    const { run } = this;
    const entry = run.known[index];
    if (!entry) return;
    // Kept moments of the same instant may already be past the entry.
    run.near(entry.at - 1);
    while (run.world.length <= index) {
      run.advanceUntil(() => run.world.length > index || pause(), entry.at - run.now);
      if (run.world.length <= index) yield;
    }
  }

  #did(step: Step): void {
    // What was done later than now belongs to a future that is given up.
    this.#steps = [...this.#steps.filter((s) => s.at <= this.now), step];
  }

  #shell(): ShellContext {
    const actor = this.run.actor('operator');
    if (!actor) throw new KernelError('unknown actor', ['operator'], this.run.now, 'this world has no operator');
    return actor.snapshot.context as ShellContext;
  }

  *#typing(script: string, stdin: string | undefined, pause: Pause): Pieces<Typed> {
    const event = { type: 'type', script, ...(stdin !== undefined && { stdin }) };
    this.run.apply({ type: 'send', to: 'operator', event });
    const until = this.run.now + (GOES_ON.test(script) ? GLANCE : PATIENCE);
    while (this.busy && this.run.now < until) {
      this.run.advanceUntil(() => !this.busy || pause(), until - this.run.now);
      if (this.busy && this.run.now < until) yield;
    }
    const last = this.#shell().typed.at(-1);
    if (!last) throw new KernelError('bad command', ['operator'], this.run.now, 'the shell did not take the command');
    return last;
  }
}
