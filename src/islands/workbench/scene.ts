import {
  type Entry,
  type Exchange,
  ExchangeLog,
  type Moment,
  MomentLog,
  type Party,
  partiesOf,
  type Session,
  type Step,
  type Typed,
} from '../../sim/index.ts';

/** What is to be seen of a world at one moment. Times are milliseconds since time 0. */
export interface Scene {
  readonly now: number;
  /** The latest moment that has been reached. */
  readonly end: number;
  readonly parties: readonly Party[];
  /** Up to now, oldest first. */
  readonly exchanges: readonly Exchange[];
  readonly moments: readonly Moment[];
  readonly typed: readonly Typed[];
  /** What was done, and what is known to be done later. */
  readonly plan: readonly Step[];
  /** When something was refused or not answered, of all that is known. */
  readonly failures: readonly number[];
  /** Faults that are in effect now. */
  readonly faults: readonly string[];
  /** The last command still has the console. */
  readonly busy: boolean;
}

/** `kubectl apply` asks of each object whether it exists; to hear that it does not is no failure. */
export const isLookup = (exchange: Exchange): boolean =>
  exchange.from === 'operator' && exchange.status === 404 && exchange.request.startsWith('GET ');

/** Reads scenes of sessions; what two looks have in common is read once. */
export class SceneReader {
  #start = Number.NaN;
  #exchanges = new ExchangeLog({ start: 0, withoutControllers: true });
  #moments = new MomentLog(0);
  #failures: { readonly at: Entry | undefined; readonly length: number; readonly times: number[] } | null = null;

  read(session: Session): Scene {
    const { known, world } = session.run;
    this.#begin(session);
    const exchanges = this.#exchanges.read(known, world.length).filter((e) => e.at >= 0);
    return {
      now: session.now,
      end: session.run.end - session.start,
      parties: partiesOf(exchanges),
      exchanges,
      moments: this.#moments.read(known, world.length).filter((m) => m.at >= 0),
      typed: session.typed,
      plan: session.plan,
      failures: this.#failuresOf(session),
      faults: session.faults,
      busy: session.busy,
    };
  }

  /** Also what is known of the future, when one has gone back in time. */
  whole(session: Session): Exchange[] {
    this.#begin(session);
    return this.#exchanges.read(session.run.known).filter((e) => e.at >= 0);
  }

  #begin({ start }: Session): void {
    if (start === this.#start) return;
    this.#start = start;
    this.#exchanges = new ExchangeLog({ start, withoutControllers: true });
    this.#moments = new MomentLog(start);
    this.#failures = null;
  }

  #failuresOf(session: Session): number[] {
    const { known } = session.run;
    const at = known.at(-1);
    const before = this.#failures;
    if (before && before.at === at && before.length === known.length) return before.times;
    const times = this.whole(session).flatMap((e) => (e.denied && !isLookup(e) ? [e.answeredAt ?? e.at] : []));
    const unique = [...new Set(times)];
    this.#failures = { at, length: known.length, times: unique };
    return unique;
  }
}
