/** What a model's Agent did, in the terms of a recording. */
import { printLine } from '../../../../src/sim/agent/index.ts';
import type { Entry, Run } from '../../../../src/sim/index.ts';

export interface Call {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly token: string | null;
  readonly body: unknown;
  readonly status: number;
  readonly response: unknown;
}

export interface Printed {
  readonly at: number;
  readonly lines: readonly string[];
}

export interface Written {
  readonly at: number;
  /** Below the Agent's directory. */
  readonly file: string;
  readonly text: string | null;
}

export interface Observed {
  readonly calls: Call[];
  readonly messages: Printed[];
  readonly files: Written[];
}

/** The banner on standard output is not recorded. */
const isBanner = (e: Entry & { kind: 'log' }): boolean => e.logger === '' && e.text.startsWith('==> ');

/** Reads the history on from where it was read last. */
export class Observer {
  seen: Observed = { calls: [], messages: [], files: [] };
  readonly #run: Run;
  readonly #agent: string;
  readonly #dir: string;
  readonly #zero: number;
  readonly #open = new Map<number, Entry & { kind: 'request' }>();
  readonly #from: number;
  #next: number;

  /** @param dir folder of the Agent's files, with a slash at its end */
  constructor(run: Run, agent: string, dir: string) {
    this.#run = run;
    this.#agent = agent;
    this.#dir = dir;
    this.#zero = run.now;
    this.#from = run.world.length;
    this.#next = this.#from;
  }

  /** Forget what was read and read again: the run has gone back in time. */
  again(): Observed {
    this.seen = { calls: [], messages: [], files: [] };
    this.#open.clear();
    this.#next = this.#from;
    return this.update();
  }

  /** Take in what has happened since. */
  update(): Observed {
    const { known } = this.#run;
    for (; this.#next < this.#run.world.length; this.#next++) {
      const e = known[this.#next];
      if (e) this.#take(e, this.#next);
    }
    return this.seen;
  }

  #own(actor: string): boolean {
    return actor === this.#agent || actor.startsWith(`${this.#agent}/`);
  }

  #take(e: Entry, index: number): void {
    const at = (e.at - this.#zero) / 1000;
    if (e.kind === 'log' && this.#own(e.actor) && !isBanner(e)) {
      const lines = printLine(e.level, e.logger, e.text)
        .split('\n')
        .map((line) => line.replace(/[ ]+$/, ''))
        .filter((line) => line !== '');
      if (lines.length > 0) this.seen.messages.push({ at, lines });
    } else if (e.kind === 'file' && this.#own(e.actor) && e.path.startsWith(this.#dir)) {
      const file = e.path.slice(this.#dir.length);
      const last = this.seen.files.findLast((f) => f.file === file);
      if (last?.text !== e.text) this.seen.files.push({ at, file, text: e.text });
    } else if (e.kind === 'request' && this.#own(e.actor)) this.#open.set(index, e);
    else if (e.kind === 'response' && this.#open.has(e.exchange)) {
      const request = this.#open.get(e.exchange);
      if (!request) return;
      this.seen.calls.push({
        at: (request.at - this.#zero) / 1000,
        method: request.method,
        path: request.path,
        token: request.headers['x-vault-token'] ?? null,
        body: request.body,
        status: e.status,
        response: e.body === '' ? null : e.body,
      });
    }
  }
}
