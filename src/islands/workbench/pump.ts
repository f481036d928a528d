import type { Pieces } from '../../sim/index.ts';

/** Milliseconds of work between two breaths of the page. A long task, by the browsers' count, has more than 50. */
const SLICE = 12;

/** Resolves when the browser has had its turn: input, painting. Timers of four nested levels wait 4 ms, messages do not. */
const breath = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** Work under way. */
export interface Task {
  /** Stop at the next piece; what is done stays done. */
  cancelled: boolean;
}

const isPieces = <T>(made: Pieces<T> | T): made is Pieces<T> =>
  typeof made === 'object' && made !== null && Symbol.iterator in made;

/** How the pieces of the model take turns with the page. */
export class Pump {
  #deadline = 0;

  /** For the pieces: whether their turn is over. */
  readonly pause = (): boolean => performance.now() >= this.#deadline;

  /**
   * Do all pieces, breathing between them. What is done within the first slice is done when this returns, without a
   * breath, so that short work shows at once.
   * @param make is given the pause to make the pieces with
   * @param between called after each piece that was not the last
   * @returns the result, or null when the task was cancelled
   */
  async work<T>(
    task: Task,
    make: (pause: () => boolean) => Pieces<T> | T,
    between: () => void,
  ): Promise<{ readonly value: T } | null> {
    this.#deadline = performance.now() + SLICE;
    const pieces = make(this.pause);
    if (!isPieces(pieces)) return { value: pieces };
    for (;;) {
      const piece = pieces.next();
      if (piece.done) return { value: piece.value };
      between();
      await breath();
      if (task.cancelled) return null;
      this.#deadline = performance.now() + SLICE;
    }
  }
}
