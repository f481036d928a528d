import type { Entry } from '../../sim/index.ts';
import { clockText } from '../shared/time.ts';
import { type Job, LabCore } from './lab-core.ts';

export const SPEEDS = [1, 10, 60, 600, 3600, 10_000] as const;

/** Real milliseconds between two pictures of a run that plays. */
const FRAME = 40;

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Machines whose turns are bookkeeping: a learner who steps through a login does not want to see them. */
const BOOKKEEPING = /^(?:kubernetes\/(?:control-loop|controller-manager|scheduler)|cli\/shell)$/;
const hasStory = (entry: Entry | undefined): boolean => entry?.kind === 'state' && !BOOKKEEPING.test(entry.machine);

const noLater = (what: string): Error =>
  Object.assign(new Error(`No later ${what} is known.`), {
    remedy: 'Go back in time, or let more time pass, and ask again.',
  });

/** Time on the workbench: anywhere, step by step, playing, and along more than one way. */
export class LabTime extends LabCore {
  #playing: object | null = null;

  /** Go to a moment that is known. */
  seek(time: number): void {
    const lab = this;
    this.do({
      what: 'go to another moment',
      kind: 'look',
      key: 'seek',
      *pieces(_, pause) {
        const session = lab.open();
        yield* session.seeking(Math.min(Math.round(time), session.run.end - session.start), pause);
      },
    });
  }

  /** Let so much time pass. */
  advance(milliseconds: number): void {
    const lab = this;
    let share = 0;
    this.do({
      what: 'let time pass',
      kind: 'look',
      share: () => share,
      *pieces(_, pause) {
        const session = lab.open();
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
    this.look('step to an exchange', function* (model, pause) {
      const session = lab.open();
      const chosen = lab.current.selected ?? (direction === 1 ? -1 : Number.POSITIVE_INFINITY);
      const { now } = session;
      const all = [...lab.read(model).whole(session)].sort((a, b) => a.at - b.at || a.id - b.id);
      const at =
        direction === 1
          ? all.find((e) => e.at > now || (e.at === now && e.id > chosen))
          : all.findLast((e) => e.at < now || (e.at === now && e.id < chosen));
      if (at) {
        yield* session.seeking(at.at, pause);
        lab.set({ selected: at.id });
      } else if (direction === 1) {
        const due = session.nextDue();
        if (due !== undefined) yield* session.advancing(due, pause);
      } else yield* session.seeking(0, pause);
    });
  }

  /** Go to the next, or the previous, transition of a machine that has a story: not of Kubernetes' control loops. */
  stepState(direction: 1 | -1): void {
    const lab = this;
    this.look('step to a transition', function* (_, pause) {
      const session = lab.open();
      const { known, world } = session.run;
      const first = known.findIndex((e) => e.at >= session.start);
      // One event may take a machine through several states; the world has them all, the steps go one by one.
      const here = lab.current.stepped?.index ?? world.length - (direction === 1 ? 1 : 0);
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
      lab.steppedAt = session.now;
      lab.set({ stepped: { index: i, actor, machine, from, to, event } });
    });
  }

  /** Go to the next exchange that was refused or not answered, as far as the run is known. */
  nextFailure(): void {
    const lab = this;
    this.look('go to the next failure', function* (model, pause) {
      const session = lab.open();
      const chosen = lab.current.selected ?? -1;
      const next = lab
        .read(model)
        .whole(session)
        .find(
          (e) =>
            e.denied &&
            !model.isLookup(e) &&
            ((e.answeredAt ?? e.at) > session.now || ((e.answeredAt ?? e.at) === session.now && e.id > chosen)),
        );
      if (!next) throw noLater('failure');
      yield* session.seeking(next.answeredAt ?? next.at, pause);
      lab.set({ selected: next.id });
    });
  }

  /** Play what is known, and stop at its end. From the end it begins anew. */
  play(speed: number = this.current.speed): void {
    const { session } = this;
    if (session === null) return;
    this.pause();
    this.set({ playing: true, speed });
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
      if (this.idle) {
        const known = session.run.end - session.start;
        const to = Math.min(known, session.now + (now - last) * this.current.speed);
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
    this.set({ speed });
  }

  pause(): void {
    this.#playing = null;
    if (this.current.playing) this.set({ playing: false });
  }

  protected override halt(): void {
    this.pause();
  }

  /** Mark the moment that is shown, or take its mark away. */
  toggleBookmark(): void {
    const { scene, bookmarks } = this.current;
    if (!scene) return;
    const others = bookmarks.filter((b) => b.at !== scene.now);
    const mark = { at: scene.now, name: clockText(scene.now, true) };
    const marked = others.length < bookmarks.length ? others : [...others, mark];
    this.keep({ bookmarks: marked.sort((a, b) => a.at - b.at) });
    this.set({});
  }

  /** Keep the run as it is, and go on in another one that shares its past. */
  branch(): void {
    const { session } = this;
    if (session === null || !this.idle) return;
    this.memory.remember('branch', this.before(false));
    const id = Math.max(...this.kept.keys()) + 1;
    const kept = new Map(this.kept);
    kept.set(id, { ...this.shown, name: `Run ${id}`, session: session.branch() });
    this.kept = kept;
    this.publish({ run: id, notice: `Run ${id} goes its own way from here. ${this.shown.name} is kept.` });
  }

  /** Show another of the runs that are kept. */
  show(id: number): void {
    if (!this.kept.has(id) || !this.idle) return;
    this.pause();
    this.publish({ run: id, selected: null });
  }

  protected look(what: string, pieces: Job['pieces']): void {
    this.pause();
    this.do({ what, kind: 'look', pieces });
  }
}
